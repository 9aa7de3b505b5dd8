import { Button } from '@react-spectrum/s2/Button'
import type { Connection } from '../../../shared/connections'
import { ConfirmDialog } from '../../components/confirm-dialog'
import { isolate, useMessages } from '../../language/messages'
import messages from './messages/en.json'

/** Removes a connection after asking, in words that say what goes and what stays. */
export function ForgetConnection({ connection, onForget }: { connection: Connection; onForget: () => void }) {
  const say = useMessages(messages)
  return (
    <ConfirmDialog
      button={
        <Button variant="negative" fillStyle="outline">
          {say('forget')}
        </Button>
      }
      danger="destructive"
      title={say('forget.title', { name: isolate(connection.name) })}
      confirmLabel={say('forget.confirm')}
      onConfirm={onForget}
    >
      {say(connection.kind === 'demo' ? 'forget.demo' : 'forget.secret')} {say('forget.undo')}
    </ConfirmDialog>
  )
}
