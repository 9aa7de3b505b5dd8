import { Button } from '@react-spectrum/s2/Button'
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle'
import { ProgressBar } from '@react-spectrum/s2/ProgressBar'
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useEffect, useRef } from 'react'
import type { AppError } from '../../../../shared/result'
import { FailureNotice } from '../../../components/failure/failure-notice'
import { useShortcuts } from '../../../components/shortcuts'
import { useMessages } from '../../../language/messages'
import messages from './messages/en.json'

const place = style({ scrollMarginY: 16 })
const row = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 12, minHeight: 32 })

export type SecondSecretCheck = {
  outcome: { state: 'unchecked' | 'running' | 'works' } | { state: 'fails'; error: AppError }
  run: () => void
  cancel: () => void
}

/** The outcome of the last check with the other secret; nothing before the first. */
export function SecondSecretOutcome({ check }: { check: SecondSecretCheck }) {
  const { state } = check.outcome
  const outcome = useRef<HTMLDivElement>(null)
  const shown = useRef(state)
  useEffect(() => {
    if (state !== shown.current) outcome.current?.scrollIntoView({ block: 'nearest' })
    shown.current = state
  }, [state])
  return state === 'unchecked' ? null : (
    <div ref={outcome} className={place}>
      <CheckState check={check} />
    </div>
  )
}

function CheckState({ check: { outcome, cancel } }: { check: SecondSecretCheck }) {
  const say = useMessages(messages)
  switch (outcome.state) {
    case 'unchecked':
      return null
    case 'running':
      return <CheckInProgress onCancel={cancel} />
    case 'fails':
      return <FailureNotice error={outcome.error} />
    case 'works':
      return (
        <div className={row} role="status">
          <CheckmarkCircle styles={iconStyle({ color: 'positive' })} />
          <span>{say('check.works')}</span>
        </div>
      )
  }
}

function CheckInProgress({ onCancel }: { onCancel: () => void }) {
  const say = useMessages(messages)
  useShortcuts({ escape: onCancel })
  return (
    <div className={row}>
      <ProgressBar
        isIndeterminate
        size="S"
        label={say('check.running')}
        styles={style({ width: 360, flexShrink: 1 })}
      />
      <Button variant="secondary" size="S" onPress={onCancel}>
        {say('check.cancel')}
      </Button>
    </div>
  )
}
