import { type QueryKey, useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { findAssetPath } from '../../../shared/asset-names'
import type { AssetTarget } from '../../../shared/asset-reference'
import type { Connection } from '../../../shared/connections'
import type { MetadataReading } from '../../../shared/metadata'
import type { AppError } from '../../../shared/result'
import type { DesktopError } from '../../desktop/desktop'
import { type ColumnReading, columnQuery } from './compare-queries'
import type { AskedComparison } from './comparison-state'

export type ColumnState =
  /** The path is not known yet: the first asset is still being read. */
  | { kind: 'waiting' }
  | { kind: 'reading'; queryKey: QueryKey }
  | { kind: 'read'; reading: MetadataReading }
  | { kind: 'failed'; error: AppError }
  | { kind: Exclude<ColumnReading['outcome'], 'read'>; path: string }
  /** The first asset did not tell its path. */
  | { kind: 'no-path' }

export type Column = { connection: Connection; state: ColumnState; onRetry: () => void }

type Outcome = {
  data: ColumnReading | undefined
  error: DesktopError | null
  isFetching: boolean
  refetch: () => Promise<unknown>
}

/** The assets of a comparison as they come: the first one tells the path by which the others are found. */
export function useColumns(
  asked: AskedComparison | null,
  connection: Connection,
  connections: readonly Connection[],
): readonly Column[] {
  const { serial = 0, base = null, others = [] } = asked ?? {}
  function queryOf({ id, bucket }: Connection, target: AssetTarget | null) {
    return columnQuery(target === null ? null : { connectionId: id, bucket, target, serial })
  }
  const firstQuery = queryOf(connection, base)
  const first = useQuery(firstQuery)
  const path = base?.by === 'path' ? base.path : pathOf(first.data)
  const wanted = others.flatMap(({ connectionId, target }) => {
    const other = connections.find(({ id }) => id === connectionId)
    return other
      ? [{ other, target: target ?? (path === null ? null : ({ by: 'path', path } as const)) }]
      : []
  })
  const queries = wanted.map(({ other, target }) => queryOf(other, target))
  const rest = useQueries({ queries })
  if (asked === null) return []
  const isFirstDone = !first.isFetching && (first.data !== undefined || first.error !== null)
  return [
    columnOf(connection, first, firstQuery.queryKey),
    ...wanted.map(({ other, target }, index): Column => {
      const outcome = rest[index]
      if (target === null || !outcome) {
        const state: ColumnState = { kind: isFirstDone ? 'no-path' : 'waiting' }
        return { connection: other, state, onRetry: () => void first.refetch() }
      }
      return columnOf(other, outcome, queries[index]?.queryKey ?? [])
    }),
  ]
}

function pathOf(reading: ColumnReading | undefined): string | null {
  return reading?.outcome === 'read' ? findAssetPath(reading.reading.text, reading.reading.rows) : null
}

function columnOf(connection: Connection, outcome: Outcome, queryKey: QueryKey): Column {
  return { connection, state: stateOf(outcome, queryKey), onRetry: () => void outcome.refetch() }
}

function stateOf({ data, error, isFetching }: Outcome, queryKey: QueryKey): ColumnState {
  if (isFetching) return { kind: 'reading', queryKey }
  if (error) return { kind: 'failed', error: error.error }
  if (data === undefined) return { kind: 'failed', error: { kind: 'cancelled' } }
  return data.outcome === 'read'
    ? { kind: 'read', reading: data.reading }
    : { kind: data.outcome, path: data.path }
}

/** The former list as long as it has the same items, so that what is made of it stays. */
export function useSameItems<T>(items: readonly T[]): readonly T[] {
  const [former, setFormer] = useState(items)
  const isSame = former.length === items.length && former.every((item, index) => item === items[index])
  if (!isSame) setFormer(items)
  return isSame ? former : items
}
