import {
  type QueryFunctionContext,
  queryOptions,
  skipToken,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { CheckReport, RightsMatrix, RightsRequest, SecretSlot, StepResult } from '../../../shared/check'
import type { AppError } from '../../../shared/result'
import { withRights } from '../../../words/check/check-outcome'
import type { DesktopError } from '../../desktop/desktop'
import { fetchToEnd, runRequest } from '../../desktop/run-request'
import { cacheKey } from '../../model/connections/connection-cache'

/** What is checked: a connection with one of its two secrets. */
export type CheckSubject = { connectionId: string; secretSlot: SecretSlot }

/** The latest run as it goes on: the steps so far, in their order. */
export type CheckTrace = { asset: string; steps: readonly StepResult[]; isCancelled: boolean }

/** The outcome of a check is cached for as long as the window is open, or until the connection is changed. */
const untilChanged = { gcTime: Number.POSITIVE_INFINITY, structuralSharing: false, enabled: false } as const

function keyOf({ connectionId, secretSlot }: CheckSubject) {
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

/** Only fetched by `useProbeRights`. */
function rightsQuery(connectionId: string) {
  return queryOptions<RightsMatrix>({
    queryKey: [...cacheKey('check', connectionId), 'rights'],
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
  asset: string,
): Promise<CheckReport> {
  const { client, signal } = context
  const { queryKey } = traceQuery(subject)
  function change(next: (trace: CheckTrace) => CheckTrace) {
    return client.setQueryData(queryKey, (trace) => trace && next(trace))
  }
  client.setQueryData(queryKey, { asset, steps: [], isCancelled: false })
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
      return window.desktop.checkConnection({ ...subject, asset, ticket })
    })
  } finally {
    stopListening()
    signal.removeEventListener('abort', cancel)
  }
}

/** Runs the check again and drops rights that were probed before: it fetches a new token. */
export function useRunCheck() {
  const client = useQueryClient()
  return async (subject: CheckSubject, asset: string): Promise<void> => {
    const query = reportQuery(subject)
    await client.cancelQueries({ queryKey: query.queryKey })
    await client.resetQueries({ queryKey: rightsQuery(subject.connectionId).queryKey })
    await fetchToEnd(client, { ...query, queryFn: (context) => runTraced(context, subject, asset) })
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
  /** The asset as it was typed for this run; null before the first. */
  asset: string | null
  /** Of the last run that came to its end. */
  report: CheckReport | null
  /** What kept the check from running at all. */
  error: AppError | null
}

export type RunSources = {
  report: CheckReport | undefined
  trace: CheckTrace | undefined
  rights: RightsMatrix | undefined
  error: DesktopError | null
  isRunning: boolean
}

export function describeRun({ report, trace, rights, error, isRunning }: RunSources): CheckRun {
  const whole = report ? withRights(report, rights ?? null) : null
  const common = { report: whole, error: null }
  if (isRunning) {
    return { ...common, state: 'running', steps: trace?.steps ?? [], asset: trace?.asset ?? null }
  }
  if (trace?.isCancelled) {
    const steps = trace.steps.filter(({ state }) => state !== 'running')
    return { ...common, state: 'cancelled', steps, asset: trace.asset }
  }
  if (error) {
    return { ...common, state: 'failed', steps: [], asset: trace?.asset ?? null, error: error.error }
  }
  if (!whole) return { ...common, state: 'none', steps: [], asset: null }
  return { ...common, state: 'done', steps: whole.steps, asset: whole.assetId ?? '' }
}

/** The check of a connection: running, or its outcome. Rights are those of the current secret. */
export function useCheckRun(subject: CheckSubject): CheckRun {
  const { data: report, error, isFetching } = useQuery(reportQuery(subject))
  const { data: trace } = useQuery(traceQuery(subject))
  const { data: found } = useQuery(rightsQuery(subject.connectionId))
  const rights = subject.secretSlot === 'current' ? found : undefined
  return useMemo(
    () => describeRun({ report, trace, rights, error, isRunning: isFetching }),
    [report, trace, rights, error, isFetching],
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
    one.rights === other.rights &&
    one.error === other.error &&
    one.isRunning === other.isRunning
  )
}

/** The same for several subjects, in their order. */
export function useCheckRuns(subjects: readonly CheckSubject[]): readonly CheckRun[] {
  const reports = useQueries({ queries: subjects.map(reportQuery) })
  const traces = useQueries({ queries: subjects.map(traceQuery) })
  const rights = useQueries({ queries: subjects.map(({ connectionId }) => rightsQuery(connectionId)) })
  const [describe] = useState(createDescriptions)
  return subjects.map(({ connectionId, secretSlot }, index) =>
    describe(`${connectionId} ${secretSlot}`, {
      report: reports[index]?.data,
      trace: traces[index]?.data,
      rights: secretSlot === 'current' ? rights[index]?.data : undefined,
      error: reports[index]?.error ?? null,
      isRunning: reports[index]?.isFetching ?? false,
    }),
  )
}

export function useRights(connectionId: string) {
  return useQuery(rightsQuery(connectionId))
}

export function useProbeRights() {
  const client = useQueryClient()
  return async (request: Omit<RightsRequest, 'ticket'>): Promise<void> => {
    const query = rightsQuery(request.connectionId)
    await client.cancelQueries({ queryKey: query.queryKey })
    await fetchToEnd(client, {
      ...query,
      queryFn: (context) =>
        runRequest(context, (ticket) => window.desktop.probeRights({ ...request, ticket })),
    })
  }
}

export function useCancelRights() {
  const client = useQueryClient()
  return (connectionId: string) => void client.cancelQueries({ queryKey: rightsQuery(connectionId).queryKey })
}
