import type { FieldChange, WriteLock } from './edit'
import type { AppError } from './result'

/** What can be done alike with a field of many assets. */
export const bulkKinds = ['set', 'set-missing', 'add-item', 'remove-item', 'remove'] as const
export type BulkKind = (typeof bulkKinds)[number]

/** One step of the same change; `field` is a key of `assetMetadata`, `value` JSON text, whose digits are kept. */
export type BulkOperation =
  | { kind: Exclude<BulkKind, 'remove'>; field: string; value: string }
  | { kind: 'remove'; field: string }

/** As many as a person can review. */
export const mostBulkOperations = 20

/** Why an asset is left as it is, although the change would be possible. */
export const bulkRules = [
  /** AEM sent no ETag, so that nothing can be changed under the condition that nobody else did. */
  'no-version',
  'no-metadata',
  /** AEM sets the field itself. */
  'read-only',
  /** The field stands twice in its object. */
  'twice',
  'not-a-list',
  /** A list or an object would become a simple value, or the other way around. */
  'other-kind',
  /** Somebody has changed the field since; to undo would undo that as well. */
  'changed-since',
] as const
export type BulkRule = (typeof bulkRules)[number]

/** Every asset of a run is in exactly one of them. */
export const bulkStates = [
  'planned',
  'sending',
  'changed',
  'nothing',
  'refused',
  'unreadable',
  'failed',
  'missing',
  'not-applied',
  'unknown',
] as const
/**
 * `missing`: AEM answered with success, and the asset doesn't have the change. `not-applied`: no answer came, and the asset doesn't
 * have it. `unknown`: no answer came, and the asset can't be read. `sending` in a run that isn't: the program ended meanwhile.
 */
export type BulkState = (typeof bulkStates)[number]

/** One asset of a run. */
export type BulkRow = {
  assetId: string
  title: string | null
  state: BulkState
  /** What is planned, was tried, or is done. */
  changes: readonly FieldChange[]
  rule: { code: BulkRule; field: string } | null
  /** Without evidence. */
  error: AppError | null
  /** Somebody else changed the asset after it had been reviewed: it was read and planned anew, and waits for another review. */
  isReplanned: boolean
}

export type BulkStage = 'ready' | 'sending' | 'paused'

/** The same change of many assets. */
export type BulkRun = {
  id: string
  connectionId: string
  /** ISO 8601, UTC. */
  at: string
  operations: readonly BulkOperation[]
  /** The run that this one undoes; then it has no operations. */
  undoes: string | null
  stage: BulkStage
  /** Whether sending has begun. */
  wasSent: boolean
  rows: readonly BulkRow[]
  lock: WriteLock | null
  /** Why sending ended before its end. */
  error: AppError | null
}

export type BulkCounts = Readonly<Record<BulkState, number>>

/** A run without its assets. */
export type BulkSummary = Omit<BulkRun, 'rows' | 'lock' | 'error'> & { counts: BulkCounts }

export type BulkQuery = {
  connectionId: string
  /** `assetIds` in the order of the list. */
  of: { assetIds: readonly string[]; operations: readonly BulkOperation[] } | { undoes: string }
  /** Names this piece of work for progress and cancel. */
  ticket: string
}

/** What has changed of a run since the last report; while it is planned, `runId` is the ticket. */
export type BulkProgress = {
  runId: string
  stage: BulkStage
  rows: readonly BulkRow[]
  /** Seconds for which AEM has asked to hold back all calls; null while calls are made. */
  pauseSeconds: number | null
}

/** How a run that is sending goes on. */
export type BulkSteer = 'pause' | 'resume' | 'cancel'

/** The counts add up to the number of rows. */
export function countBulk(rows: readonly Pick<BulkRow, 'state'>[]): BulkCounts {
  const counts = Object.fromEntries(bulkStates.map((state) => [state, 0])) as Record<BulkState, number>
  for (const { state } of rows) counts[state]++
  return counts
}
