import { AlertDialog, DialogTrigger } from '@react-spectrum/s2/AlertDialog'
import { Button } from '@react-spectrum/s2/Button'
import type { Connection } from '../../../shared/connection'
import { isolate } from '../../messages'
import { useConnectionMessages } from './messages'

/** Removes a connection after asking, in words that say what goes and what stays. */
export const ForgetConnection = ({
  connection,
  onForget,
}: {
  connection: Connection
  onForget: () => void
}) => {
  const say = useConnectionMessages()
  return (
    <DialogTrigger>
      <Button variant="negative" fillStyle="outline">
        {say('forget')}
      </Button>
      <AlertDialog
        variant="destructive"
        title={say('forget.title', { name: isolate(connection.name) })}
        primaryActionLabel={say('forget.confirm')}
        cancelLabel={say('cancel')}
        autoFocusButton="cancel"
        onPrimaryAction={onForget}
      >
        {say(connection.kind === 'demo' ? 'forget.demo' : 'forget.secret')} {say('forget.undo')}
      </AlertDialog>
    </DialogTrigger>
  )
}
