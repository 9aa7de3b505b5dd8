import { Button } from '@react-spectrum/s2/Button'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { AppError, KeychainProblem } from '../../../shared/result'
import failureMessages from '../../../words/failure/messages/en.json'
import { FailureNotice } from '../../components/failure/failure-notice'
import { useMessages } from '../../language/messages'

/** Problems of the keychain that memory can stand in for. */
const memoryCanHelp: readonly KeychainProblem[] = [
  'absent',
  'locked',
  'hung',
  'refused',
  'not-loaded',
  'not-kept',
]

const hint = style({ width: 'full' })

export type SaveFailureProps = {
  error: AppError
  /** The connection has a secret in the keychain. */
  replacesStored: boolean
  onKeepForSession: () => void
}

/** Why nothing was saved; where the keychain is not available, with the choice to use memory instead. */
export function SaveFailure({ error, replacesStored, onKeepForSession }: SaveFailureProps) {
  const say = useMessages(failureMessages)
  const offersMemory = error.kind === 'keychain' && memoryCanHelp.includes(error.problem)
  return (
    <FailureNotice error={error}>
      {offersMemory ? (
        <>
          <span className={hint}>
            {say('keychain.session.hint')} {replacesStored ? say('keychain.session.replaces') : null}
          </span>
          <Button variant="secondary" size="S" onPress={onKeepForSession}>
            {say('keep-for-session')}
          </Button>
        </>
      ) : null}
    </FailureNotice>
  )
}
