import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { BulkProgress, BulkQuery, BulkRun } from '../../../../shared/bulk'
import type { Result } from '../../../../shared/result'
import { unwrap } from '../../../desktop/desktop'
import { cacheKey } from '../../../model/connections/connection-cache'
import type { OperationDraft } from './operation-draft'

/** What takes the place of one asset: the form of a change for many, or a run of it. */
export type OpenBulk = {
  assetIds: readonly string[]
  /** Of the list, which have no ID yet. */
  leftOut: number
  drafts: readonly OperationDraft[]
  runId: string | null
}

/** Also while another page is shown; null where no change of many is open. */
export function useOpenBulk(
  connectionId: string,
): readonly [OpenBulk | null, (open: OpenBulk | null) => void] {
  const client = useQueryClient()
  const queryKey = [...cacheKey('open-bulk', connectionId)]
  const { data } = useQuery<OpenBulk | null>({
    queryKey,
    queryFn: skipToken,
    gcTime: Number.POSITIVE_INFINITY,
  })
  return [data ?? null, (open) => void client.setQueryData(queryKey, open)]
}

function runKey(runId: string) {
  return ['bulk-run', runId] as const
}

function withProgress(run: BulkRun, { stage, rows }: BulkProgress): BulkRun {
  const changed = new Map(rows.map((row) => [row.assetId, row]))
  return {
    ...run,
    stage,
    wasSent: run.wasSent || stage !== 'ready',
    rows: rows.length === 0 ? run.rows : run.rows.map((row) => changed.get(row.assetId) ?? row),
  }
}

/** A run as it is, also while it is sent. `pauseSeconds`: see `BulkProgress`. */
export function useRun(runId: string) {
  const client = useQueryClient()
  const [pauseSeconds, setPauseSeconds] = useState<number | null>(null)
  const query = useQuery({
    queryKey: runKey(runId),
    queryFn: () => unwrap(window.desktop.readBulk({ runId })),
    gcTime: 0,
    structuralSharing: false,
  })
  const show = useCallback((run: BulkRun) => void client.setQueryData<BulkRun>(runKey(run.id), run), [client])
  useEffect(() => {
    return window.desktop.onBulkProgress((progress) => {
      if (progress.runId !== runId) return
      setPauseSeconds(progress.pauseSeconds)
      client.setQueryData<BulkRun>(runKey(runId), (run) => run && withProgress(run, progress))
    })
  }, [client, runId])
  return { run: query.data ?? null, error: query.error, pauseSeconds, show, reload: query.refetch }
}

/** Plans a run; `planned` counts the assets that have been read for it. */
export function usePlan(onPlanned: (run: BulkRun) => void) {
  const [ticket, setTicket] = useState<string | null>(null)
  const [planned, setPlanned] = useState(0)
  const [pauseSeconds, setPauseSeconds] = useState<number | null>(null)
  useEffect(() => {
    if (ticket === null) return
    return window.desktop.onBulkProgress((progress) => {
      if (progress.runId !== ticket) return
      setPlanned((count) => count + progress.rows.length)
      setPauseSeconds(progress.pauseSeconds)
    })
  }, [ticket])
  const mutation = useMutation({
    mutationFn: (request: (ticket: string) => Promise<Result<BulkRun>>) => {
      const own = crypto.randomUUID()
      setTicket(own)
      setPlanned(0)
      setPauseSeconds(null)
      return unwrap(request(own))
    },
    retry: false,
    onSuccess: onPlanned,
    onSettled: () => setTicket(null),
  })
  return {
    isPlanning: mutation.isPending,
    planned,
    pauseSeconds,
    error: mutation.error?.error.kind === 'cancelled' ? null : mutation.error,
    plan: (query: Omit<BulkQuery, 'ticket'>) =>
      mutation.mutate((own) => window.desktop.planBulk({ ...query, ticket: own })),
    planRest: (runId: string) =>
      mutation.mutate((own) => window.desktop.planBulkRest({ runId, ticket: own })),
    cancel: () => {
      if (ticket !== null) void window.desktop.cancelWork({ ticket })
    },
  }
}

export type Plan = ReturnType<typeof usePlan>

/** Sends what is planned. It goes on when its page is left. */
export function useSendRun(onEnded: (run: BulkRun) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (runId: string) => unwrap(window.desktop.sendBulk({ runId })),
    retry: false,
    onSuccess: (run) => {
      onEnded(run)
      void client.invalidateQueries({ queryKey: ['bulk-list', run.connectionId] })
    },
  })
}

/** The runs of a connection that were sent. */
export function useRuns(connectionId: string) {
  const { data } = useQuery({
    queryKey: ['bulk-list', connectionId],
    queryFn: () => unwrap(window.desktop.listBulk({ connectionId })),
    gcTime: 0,
  })
  return data ?? []
}
