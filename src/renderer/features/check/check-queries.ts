import {
  type QueryClient,
  type QueryFunctionContext,
  queryOptions,
  skipToken,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { CheckReport, CheckRequest, SecretSlot, StepResult } from '../../../shared/check'
import type { AppError } from '../../../shared/result'
import type { DesktopError } from '../../desktop/desktop'
import { fetchToEnd, runRequest } from '../../desktop/run-request'
import { cacheKey } from '../../model/connections/connection-cache'

/** What is checked: a connection with one of its two secrets. */
export type CheckSubject = { connectionId: string; secretSlot: SecretSlot }

/** What a run is asked for. */
export type CheckAsk = Pick<CheckRequest, 'asset' | 'withUpdate' | 'confirmedName'>

export function onlyReading(asset: string): CheckAsk {
  return { asset, withUpdate: false, confirmedName: '' }
}

/** The latest run as it goes on: the steps so far, in their order. */
export type CheckTrace = { ask: CheckAsk; steps: readonly StepResult[]; isCancelled: boolean }

/** The outcome of a check is cached for as long as the window is open, or until the connection is changed. */
export const untilChanged = {
  gcTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
  enabled: false,
} as const

export function keyOf({ connectionId, secretSlot }: CheckSubject) {
  return [...cacheKey('check', connectionId), secretSlot] as const
}

/** Only fetched by `useRunCheck`. */
function reportQuery(subject: CheckSubject) {
  return queryOptions<CheckReport>({
    queryKey: [...keyOf(subject), 'report'],
    queryFn: skipToken,
    ...untilChanged,
  })
}

function traceQuery(subject: CheckSubject) {
  return queryOptions<CheckTrace>({
    queryKey: [...keyOf(subject), 'trace'],
    queryFn: skipToken,
    ...untilChanged,
  })
}

function put(steps: readonly StepResult[], result: StepResult): readonly StepResult[] {
  return [...steps.filter(({ step }) => step !== result.step), result]
}

async function runTraced(
  context: QueryFunctionContext,
  subject: CheckSubject,
  ask: CheckAsk & { isRepeated?: boolean },
): Promise<CheckReport> {
  const { client, signal } = context
  const { queryKey } = traceQuery(subject)
  function change(next: (trace: CheckTrace) => CheckTrace) {
    return client.setQueryData(queryKey, (trace) => trace && next(trace))
  }
  client.setQueryData(queryKey, { ask, steps: [], isCancelled: false })
  function cancel() {
    return change((trace) => ({ ...trace, isCancelled: true }))
  }
  signal.addEventListener('abort', cancel, { once: true })
  let stopListening: () => void = () => undefined
  try {
    return await runRequest(context, (ticket) => {
      stopListening = window.desktop.onCheckStep((progress) => {
        if (progress.ticket !== ticket || signal.aborted) return
        change((trace) => ({ ...trace, steps: put(trace.steps, progress.result) }))
      })
      return window.desktop.checkConnection({ isRepeated: false, ...subject, ...ask, ticket })
    })
  } finally {
    stopListening()
    signal.removeEventListener('abort', cancel)
  }
}

/** Runs the check again, with a new token. */
export function useRunCheck() {
  const client = useQueryClient()
  return (subject: CheckSubject, ask: CheckAsk) => runCheckToEnd(client, subject, ask)
}

/** Runs the check, in place of one that is running. */
export async function runCheckToEnd(
  client: QueryClient,
  subject: CheckSubject,
  ask: CheckAsk & { isRepeated?: boolean },
): Promise<void> {
  const query = reportQuery(subject)
  await client.cancelQueries({ queryKey: query.queryKey })
  await fetchToEnd(client, { ...query, queryFn: (context) => runTraced(context, subject, ask) })
}

/** What is known of a check at this moment, for who does not show it. */
export function latestRun(client: QueryClient, subject: CheckSubject) {
  const { queryKey } = reportQuery(subject)
  const state = client.getQueryState<CheckReport, DesktopError>(queryKey)
  return {
    report: state?.data,
    error: state?.error?.error ?? null,
    isRunning: state?.fetchStatus === 'fetching',
    isCancelled: client.getQueryData(traceQuery(subject).queryKey)?.isCancelled ?? false,
  }
}

export function useCancelCheck() {
  const client = useQueryClient()
  return (subject: CheckSubject) => void client.cancelQueries({ queryKey: reportQuery(subject).queryKey })
}

export type CheckRun = {
  state: 'none' | 'running' | 'cancelled' | 'failed' | 'done'
  /** As far as they are known, in their order. */
  steps: readonly StepResult[]
  /** What this run was asked for, as typed; null before the first. */
  ask: CheckAsk | null
  /** Of the last run that came to its end. */
  report: CheckReport | null
  /** What kept the check from running at all. */
  error: AppError | null
}

export type RunSources = {
  report: CheckReport | undefined
  trace: CheckTrace | undefined
  error: DesktopError | null
  isRunning: boolean
}

export function describeRun({ report, trace, error, isRunning }: RunSources): CheckRun {
  const ask = trace?.ask ?? null
  const common = { report: report ?? null, ask, error: null }
  if (isRunning) return { ...common, state: 'running', steps: trace?.steps ?? [] }
  if (trace?.isCancelled) {
    return { ...common, state: 'cancelled', steps: trace.steps.filter(({ state }) => state !== 'running') }
  }
  if (error) return { ...common, state: 'failed', steps: [], error: error.error }
  if (!report) return { ...common, state: 'none', steps: [], ask: null }
  return {
    ...common,
    state: 'done',
    steps: report.steps,
    ask: ask && { ...ask, asset: report.assetId ?? '' },
  }
}

/** The check of a connection: running, or its outcome. */
export function useCheckRun(subject: CheckSubject): CheckRun {
  const { data: report, error, isFetching } = useQuery(reportQuery(subject))
  const { data: trace } = useQuery(traceQuery(subject))
  return useMemo(
    () => describeRun({ report, trace, error, isRunning: isFetching }),
    [report, trace, error, isFetching],
  )
}

/** Describes runs; one that did not change since stays the same object, so that what shows it need not be drawn again. */
function createDescriptions() {
  const known = new Map<string, { sources: RunSources; run: CheckRun }>()
  return (key: string, sources: RunSources): CheckRun => {
    const before = known.get(key)
    if (before && isSameSources(before.sources, sources)) return before.run
    const run = describeRun(sources)
    known.set(key, { sources, run })
    return run
  }
}

function isSameSources(one: RunSources, other: RunSources): boolean {
  return (
    one.report === other.report &&
    one.trace === other.trace &&
    one.error === other.error &&
    one.isRunning === other.isRunning
  )
}

/** The same for several subjects, in their order. */
export function useCheckRuns(subjects: readonly CheckSubject[]): readonly CheckRun[] {
  const reports = useQueries({ queries: subjects.map(reportQuery) })
  const traces = useQueries({ queries: subjects.map(traceQuery) })
  const [describe] = useState(createDescriptions)
  return subjects.map(({ connectionId, secretSlot }, index) =>
    describe(`${connectionId} ${secretSlot}`, {
      report: reports[index]?.data,
      trace: traces[index]?.data,
      error: reports[index]?.error ?? null,
      isRunning: reports[index]?.isFetching ?? false,
    }),
  )
}
