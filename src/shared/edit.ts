import type { HttpExchange } from './http-exchange'
import type { AssetKey } from './kept'
import type { MetadataReading } from './metadata'

/** Where a value stands below `assetMetadata`: keys of fields, positions of list items. */
export type FieldPath = readonly (string | number)[]

/** One step of editing. `value` is JSON text, whose digits and escapes are kept as they are. */
export type Edit =
  /** Gives a field or an item another value. `continues`: belongs to the step before, as one typed word does. */
  | { kind: 'set'; path: FieldPath; value: string; continues: boolean }
  /** Adds a field to an object, or an item to a list at the position that `path` ends with. */
  | { kind: 'add'; path: FieldPath; value: string }
  | { kind: 'remove'; path: FieldPath }
  | { kind: 'rename'; path: FieldPath; key: string }
  /** Moves an item of a list to another position. */
  | { kind: 'move'; path: FieldPath; to: number }

/** How a field differs. `before` and `after` are JSON text; null where there is no such field. Lists are one value. */
export type FieldChange = { path: readonly string[]; before: string | null; after: string | null }

/** A field that was changed here and meanwhile in AEM. JSON text, null where it was removed. */
export type FieldConflict = {
  path: readonly string[]
  before: string | null
  mine: string | null
  theirs: string | null
}

export type ConflictChoice = 'mine' | 'theirs'

/** How the paths of a patch are written; see `patch-operations.ts`. */
export const pathForms = ['asset-metadata', 'pointer', 'bare'] as const
export type PathForm = (typeof pathForms)[number]

/** Why a connection can't change anything at the moment. */
export type WriteLock =
  /** Its settings don't allow changes. */
  | 'read-only'
  /** On production, its name has to be typed once. */
  | 'needs-name'
  /** AEM sent no ETag with the asset, so that nothing can be changed under the condition that nobody else did. */
  | 'no-version'

/** What is wrong with a JSON Patch that was written by hand; `operation` counts from 0, null for the whole text. */
export type PatchProblem = {
  operation: number | null
  code:
    | 'not-json'
    | 'not-a-list'
    | 'not-an-operation'
    | 'no-op'
    | 'unknown-op'
    | 'no-path'
    | 'bad-path'
    | 'no-value'
    | 'no-from'
    | 'read-only'
    | 'nothing-there'
    | 'cannot-add'
    | 'not-a-list-value'
    | 'test-failed'
  path: string
}

/** The edits of one asset, not yet sent. */
export type Draft = {
  id: string
  asset: AssetKey
  /** Of the reading that the edits start from; null where AEM sent none. */
  etag: string | null
  readAt: string
  /** The body as edited, with its table; see `MetadataReading`. */
  text: string
  rows: Int32Array
  changes: readonly FieldChange[]
  canUndo: boolean
  canRedo: boolean
  /** The JSON Patch that would be sent. */
  patch: string
  /** As it was typed, where the edits are a JSON Patch by hand; null otherwise. */
  byHand: string | null
  /** A JSON Patch by hand that has problems so far, and changes nothing; null where there is none. */
  unfinished: string | null
  /** Fields that AEM has changed as well since the edits began; nothing can be sent before they are settled. */
  conflicts: readonly FieldConflict[]
  lock: WriteLock | null
  /** When edits of an earlier session were found again. ISO 8601, UTC; null for a new draft. */
  resumedFrom: string | null
}

/**
 * What came of a JSON Patch by hand: where it has problems, it has changed nothing. `barePaths`: paths without a leading slash, as
 * the tutorial writes them.
 */
export type PatchReading = {
  draft: Draft
  problems: readonly PatchProblem[]
  barePaths: readonly string[]
}

/** What is about to be sent: `body` byte for byte. */
export type Review = {
  draftId: string
  body: string
  pathForm: PathForm
  /** The call as it will be sent; nothing of an answer is in it. */
  exchange: HttpExchange
  changes: readonly FieldChange[]
}

/** What came of sending. The reading is of the asset as it was read again afterwards. */
export type SendOutcome =
  /** `missing`: changes that aren't there although AEM answered with success. `besides`: what AEM changed as well. */
  | {
      kind: 'applied'
      /** Under which it can be undone; null where none of it is there. */
      changeId: string | null
      reading: MetadataReading
      changes: readonly FieldChange[]
      missing: readonly FieldChange[]
      besides: readonly FieldChange[]
      /** AEM gave no answer to the change; reading again showed it. */
      withoutAnswer: boolean
      /** What is left to be sent again, where changes are missing. */
      draft: Draft | null
    }
  /** AEM refused because of another change. The draft now starts from the asset as it is, with its conflicts. */
  | { kind: 'conflict'; draft: Draft; merged: number }
  /** No answer came, and the asset is as it was before. */
  | { kind: 'not-applied'; draft: Draft; merged: number }
  /** No answer came, and the asset can't be read either. */
  | { kind: 'unknown'; draft: Draft }

/** A change that this program sent. Dates are ISO 8601, UTC. */
export type SentChange = {
  id: string
  asset: AssetKey
  connectionName: string
  at: string
  changes: readonly FieldChange[]
  /** As it was sent. */
  patch: string
  pathForm: PathForm
  etagBefore: string
  etagAfter: string | null
}

/** A draft that is open, or what came of one whose answer was never seen. */
export type Opening = { kind: 'open'; draft: Draft } | SendOutcome
