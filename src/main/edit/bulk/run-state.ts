import { findAssetNames } from '../../../shared/asset-names'
import {
  type BulkOperation,
  type BulkRow,
  type BulkRun,
  type BulkStage,
  type BulkState,
  type BulkSummary,
  countBulk,
} from '../../../shared/bulk'
import type { FieldChange, PathForm, WriteLock } from '../../../shared/edit'
import type { MetadataReading } from '../../../shared/metadata'
import type { AppError } from '../../../shared/result'
import type { JsonDocument } from '../json-value'
import { missingIn } from '../sent-outcome'
import { type Plan, planAgain, planOperations } from './plan-changes'

/** A row with what is needed to send it. */
export type RunRow = BulkRow & {
  /** Of the version that `changes` start from; null where AEM sent none. */
  readonly etag: string | null
  /** What a run that undoes another one is to change back. */
  readonly wanted: readonly FieldChange[]
}

/** What of a run never changes. */
export type RunHead = {
  readonly id: string
  readonly connectionId: string
  /** See `AssetKey`: a connection that leads elsewhere by now sends nothing of it. */
  readonly author: string
  readonly clientId: string
  readonly at: string
  readonly operations: readonly BulkOperation[]
  readonly undoes: string | null
  readonly form: PathForm
}

export type RunState = {
  readonly head: RunHead
  readonly rows: Map<string, RunRow>
  stage: BulkStage
  wasSent: boolean
  error: AppError | null
}

export function newRow(assetId: string, wanted: readonly FieldChange[] = []): RunRow {
  return {
    assetId,
    title: null,
    state: 'unreadable',
    changes: [],
    rule: null,
    error: null,
    isReplanned: false,
    etag: null,
    wanted,
  }
}

/** Where nobody knows yet, or where reading was behind writing. */
const mayBeDone: readonly BulkState[] = ['sending', 'missing', 'not-applied', 'unknown']

/** The row as it is planned from an asset that was just read. */
export function planRow(
  row: RunRow,
  { undoes, operations }: Pick<RunHead, 'undoes' | 'operations'>,
  { text, rows, etag }: Pick<MetadataReading, 'text' | 'rows' | 'etag'>,
): RunRow {
  const body: JsonDocument = { text, rows }
  if (mayBeDone.includes(row.state) && missingIn(body, row.changes).length === 0) {
    return { ...row, etag, state: 'changed', error: null, isReplanned: false }
  }
  const plan: Plan =
    etag === null
      ? { state: 'refused', rule: { code: 'no-version', field: '' } }
      : undoes === null
        ? planOperations(body, operations)
        : planAgain(body, row.wanted)
  return {
    ...row,
    title: titleOf(text, rows),
    etag,
    state: plan.state,
    changes: plan.state === 'planned' ? plan.changes : [],
    rule: plan.state === 'refused' ? plan.rule : null,
    error: null,
    isReplanned: false,
  }
}

function titleOf(text: string, rows: Int32Array): string | null {
  const { title, name } = findAssetNames(text, rows)
  return title ?? name
}

export function describeRow({ etag: _, wanted: __, ...row }: RunRow): BulkRow {
  return row
}

export function describeRun(run: RunState, lock: WriteLock | null): BulkRun {
  const { author: _, clientId: __, form: ___, ...head } = run.head
  const { stage, wasSent, error } = run
  return { ...head, stage, wasSent, error, lock, rows: [...run.rows.values()].map(describeRow) }
}

export function summarizeRun(run: RunState): BulkSummary {
  const { rows, lock: _, error: __, ...summary } = describeRun(run, null)
  return { ...summary, counts: countBulk(rows) }
}
