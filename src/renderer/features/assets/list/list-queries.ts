import {
  type QueryClient,
  type QueryFunctionContext,
  queryOptions,
  skipToken,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { AssetOutcome, AssetsRead } from '../../../../shared/asset-list'
import type { AssetReference } from '../../../../shared/asset-reference'
import type { AppError } from '../../../../shared/result'
import { countTold } from '../../../desktop/count-told'
import { fetchToEnd, runRequest } from '../../../desktop/run-request'
import { cacheKey } from '../../../model/connections/connection-cache'
import { textOf } from '../understanding/understood-text'
import { type ListRun, type ListTrace, nameList, noTrace, withOutcomes } from './list-rows'

/** Where a list is read: bucket as typed. */
export type ListPlace = { connectionId: string; bucket: string }

/** The outcomes of a list are cached for as long as the window is open, or until another one is read there. */
const untilReplaced = { gcTime: Number.POSITIVE_INFINITY, structuralSharing: false, enabled: false } as const

function keyOf({ connectionId, bucket }: ListPlace) {
  return [...cacheKey('asset-list', connectionId), bucket] as const
}

/** Only fetched by `useReadList`. */
function runQuery(place: ListPlace) {
  return queryOptions<AssetsRead>({
    queryKey: [...keyOf(place), 'run'],
    queryFn: skipToken,
    ...untilReplaced,
  })
}

function traceQuery(place: ListPlace) {
  return queryOptions<ListTrace>({
    queryKey: [...keyOf(place), 'trace'],
    queryFn: skipToken,
    ...untilReplaced,
  })
}

function changeTrace(client: QueryClient, place: ListPlace, change: (trace: ListTrace) => ListTrace): void {
  client.setQueryData(traceQuery(place).queryKey, (trace) => change(trace ?? noTrace))
}

/** Stores the outcome of reading one asset of a list by itself; `name` is its ID or path in the list. */
export function noteOutcome(
  client: QueryClient,
  place: ListPlace,
  name: string,
  outcome: AssetOutcome,
): void {
  changeTrace(client, place, (trace) => withOutcomes(trace, [{ ...outcome, assetId: name }]))
}

async function readTraced(
  context: QueryFunctionContext,
  place: ListPlace,
  list: string,
  assetIds: readonly string[],
): Promise<AssetsRead> {
  const { client, signal } = context
  function change(next: (trace: ListTrace) => ListTrace) {
    return changeTrace(client, place, next)
  }
  function changeRun(part: Partial<ListRun>) {
    return change((trace) => ({ ...trace, run: trace.run && { ...trace.run, ...part } }))
  }
  function cancel() {
    return changeRun({ isCancelled: true, pauseSeconds: null })
  }
  const pending = new Set(assetIds)
  const run = { list, all: pending.size, pending, pauseSeconds: null, isCancelled: false, left: 0 }
  change((trace) => ({ ...trace, run }))
  signal.addEventListener('abort', cancel, { once: true })
  const told = countTold(signal)
  let stopListening: () => void = () => undefined
  try {
    const result = await runRequest(context, (ticket) => {
      stopListening = window.desktop.onAssetsProgress((progress) => {
        if (progress.ticket !== ticket) return
        change((trace) => withOutcomes(trace, progress.outcomes))
        if (!signal.aborted) changeRun({ pauseSeconds: progress.pauseSeconds })
        told.add(progress.outcomes.length)
      })
      return window.desktop.readAssets({ ...place, assetIds, ticket })
    })
    await told.until(result.read + result.failed - result.rest.length)
    change((trace) => withOutcomes(trace, result.rest))
    if (!signal.aborted) changeRun({ left: result.left })
    return result
  } finally {
    stopListening()
    signal.removeEventListener('abort', cancel)
  }
}

/** Reads assets of a list; drops the outcomes of an earlier list that are not in this one. */
export function useReadList() {
  const client = useQueryClient()
  return async (
    place: ListPlace,
    references: readonly AssetReference[],
    assetIds: readonly string[],
  ): Promise<void> => {
    const query = runQuery(place)
    await client.cancelQueries({ queryKey: query.queryKey })
    const inList = new Set(references.map(textOf))
    changeTrace(client, place, ({ run, outcomes }) => ({
      run,
      outcomes: new Map([...outcomes].filter(([name]) => inList.has(name))),
    }))
    await fetchToEnd(client, {
      ...query,
      queryFn: (context) => readTraced(context, place, nameList(references), assetIds),
    })
  }
}

export type ListReading = {
  trace: ListTrace
  isRunning: boolean
  /** Why the list could not be read at all. */
  error: AppError | null
  cancel: () => void
}

export function useListReading(place: ListPlace): ListReading {
  const client = useQueryClient()
  const query = runQuery(place)
  const { isFetching, error } = useQuery(query)
  const { data: trace = noTrace } = useQuery(traceQuery(place))
  return {
    trace,
    isRunning: isFetching,
    error: isFetching ? null : (error?.error ?? null),
    cancel: () => void client.cancelQueries({ queryKey: query.queryKey }),
  }
}
