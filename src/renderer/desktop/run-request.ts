import { type QueryFunctionContext, type QueryKey, queryOptions, skipToken } from '@tanstack/react-query'
import type { WorkProgress } from '../../shared/metadata'
import type { Result } from '../../shared/result'
import { unwrap } from './desktop'

/** How far the work behind a query is, or was when it ended. */
export function progressQuery(queryKey: QueryKey) {
  return queryOptions<WorkProgress>({ queryKey: ['progress', ...queryKey], queryFn: skipToken })
}

/**
 * Runs work that reports progress and can be cancelled, as a query's function.
 *
 * Cancelling the query cancels the work: the program behind the window is told by the work's ticket.
 */
export async function runWork<T>(
  { client, queryKey, signal }: QueryFunctionContext,
  work: (ticket: string) => Promise<Result<T>>,
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
    return await unwrap(work(ticket))
  } finally {
    signal.removeEventListener('abort', cancel)
    stopListening()
  }
}
