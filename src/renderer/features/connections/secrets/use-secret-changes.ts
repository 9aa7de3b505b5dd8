import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Connection } from '../../../../shared/connections'
import type { Result } from '../../../../shared/result'
import { unwrap } from '../../../desktop/desktop'
import { showConnection } from '../connection-queries'

export type SecretChange = 'store' | 'promote' | 'forget'

/** Changes which secrets a connection has. `readSecret` is called when it is sent: no cache of ours may hold it. */
export function useSecretChanges(
  { id }: Connection,
  readSecret: () => string,
  onDone: (change: SecretChange) => void,
) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: SecretChange) => unwrap(send(change, id, readSecret)),
    onSuccess: (connection, change) => {
      showConnection(client, connection)
      onDone(change)
    },
  })
}

function send(
  change: SecretChange,
  connectionId: string,
  readSecret: () => string,
): Promise<Result<Connection>> {
  switch (change) {
    case 'store':
      return window.desktop.saveOtherSecret({ connectionId, secret: readSecret() })
    case 'promote':
      return window.desktop.promoteSecret({ connectionId })
    case 'forget':
      return window.desktop.forgetOtherSecret({ connectionId })
  }
}
