import type { AssetOutcome, AssetSummary } from '../../../../shared/asset-list'
import type { AssetReference } from '../../../../shared/asset-reference'
import type { AppError } from '../../../../shared/result'
import { textOf } from '../understanding/understood-text'

/** Several assets that one text named, and which of them was requested last; null before the first. */
export type FoundAssets = { references: readonly AssetReference[]; isCut: boolean; current: number | null }

export type RowState =
  | { is: 'unread' }
  | { is: 'reading' }
  | { is: 'read'; summary: AssetSummary }
  | { is: 'failed'; error: AppError }
  /** The text says that it is in another environment. */
  | { is: 'elsewhere'; bucket: string }
  /** Known by its path alone. */
  | { is: 'path' }

/** The outcome of each asset of a list, by the ID or path that names it there. */
export type Outcomes = ReadonlyMap<string, AssetOutcome>

/** The latest reading of many. */
export type ListRun = {
  /** The list that it was for, as `nameList` tells it from others. */
  list: string
  /** How many are read in it. */
  all: number
  pending: ReadonlySet<string>
  /** See `AssetsProgress`. */
  pauseSeconds: number | null
  isCancelled: boolean
  /** See `AssetsRead`. */
  left: number
}

export type ListTrace = { outcomes: Outcomes; run: ListRun | null }

export const noTrace: ListTrace = { outcomes: new Map(), run: null }

export function withOutcomes(trace: ListTrace, outcomes: readonly AssetOutcome[]): ListTrace {
  if (outcomes.length === 0) return trace
  const all = new Map(trace.outcomes)
  const pending = new Set(trace.run?.pending)
  for (const outcome of outcomes) {
    all.set(outcome.assetId, outcome)
    pending.delete(outcome.assetId)
  }
  return { outcomes: all, run: trace.run && { ...trace.run, pending } }
}

/** The state of an asset of a list, as seen from the bucket that is read. */
export function stateOf(
  reference: AssetReference,
  bucket: string,
  { outcomes, run }: ListTrace,
  isRunning: boolean,
): RowState {
  const name = textOf(reference)
  if (isRunning && run?.pending.has(name)) return { is: 'reading' }
  const known = outcomes.get(name)
  if (known?.outcome === 'read') return { is: 'read', summary: known.summary }
  if (known?.outcome === 'failed') return { is: 'failed', error: known.error }
  if (isElsewhere(reference, bucket)) return { is: 'elsewhere', bucket: reference.bucket ?? '' }
  return { is: reference.target.by === 'path' ? 'path' : 'unread' }
}

/** A unique key of a list. */
export function nameList(references: readonly AssetReference[]): string {
  return references.map(textOf).join('\n')
}

function isElsewhere(reference: AssetReference, bucket: string): boolean {
  return reference.bucket !== null && reference.bucket !== bucket
}

/** The IDs that can be read from the bucket, in the order of the list. */
export function readableIds(references: readonly AssetReference[], bucket: string): readonly string[] {
  return references.flatMap((reference) =>
    reference.target.by === 'id' && !isElsewhere(reference, bucket) ? [reference.target.assetId] : [],
  )
}

/** Those of them that were not read yet, or could not be. */
export function unreadIds(ids: readonly string[], outcomes: Outcomes): readonly string[] {
  return ids.filter((id) => outcomes.get(id)?.outcome !== 'read')
}

export type ListCounts = Readonly<Record<'read' | 'failed' | 'elsewhere' | 'path', number>>

export function countRows(
  references: readonly AssetReference[],
  bucket: string,
  trace: ListTrace,
): ListCounts {
  const counts = { read: 0, failed: 0, elsewhere: 0, path: 0 }
  for (const reference of references) {
    const { is } = stateOf(reference, bucket, trace, false)
    if (is !== 'unread' && is !== 'reading') counts[is]++
  }
  return counts
}
