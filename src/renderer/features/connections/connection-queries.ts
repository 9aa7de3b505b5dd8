import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Connection, ConnectionList } from '../../../shared/connection'
import { runWork } from '../../components/work/run-work'
import { unwrap } from '../../desktop'

export const connectionsQuery = () =>
  queryOptions({ queryKey: ['connections'], queryFn: () => unwrap(window.desktop.listConnections()) })

/** A token request to Adobe IMS; only made when asked for by `fetchQuery`. */
export const tokenCheckQuery = (connectionId: string) =>
  queryOptions({
    queryKey: ['token-check', connectionId],
    queryFn: (context) =>
      runWork(context, (ticket) => window.desktop.checkConnection({ connectionId, ticket })),
  })

export const showConnections = (client: QueryClient, list: ConnectionList): void => {
  client.setQueryData(connectionsQuery().queryKey, list)
}

/** Puts a connection in its place in the list, or at its end; what was checked with its former settings no longer counts. */
export const showConnection = (client: QueryClient, saved: Connection): void => {
  client.setQueryData(connectionsQuery().queryKey, (list) => {
    if (!list) return list
    const isKnown = list.connections.some(({ id }) => id === saved.id)
    const connections = isKnown
      ? list.connections.map((other) => (other.id === saved.id ? saved : other))
      : [...list.connections, saved]
    return { ...list, connections }
  })
  client.removeQueries({ queryKey: tokenCheckQuery(saved.id).queryKey })
}
