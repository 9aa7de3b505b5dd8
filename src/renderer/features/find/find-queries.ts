import {
  type QueryFunctionContext,
  queryOptions,
  skipToken,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { AppError } from '../../../shared/result'
import type {
  FoundAsset,
  SearchCounts,
  SearchFilters,
  SearchOutcome,
  SearchProgress,
  SearchRequest,
} from '../../../shared/search'
import { countTold } from '../../desktop/count-told'
import { fetchToEnd, runRequest } from '../../desktop/run-request'
import { cacheKey } from '../../model/connections/connection-cache'
import { emptyDraft, type FindDraft } from './find-draft'

/** What has come of the latest search. The list of assets is the same one while it grows: a hundred thousand are not copied. */
export type FindTrace = {
  assets: readonly FoundAsset[]
  counts: SearchCounts | null
  pauseSeconds: number | null
  isCanceled: boolean
}

const noTrace: FindTrace = { assets: [], counts: null, pauseSeconds: null, isCanceled: false }

/** Cached for as long as the window is open, or until the next search there. */
const untilReplaced = { gcTime: Number.POSITIVE_INFINITY, structuralSharing: false, enabled: false } as const

function runQuery(connectionId: string) {
  return queryOptions<SearchOutcome>({
    queryKey: [...cacheKey('find', connectionId), 'run'],
    queryFn: skipToken,
    ...untilReplaced,
  })
}

function traceQuery(connectionId: string) {
  return queryOptions<FindTrace>({
    queryKey: [...cacheKey('find', connectionId), 'trace'],
    queryFn: skipToken,
    ...untilReplaced,
  })
}

function draftQuery(connectionId: string) {
  return queryOptions<FindDraft>({
    queryKey: [...cacheKey('find', connectionId), 'draft'],
    queryFn: skipToken,
    ...untilReplaced,
  })
}

/** The folders in a folder. */
export function foldersQuery(connectionId: string, path: string) {
  return queryOptions({
    queryKey: [...cacheKey('folders', connectionId), path],
    queryFn: (context) =>
      runRequest(context, (ticket) => window.desktop.listFolders({ connectionId, path, ticket })),
  })
}

/** The fields as they were left, also after another page was shown. */
export function useFindDraft(connectionId: string) {
  const client = useQueryClient()
  const query = draftQuery(connectionId)
  const { data: draft = emptyDraft } = useQuery(query)
  function change(part: Partial<FindDraft>): void {
    client.setQueryData(query.queryKey, (before) => ({ ...(before ?? emptyDraft), ...part }))
  }
  return { draft, change }
}

export type Find = {
  trace: FindTrace
  outcome: SearchOutcome | null
  isRunning: boolean
  /** Why nothing could be found at all. */
  error: AppError | null
  find: (text: string, filters: SearchFilters) => void
  cancel: () => void
}

export function useFind(connectionId: string): Find {
  const client = useQueryClient()
  const query = runQuery(connectionId)
  const { data, isFetching, error } = useQuery(query)
  const { data: trace = noTrace } = useQuery(traceQuery(connectionId))
  function changeTrace(part: Partial<FindTrace>): void {
    client.setQueryData(traceQuery(connectionId).queryKey, (before) => ({ ...(before ?? noTrace), ...part }))
  }
  async function run(text: string, filters: SearchFilters): Promise<void> {
    await client.cancelQueries({ queryKey: query.queryKey })
    const assets: FoundAsset[] = []
    changeTrace({ ...noTrace, assets })
    await fetchToEnd(client, {
      ...query,
      queryFn: (context) => {
        const { signal } = context
        const told = countTold(signal)
        signal.addEventListener('abort', () => changeTrace({ isCanceled: true, pauseSeconds: null }), {
          once: true,
        })
        return search(
          context,
          { connectionId, text, filters },
          {
            onFound: (progress) => {
              assets.push(...progress.assets)
              changeTrace({ counts: progress.counts, pauseSeconds: progress.pauseSeconds })
              told.add(progress.assets.length)
            },
            onAnswer: async (outcome) => {
              if (outcome.outcome !== 'found') return
              await told.until(outcome.counts.matching - outcome.rest.length)
              assets.push(...outcome.rest)
              changeTrace({ counts: outcome.counts, pauseSeconds: null })
            },
          },
        )
      },
    })
  }
  return {
    trace,
    outcome: isFetching || trace.isCanceled ? null : (data ?? null),
    isRunning: isFetching,
    error: isFetching || trace.isCanceled ? null : (error?.error ?? null),
    find: (text, filters) => void run(text, filters),
    cancel: () => void client.cancelQueries({ queryKey: query.queryKey }),
  }
}

type SearchEvents = {
  onFound: (progress: SearchProgress) => void
  onAnswer: (outcome: SearchOutcome) => Promise<void>
}

/** Searches, and tells what is found on the way: also what comes after the answer, which overtakes it. */
function search(
  context: QueryFunctionContext,
  asked: Omit<SearchRequest, 'ticket'>,
  { onFound, onAnswer }: SearchEvents,
): Promise<SearchOutcome> {
  return runRequest(context, async (ticket) => {
    const stopListening = window.desktop.onSearchProgress((progress) => {
      if (progress.ticket === ticket && !context.signal.aborted) onFound(progress)
    })
    try {
      const result = await window.desktop.findAssets({ ...asked, ticket })
      if (result.ok) await onAnswer(result.value)
      return result
    } finally {
      stopListening()
    }
  })
}
