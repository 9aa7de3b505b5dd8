import type { QueryClient } from '@tanstack/react-query'
import type { Connection } from '../../../shared/connections'

/** What is cached of a connection: the query keys of each begin with it and the connection. */
type Cached = (typeof ofAssets)[number] | 'check'

/** What AEM answered, or would answer elsewhere once the connection leads elsewhere. */
const ofAssets = [
  'asset-at-path',
  'asset-list',
  'asset-picture',
  'asset-understanding',
  'comparison',
  'draft',
  'find',
  'folders',
  'metadata',
  'open-bulk',
] as const

/** Of the list of connections. */
export const connectionsKey = ['connections'] as const

export function cacheKey(cached: Cached, connectionId: string) {
  return [cached, connectionId] as const
}

/** Removes what is cached of a connection, and cancels the requests for it that are still in flight. */
export function dropCached(client: QueryClient, cached: Cached, connectionId: string): void {
  const queryKey = cacheKey(cached, connectionId)
  // Who shows it is told; what nobody shows goes whole.
  void client.resetQueries({ queryKey })
  client.removeQueries({ queryKey, predicate: (query) => query.getObserversCount() === 0 })
}

/** Removes all that was answered about assets of a connection. */
export function dropAssets(client: QueryClient, connectionId: string): void {
  for (const cached of ofAssets) dropCached(client, cached, connectionId)
}

/** Whether a connection, once edited, asks the same AEM as the same client. */
export function isSameEnvironment(one: Connection, other: Connection): boolean {
  return one.author === other.author && one.clientId === other.clientId && one.bucket === other.bucket
}
