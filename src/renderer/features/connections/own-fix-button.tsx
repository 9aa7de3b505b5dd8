import { Button } from '@react-spectrum/s2/Button'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Connection } from '../../../shared/connections'
import type { CauseId } from '../../../shared/failure-catalogue'
import type { AppError } from '../../../shared/result'
import { FailureNotice } from '../../components/failure/failure-notice'
import { unwrap } from '../../desktop/desktop'
import { useMessages } from '../../language/messages'
import { connectionTextOf } from '../../model/connections/connection-text'
import { showConnection } from './connection-queries'
import messages from './messages/en.json'

/** The scope without which AEM refuses to read metadata (OpenAPI set-up guide). */
const neededScope = 'aem.assets.author'

const aboutScopes: readonly CauseId[] = ['aem-scopes-missing', 'claims-scope-needed']
const aboutSecret: readonly CauseId[] = ['ims-secret-refused']
const aboutFields: readonly CauseId[] = [
  'ims-client-id-unknown',
  'ims-client-refused',
  'ims-scope-refused',
  'client-id-unusual',
  'claims-client-differs',
  'claims-other-ims',
  'host-not-found',
  'tls-wrong-host',
]

type OwnFixKind = 'scope' | 'secret' | 'fields'

/** What of a finding the user may be able to fix in the connection itself; null where nothing. */
export function ownFixOf(error: AppError, { scopes }: Pick<Connection, 'scopes'>): OwnFixKind | null {
  if (error.kind === 'keychain') return error.problem === 'secret-missing' ? 'secret' : null
  if (error.kind !== 'failure') return null
  const { cause } = error
  if (aboutScopes.includes(cause)) return scopes.includes(neededScope) ? null : 'scope'
  if (aboutSecret.includes(cause)) return 'secret'
  return aboutFields.includes(cause) ? 'fields' : null
}

export type OwnFixButtonProps = {
  error: AppError
  connection: Connection
  onSettings: () => void
  /** Called when the connection was fixed: what failed can be tried again. */
  onFixed: () => void
}

/** The way out that the user has: one press where the program knows what to write, else to the field. */
export function OwnFixButton({ error, connection, onSettings, onFixed }: OwnFixButtonProps) {
  const say = useMessages(messages)
  const kind = ownFixOf(error, connection)
  if (kind === null) return null
  if (kind === 'scope') return <AddScope {...{ connection, onFixed }} />
  return (
    <Button variant="secondary" size="S" onPress={onSettings}>
      {say(`own-fix.${kind}`)}
    </Button>
  )
}

function AddScope({ connection, onFixed }: Pick<OwnFixButtonProps, 'connection' | 'onFixed'>) {
  const say = useMessages(messages)
  const client = useQueryClient()
  const add = useMutation({
    mutationFn: () =>
      unwrap(
        window.desktop.saveConnection({
          ...connectionTextOf(connection),
          scopes: [...connection.scopes, neededScope].join(', '),
          id: connection.id,
          secret: '',
          keepSecretIn: 'keychain',
          imported: null,
        }),
      ),
    onSuccess: (saved) => {
      showConnection(client, saved)
      onFixed()
    },
  })
  return (
    <>
      <Button variant="secondary" size="S" isDisabled={add.isPending} onPress={() => add.mutate()}>
        {say('own-fix.scope', { scope: neededScope })}
      </Button>
      {add.error ? <FailureNotice error={add.error.error} /> : null}
    </>
  )
}
