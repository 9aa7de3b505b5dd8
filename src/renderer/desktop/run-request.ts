import {
  type FetchQueryOptions,
  type QueryClient,
  type QueryFunctionContext,
  type QueryKey,
  QueryObserver,
  queryOptions,
  skipToken,
} from '@tanstack/react-query'
import type { RequestProgress } from '../../shared/metadata'
import type { Result } from '../../shared/result'
import { type DesktopError, unwrap } from './desktop'

/** The progress of the request behind a query; the last one stays when it has ended. */
export function progressQuery(queryKey: QueryKey) {
  return queryOptions<RequestProgress>({ queryKey: ['progress', ...queryKey], queryFn: skipToken })
}

/**
 * Makes a request that reports progress and can be canceled, as a query's function.
 *
 * Canceling the query cancels the request: the main process knows it by its ticket.
 */
export async function runRequest<T>(
  { client, queryKey, signal }: QueryFunctionContext,
  request: (ticket: string) => Promise<Result<T>>,
): Promise<T> {
  const ticket = crypto.randomUUID()
  const progress = progressQuery(queryKey)
  client.setQueryData(progress.queryKey, { ticket, stage: 'keychain', receivedBytes: 0 })
  const stopListening = window.desktop.onProgress((report) => {
    if (report.ticket === ticket) client.setQueryData(progress.queryKey, report)
  })
  function cancel() {
    stopListening()
    void window.desktop.cancelWork({ ticket })
  }
  signal.addEventListener('abort', cancel, { once: true })
  try {
    return await unwrap(request(ticket))
  } finally {
    signal.removeEventListener('abort', cancel)
    stopListening()
  }
}

/**
 * Fetches a query to its end, or until it is canceled. A query that nobody shows would be canceled without a word: leaving a
 * page does not end what was asked for there.
 */
export async function fetchToEnd<T, K extends QueryKey>(
  client: QueryClient,
  query: FetchQueryOptions<T, DesktopError, T, K>,
): Promise<void> {
  const observer = new QueryObserver<T, DesktopError, T, T, K>(client, {
    queryKey: query.queryKey,
    enabled: false,
    ...(query.gcTime === undefined ? {} : { gcTime: query.gcTime }),
  })
  const stopWatching = observer.subscribe(() => undefined)
  // The outcome is rendered by the observers of the query.
  await client.prefetchQuery({ ...query, staleTime: 0 })
  stopWatching()
}
