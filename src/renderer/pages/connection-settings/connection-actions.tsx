import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { Button } from '@react-spectrum/s2/Button'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { Connection } from '../../../shared/connections'
import { isolate } from '../../../words/language/say-in'
import { ConfirmButton } from '../../components/confirm-button'
import messages from '../../features/connections/messages/en.json'
import { ShareMenu, type ShareTarget } from '../../features/imports/share-menu'
import { useMessages } from '../../language/messages'

const bar = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 12,
  flexShrink: 0,
  paddingX: 24,
  paddingY: 12,
  borderTopWidth: 1,
  borderBottomWidth: 0,
  borderXWidth: 0,
  borderStyle: 'solid',
  borderColor: 'gray-200',
})
/** In a narrow window the sidebar alone says it, so that the buttons stay on one line. */
const unsaved = style({
  display: { default: 'none', '@media (min-width: 1000px)': 'inline' },
  font: 'ui-sm',
  color: 'neutral-subdued',
})
const end = style({ display: 'flex', alignItems: 'center', columnGap: 12, marginStart: 'auto' })

export type ConnectionActionsProps = {
  connection: Connection | null
  isDirty: boolean
  isSaving: boolean
  takesFocus: boolean
  onCheck: () => void
  onDiscard: () => void
  onCancel: () => void
  onShare: (to: ShareTarget) => void
  onForget: () => void
}

/** The foot of a connection's page: always in sight, however long the form is. */
export function ConnectionActions(props: ConnectionActionsProps) {
  const { connection, isDirty, isSaving, takesFocus, onCheck, onDiscard, onCancel, onShare, onForget } = props
  const say = useMessages(messages)
  return (
    <div className={bar}>
      <Button type="submit" variant={connection && !isDirty ? 'secondary' : 'accent'}>
        {say(isSaving ? 'saving' : 'save')}
      </Button>
      <Button
        variant={connection && !isDirty ? 'accent' : 'secondary'}
        autoFocus={takesFocus}
        onPress={onCheck}
      >
        {say('check')}
      </Button>
      {isDirty ? (
        <>
          <span className={unsaved}>{say('unsaved')}</span>
          <ActionButton isQuiet onPress={onDiscard}>
            {say('discard')}
          </ActionButton>
        </>
      ) : null}
      <span className={end}>
        {connection?.kind === 'adobe' ? <ShareMenu onShare={onShare} /> : null}
        {connection ? (
          <ForgetConnection connection={connection} onForget={onForget} />
        ) : (
          <ActionButton isQuiet onPress={onCancel}>
            {say('cancel')}
          </ActionButton>
        )}
      </span>
    </div>
  )
}

/** Removes a connection after asking, in words that say what goes and what stays. */
export function ForgetConnection({ connection, onForget }: { connection: Connection; onForget: () => void }) {
  const say = useMessages(messages)
  return (
    <ConfirmButton
      variant="negative"
      fillStyle="outline"
      label={say('forget')}
      danger="destructive"
      title={say('forget.title', { name: isolate(connection.name) })}
      confirmLabel={say('forget.confirm')}
      onConfirm={onForget}
    >
      {say(connection.kind === 'demo' ? 'forget.demo' : 'forget.secret')} {say('forget.undo')}
    </ConfirmButton>
  )
}
