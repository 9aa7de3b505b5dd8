import { notifyManager, QueryClient } from '@tanstack/react-query'

/**
 * What the program behind the window knows, as the window saw it last.
 *
 * `networkMode: 'always'`: a query is a call to that program, which works without a network; it knows itself when to
 * try again.
 */
export function createQueryClient(): QueryClient {
  // Answers render at once, not after a timer.
  notifyManager.setScheduler(queueMicrotask)
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false, gcTime: 0 },
    },
  })
}
