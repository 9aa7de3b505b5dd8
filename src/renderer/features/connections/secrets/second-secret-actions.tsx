import { Button } from '@react-spectrum/s2/Button'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { Connection } from '../../../../shared/connections'
import { ConfirmButton } from '../../../components/confirm-button'
import { useFormats } from '../../../language/formats'
import { useMessages } from '../../../language/messages'
import messages from './messages/en.json'
import type { SecondSecretCheck } from './second-secret-outcome'

const buttons = style({ display: 'flex', flexWrap: 'wrap', gap: 8 })

export type SecondSecretActionsProps = {
  connection: Connection
  /** When the other secret was stored. */
  since: string
  takesFocus: boolean
  check: SecondSecretCheck
  onCheck: () => void
  onPromote: () => void
  onForget: () => void
}

/** What can be done with the other secret: check it, promote it, forget it. */
export function SecondSecretActions({
  connection,
  since,
  check,
  takesFocus,
  onCheck,
  onPromote,
  onForget,
}: SecondSecretActionsProps) {
  const say = useMessages(messages)
  const formats = useFormats()
  const promoteWords = usePromoteWords(connection, since, check)
  return (
    <div className={buttons}>
      <Button variant="secondary" size="S" autoFocus={takesFocus} onPress={onCheck}>
        {say('check')}
      </Button>
      <ConfirmButton
        variant="secondary"
        size="S"
        label={say('promote')}
        title={say('promote.title')}
        confirmLabel={say('promote.confirm')}
        onConfirm={onPromote}
      >
        {promoteWords}
      </ConfirmButton>
      <ConfirmButton
        variant="secondary"
        size="S"
        label={say('forget')}
        danger="destructive"
        title={say('forget.title')}
        confirmLabel={say('forget.confirm')}
        onConfirm={onForget}
      >
        {say('forget.words', { second: formats.dateAndTime(since) })}
      </ConfirmButton>
    </div>
  )
}

/** What promoting does with either secret, and whether the new one is known to work. */
function usePromoteWords({ secret }: Connection, since: string, { outcome }: SecondSecretCheck): string {
  const say = useMessages(messages)
  const formats = useFormats()
  const second = formats.dateAndTime(since)
  const what =
    secret.place === 'keychain'
      ? say('promote.both', { second, current: formats.dateAndTime(secret.since) })
      : say(secret.place === 'session' ? 'promote.session' : 'promote.none', { second })
  if (outcome.state === 'works') return what
  return `${what} ${say(outcome.state === 'fails' ? 'promote.failed' : 'promote.unchecked')}`
}
