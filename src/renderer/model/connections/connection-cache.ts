import type { QueryClient } from '@tanstack/react-query'

/** What is cached of a connection: the query keys of each begin with it and the connection. */
type Cached = 'check' | 'metadata'

export function cacheKey(cached: Cached, connectionId: string) {
  return [cached, connectionId] as const
}

/** Removes what is cached of a connection, and cancels the requests for it that are still in flight. */
export function dropCached(client: QueryClient, cached: Cached, connectionId: string): void {
  client.removeQueries({ queryKey: cacheKey(cached, connectionId) })
}
