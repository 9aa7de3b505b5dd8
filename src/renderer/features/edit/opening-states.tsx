import { Button } from '@react-spectrum/s2/Button'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { type ReactNode, useEffect } from 'react'
import type { SendOutcome } from '../../../shared/edit'
import { NoticeCard } from '../../components/notice-card'
import { useStableCallback } from '../../components/use-stable-callback'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

const stopped = style({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'start',
  rowGap: 12,
  paddingTop: 8,
})

/** What keeps the user from editing, and the way back to reading. */
export function Stopped({ onDone, children }: { onDone: () => void; children: ReactNode }) {
  const say = useMessages(messages)
  return (
    <div className={stopped}>
      {children}
      <Button variant="secondary" fillStyle="outline" onPress={onDone}>
        {say('done')}
      </Button>
    </div>
  )
}

type AppliedOutcome = Extract<SendOutcome, { kind: 'applied' }>
type AppliedProps = { outcome: AppliedOutcome; onApplied: (outcome: AppliedOutcome) => void }

/** A change of an earlier time, of which this reading tells. */
export function Applied({ outcome, onApplied }: AppliedProps) {
  const tell = useStableCallback(onApplied)
  useEffect(() => tell(outcome), [tell, outcome])
  return null
}

export function Unknown({ onAgain }: { onAgain: () => void }) {
  const say = useMessages(messages)
  return (
    <NoticeCard tone="notice" title={say('unknown')} why={say('unknown.words')} remedy={null}>
      <Button variant="secondary" onPress={onAgain}>
        {say('unknown.again')}
      </Button>
    </NoticeCard>
  )
}
