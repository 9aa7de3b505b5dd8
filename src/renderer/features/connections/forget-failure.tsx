import { Button } from '@react-spectrum/s2/Button'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { AppError } from '../../../shared/result'
import { FailureNotice } from '../../components/failure/failure-notice'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

const hint = style({ width: 'full' })

/** Why nothing was forgotten; where the keychain is the trouble, with the choice to forget without a way back. */
export function ForgetFailure({ error, onForgetAnyway }: { error: AppError; onForgetAnyway: () => void }) {
  const say = useMessages(messages)
  return (
    <FailureNotice error={error}>
      {error.kind === 'keychain' ? (
        <>
          <span className={hint}>{say('forget.anyway.hint')}</span>
          <Button variant="negative" fillStyle="outline" size="S" onPress={onForgetAnyway}>
            {say('forget.anyway')}
          </Button>
        </>
      ) : null}
    </FailureNotice>
  )
}
