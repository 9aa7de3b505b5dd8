import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Connection } from '../../../../shared/connections'
import { unwrap } from '../../../desktop/desktop'
import { showConnection } from '../connection-queries'

export type SecretChange = 'store' | 'promote' | 'forget'
/** `forget.left`: the keychain did not let go of the secret yet. */
export type DoneChange = SecretChange | 'forget.left'

/** Changes which secrets a connection has. `readSecret` is called when it is sent: no cache of ours may hold it. */
export function useSecretChanges(
  { id }: Connection,
  readSecret: () => string,
  onDone: (change: DoneChange) => void,
) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: SecretChange) => send(change, id, readSecret),
    onSuccess: ({ connection, done }) => {
      showConnection(client, connection)
      onDone(done)
    },
  })
}

async function send(
  change: SecretChange,
  connectionId: string,
  readSecret: () => string,
): Promise<{ connection: Connection; done: DoneChange }> {
  if (change === 'forget') {
    const { connection, isSecretLeft } = await unwrap(window.desktop.forgetSecondSecret({ connectionId }))
    return { connection, done: isSecretLeft ? 'forget.left' : 'forget' }
  }
  const changed =
    change === 'store'
      ? window.desktop.saveSecondSecret({ connectionId, secret: readSecret() })
      : window.desktop.promoteSecret({ connectionId })
  return { connection: await unwrap(changed), done: change }
}
