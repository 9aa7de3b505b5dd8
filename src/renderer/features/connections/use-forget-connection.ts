import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Connection } from '../../../shared/connections'
import { unwrap } from '../../desktop/desktop'
import { dropCached } from '../../model/connections/connection-cache'
import { showConnections } from './connection-queries'

export function useForgetConnection({ onForgotten }: { onForgotten: (connection: Connection) => void }) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id }: Connection) => unwrap(window.desktop.forgetConnection({ connectionId: id })),
    onSuccess: (list, connection) => {
      onForgotten(connection)
      dropCached(client, 'check', connection.id)
      dropCached(client, 'metadata', connection.id)
      showConnections(client, list)
    },
  })
}

/** Undoes forgetting, for as long as the window is open. */
export function useRestoreConnection({ onRestored }: { onRestored: (connectionId: string) => void }) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (connectionId: string) => unwrap(window.desktop.restoreConnection({ connectionId })),
    onSuccess: (list, connectionId) => {
      showConnections(client, list)
      onRestored(connectionId)
    },
  })
}
