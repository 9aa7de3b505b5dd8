import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { Button } from '@react-spectrum/s2/Button'
import Redo from '@react-spectrum/s2/icons/Redo'
import Undo from '@react-spectrum/s2/icons/Undo'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { Draft } from '../../../shared/edit'
import { ChoiceButtons } from '../../components/choice-buttons'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

const bar = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  flexShrink: 0,
  paddingY: 4,
})
const count = style({ font: 'ui-sm', color: 'neutral-subdued' })
const end = style({ display: 'flex', flexWrap: 'wrap', gap: 8, marginStart: 'auto' })

export const editViews = ['fields', 'patch'] as const
export type EditViewName = (typeof editViews)[number]

export type EditToolbarProps = {
  draft: Draft
  view: EditViewName
  onView: (view: EditViewName) => void
  onUndo: () => void
  onRedo: () => void
  onDiscard: () => void
  onReview: () => void
  onDone: () => void
}

/** What can be done with all edits together. */
export function EditToolbar({ draft, view, onView, ...on }: EditToolbarProps) {
  const say = useMessages(messages)
  const hasChanges = draft.changes.length > 0 || draft.byHand !== null
  // What is reviewed is what stands there.
  const isSettled = draft.conflicts.length === 0
  const canReview = hasChanges && isSettled && (view === 'fields' || draft.unfinished === null)
  return (
    <div role="toolbar" aria-label={say('toolbar')} className={bar}>
      <ActionButton size="S" isQuiet aria-label={say('undo')} isDisabled={!draft.canUndo} onPress={on.onUndo}>
        <Undo />
      </ActionButton>
      <ActionButton size="S" isQuiet aria-label={say('redo')} isDisabled={!draft.canRedo} onPress={on.onRedo}>
        <Redo />
      </ActionButton>
      <ChoiceButtons
        label={say('view')}
        choices={editViews}
        chosen={view}
        nameOf={(choice) => say(`view.${choice}`)}
        onChoose={onView}
      />
      <span role="status" className={count}>
        {say('count', { count: draft.changes.length })}
      </span>
      <div className={end}>
        <Button variant="secondary" fillStyle="outline" size="S" onPress={on.onDone}>
          {say('done')}
        </Button>
        <Button
          variant="secondary"
          size="S"
          isDisabled={!hasChanges && draft.unfinished === null}
          onPress={on.onDiscard}
        >
          {say('discard')}
        </Button>
        <Button variant="accent" size="S" isDisabled={!canReview} onPress={on.onReview}>
          {say('review')}
        </Button>
      </div>
    </div>
  )
}
