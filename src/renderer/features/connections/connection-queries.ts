import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Connection, ConnectionList } from '../../../shared/connections'
import { unwrap } from '../../desktop/desktop'
import {
  connectionsKey,
  dropAssets,
  dropCached,
  isSameEnvironment,
} from '../../model/connections/connection-cache'

export function connectionsQuery() {
  return queryOptions({ queryKey: connectionsKey, queryFn: () => unwrap(window.desktop.listConnections()) })
}

export function showConnections(client: QueryClient, list: ConnectionList): void {
  client.setQueryData(connectionsQuery().queryKey, list)
}

/** Puts a connection in its place in the list, or at its end; what its former settings brought no longer counts. */
export function showConnection(client: QueryClient, saved: Connection): void {
  const before = client
    .getQueryData(connectionsQuery().queryKey)
    ?.connections.find(({ id }) => id === saved.id)
  client.setQueryData(connectionsQuery().queryKey, (list) => {
    if (!list) return list
    const isKnown = list.connections.some(({ id }) => id === saved.id)
    const connections = isKnown
      ? list.connections.map((other) => (other.id === saved.id ? saved : other))
      : [...list.connections, saved]
    return { ...list, connections }
  })
  dropCached(client, 'check', saved.id)
  if (before && !isSameEnvironment(before, saved)) dropAssets(client, saved.id)
}

/** Looks again at the connections, which another window has changed: what their former settings brought no longer counts. */
export async function refreshConnections(client: QueryClient): Promise<void> {
  const before = client.getQueryData(connectionsQuery().queryKey)?.connections ?? []
  const list = await unwrap(window.desktop.listConnections()).catch(() => null)
  if (list === null) return
  for (const former of before) {
    const now = list.connections.find(({ id }) => id === former.id)
    if (now && JSON.stringify(now) === JSON.stringify(former)) continue
    dropCached(client, 'check', former.id)
    if (!now || !isSameEnvironment(former, now)) dropAssets(client, former.id)
  }
  showConnections(client, list)
}

export type ForgottenConnection = {
  connection: Connection
  canUndo: boolean
  /** Its secret is still in the keychain. */
  isSecretLeft: boolean
}

type Forget = {
  connection: Connection
  /** Even if the keychain does not give the secret, without which nothing can be undone. */
  forGood: boolean
}

export function useForgetConnection({
  onForgotten,
}: {
  onForgotten: (forgotten: ForgottenConnection) => void
}) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ connection, forGood }: Forget) =>
      unwrap(window.desktop.forgetConnection({ connectionId: connection.id, forGood })),
    onSuccess: ({ list, isSecretLeft }, { connection, forGood }) => {
      onForgotten({ connection, canUndo: !forGood, isSecretLeft })
      dropCached(client, 'check', connection.id)
      dropAssets(client, connection.id)
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
