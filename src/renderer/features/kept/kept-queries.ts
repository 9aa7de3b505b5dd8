import { type QueryClient, queryOptions, skipToken, useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Connection } from '../../../shared/connections'
import {
  type AssetKey,
  assetKeyOf,
  type CheckMark,
  type FavouriteDraft,
  type HistoryEntry,
  type HistoryScope,
  type Kept,
  type SnapshotDraft,
} from '../../../shared/kept'
import type { Result } from '../../../shared/result'
import { afterNextFrame } from '../../components/next-frame'
import { unwrap } from '../../desktop/desktop'

export function keptQuery() {
  return queryOptions({ queryKey: ['kept'], queryFn: () => unwrap(window.desktop.listKept()) })
}

/** The checks of each connection, newest first. */
export function checksByConnection({ checks }: Kept): ReadonlyMap<string, readonly CheckMark[]> {
  const found = new Map<string, CheckMark[]>()
  for (const mark of checks) found.set(mark.connectionId, [...(found.get(mark.connectionId) ?? []), mark])
  return found
}

/** What a connection has read, as it is now, newest first. */
export function readBefore(
  { history }: Kept,
  { id, author, clientId }: Pick<Connection, 'id' | 'author' | 'clientId'>,
): readonly HistoryEntry[] {
  return history.filter(
    (entry) =>
      entry.connectionId === id &&
      entry.outcome === 'read' &&
      entry.author === author &&
      entry.clientId === clientId,
  )
}

const allSnapshots = ['snapshots'] as const

export function snapshotsQuery(asset: AssetKey) {
  const key = assetKeyOf(asset)
  return queryOptions({
    queryKey: [...allSnapshots, key],
    queryFn: () => unwrap(window.desktop.listSnapshots(key)),
  })
}

/** Bodies of up to many megabytes: cached only while they are shown. */
export function snapshotQuery(snapshotId: string | null) {
  return queryOptions({
    queryKey: ['snapshot', snapshotId],
    queryFn: snapshotId === null ? skipToken : () => unwrap(window.desktop.readSnapshot({ snapshotId })),
    structuralSharing: false,
    gcTime: 0,
  })
}

export function refreshKept(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: keptQuery().queryKey })
  void client.invalidateQueries({ queryKey: allSnapshots })
}

/** What changes what is kept: a request for metadata, the report of a check, a connection that was edited. */
function isKept(key: readonly unknown[]): boolean {
  return key[0] === 'metadata' || key[0] === 'connections' || (key[0] === 'check' && key.at(-1) === 'report')
}

/** Refetches history and snapshots after each of these, once its outcome is on the screen. */
export function useKeptAfterReadings(): void {
  const client = useQueryClient()
  useEffect(() => {
    return client.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || !isKept(event.query.queryKey)) return
      if (event.action.type === 'success' || event.action.type === 'error')
        afterNextFrame(() => refreshKept(client))
    })
  }, [client])
}

/** A mutation that returns what is kept afterwards, or null where that did not change. */
function useKeptChange<Input>(change: (input: Input) => Promise<Result<Kept | null>>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => unwrap(change(input)),
    onSuccess: (kept) => {
      if (kept !== null) client.setQueryData(keptQuery().queryKey, kept)
      void client.invalidateQueries({ queryKey: allSnapshots })
    },
  })
}

export function useClearHistory() {
  return useKeptChange((scope: HistoryScope) => window.desktop.clearHistory(scope))
}

export function useRestoreHistory() {
  return useKeptChange((_: undefined) => window.desktop.restoreHistory())
}

export function useSaveFavourite() {
  return useKeptChange((draft: FavouriteDraft) => window.desktop.saveFavourite(draft))
}

export function useRemoveFavourite() {
  return useKeptChange((asset: AssetKey) => window.desktop.removeFavourite(asset))
}

export function useDeleteKept() {
  return useKeptChange((_: undefined) => window.desktop.deleteKept())
}

function useSnapshotRefresh() {
  const client = useQueryClient()
  return () => refreshKept(client)
}

export function useKeepSnapshot() {
  const onSuccess = useSnapshotRefresh()
  return useMutation({
    mutationFn: (draft: SnapshotDraft) => unwrap(window.desktop.keepSnapshot(draft)),
    onSuccess,
  })
}

export function useRemoveSnapshot() {
  const onSuccess = useSnapshotRefresh()
  return useMutation({
    mutationFn: (snapshotId: string) => unwrap(window.desktop.removeSnapshot({ snapshotId })),
    onSuccess,
  })
}
