import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { ActionButtonGroup } from '@react-spectrum/s2/ActionButtonGroup'
import ChevronDown from '@react-spectrum/s2/icons/ChevronDown'
import ChevronUp from '@react-spectrum/s2/icons/ChevronUp'
import { useMessages } from '../../../language/messages'
import messages from '../messages/en.json'

export type Matches = {
  readonly count: number
  /** The current one, from 1; null for none. */
  readonly number: number | null
}

type Props = { matches: Matches; onStep: (direction: 1 | -1) => void }

/** Steps through the matches. */
export function MatchSteps({ matches: { count, number }, onStep }: Props) {
  const say = useMessages(messages)
  return (
    <div className="tree-matches">
      <ActionButtonGroup size="S" density="compact">
        <ActionButton aria-label={say('match.previous')} onPress={() => onStep(-1)}>
          <ChevronUp />
        </ActionButton>
        <ActionButton aria-label={say('match.next')} onPress={() => onStep(1)}>
          <ChevronDown />
        </ActionButton>
      </ActionButtonGroup>
      {number === null ? null : <span>{say('match.position', { number, count })}</span>}
    </div>
  )
}
