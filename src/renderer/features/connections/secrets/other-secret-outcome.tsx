import { Button } from '@react-spectrum/s2/Button'
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle'
import { ProgressBar } from '@react-spectrum/s2/ProgressBar'
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useEffect, useRef } from 'react'
import { FailureNotice } from '../../../components/failure/failure-notice'
import { useShortcuts } from '../../../components/shortcuts'
import { useMessages } from '../../../language/messages'
import { useCancelCheck } from '../../check/check-queries'
import messages from './messages/en.json'
import { type OtherSecretState, useOtherSecretState } from './other-secret-check'

const place = style({ scrollMarginY: 16 })
const row = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 12, minHeight: 32 })

/** What became of the last check with the other secret; nothing before the first. */
export function OtherSecretOutcome({ connectionId }: { connectionId: string }) {
  const check = useOtherSecretState(connectionId)
  const { state } = check
  const outcome = useRef<HTMLDivElement>(null)
  const shown = useRef(state)
  useEffect(() => {
    if (state !== shown.current) outcome.current?.scrollIntoView({ block: 'nearest' })
    shown.current = state
  }, [state])
  return state === 'unchecked' ? null : (
    <div ref={outcome} className={place}>
      <CheckState connectionId={connectionId} check={check} />
    </div>
  )
}

function CheckState({ connectionId, check }: { connectionId: string; check: OtherSecretState }) {
  const say = useMessages(messages)
  switch (check.state) {
    case 'unchecked':
      return null
    case 'running':
      return <CheckInProgress connectionId={connectionId} />
    case 'fails':
      return <FailureNotice error={check.error} />
    case 'works':
      return (
        <div className={row} role="status">
          <CheckmarkCircle styles={iconStyle({ color: 'positive' })} />
          <span>{say('check.works')}</span>
        </div>
      )
  }
}

function CheckInProgress({ connectionId }: { connectionId: string }) {
  const say = useMessages(messages)
  const cancelCheck = useCancelCheck()
  function cancel() {
    return cancelCheck({ connectionId, whichSecret: 'other' })
  }
  useShortcuts({ escape: cancel })
  return (
    <div className={row}>
      <ProgressBar
        isIndeterminate
        size="S"
        label={say('check.running')}
        styles={style({ width: 360, flexShrink: 1 })}
      />
      <Button variant="secondary" size="S" onPress={cancel}>
        {say('check.cancel')}
      </Button>
    </div>
  )
}
