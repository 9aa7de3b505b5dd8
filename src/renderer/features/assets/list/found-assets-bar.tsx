import { ActionButton } from '@react-spectrum/s2/ActionButton'
import ChevronLeft from '@react-spectrum/s2/icons/ChevronLeft'
import ChevronRight from '@react-spectrum/s2/icons/ChevronRight'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useMessages } from '../../../language/messages'
import messages from '../messages/en.json'
import type { FoundAssets } from './list-rows'

const bar = style({
  borderStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  alignItems: 'center',
  columnGap: 8,
  minWidth: 0,
  font: 'ui-sm',
  color: 'neutral',
})
const at = style({ whiteSpace: 'nowrap' })

export type FoundAssetsBarProps = {
  found: FoundAssets
  /** Reads the asset at that place of the list. */
  onTake: (index: number) => void
}

/** The assets of a text that named several, one after the other. */
export function FoundAssetsBar({ found, onTake }: FoundAssetsBarProps) {
  const say = useMessages(messages)
  const { references, current } = found
  const count = references.length
  return (
    <fieldset aria-label={say('found.label')} className={bar}>
      <ActionButton
        size="S"
        aria-label={say('found.previous')}
        isDisabled={current === null || current === 0}
        onPress={() => onTake((current ?? 0) - 1)}
      >
        <ChevronLeft />
      </ActionButton>
      <span className={at}>
        {current === null ? say('found.count', { count }) : say('found.at', { number: current + 1, count })}
      </span>
      <ActionButton
        size="S"
        aria-label={say('found.next')}
        isDisabled={current === count - 1}
        onPress={() => onTake(current === null ? 0 : current + 1)}
      >
        <ChevronRight />
      </ActionButton>
    </fieldset>
  )
}
