import type { Edit, FieldChange, FieldConflict, PathForm } from '../../shared/edit'
import type { AssetKey } from '../../shared/kept'
import { rowKind } from '../../shared/metadata-rows'
import { appendMember, insertItem, removeChild, renameKey } from './change-text'
import { takeFields } from './changed-fields'
import { compareMetadata, findMetadata, writeField } from './field-changes'
import { applyPatch, readPatch } from './hand-patch'
import { childAt, hasTwin, type JsonDocument, parseDocument, rowAt, valueText } from './json-value'
import { rebaseChanges } from './rebase-changes'
import { replaceRow } from './replace-row'

/** Also a JSON Patch that replaces all edits before it, and changes that were brought over from another version. */
export type DraftStep =
  | Edit
  | { kind: 'patch'; text: string }
  | { kind: 'changes'; changes: readonly FieldChange[] }

/** The version of an asset that edits start from. */
export type DraftBase = { body: JsonDocument; etag: string | null; readAt: string }

/** `changeId`: under which it is listed once it is known to be there. `changes`: without what was edited since. */
export type SentDraft = {
  readonly changeId: string
  readonly body: string
  readonly form: PathForm
  readonly changes: readonly FieldChange[]
}

export type DraftState = {
  readonly asset: AssetKey
  readonly base: DraftBase
  /** With those that were undone, which stand behind `position`. */
  readonly steps: readonly DraftStep[]
  readonly position: number
  /** The base with the steps up to `position`. */
  readonly body: JsonDocument
  readonly conflicts: readonly FieldConflict[]
  /** A JSON Patch by hand that has problems so far: it is kept as it stands, and changes nothing. */
  readonly unfinished: string | null
  /** What is on its way to AEM, or may have arrived: the program ended, or no answer came. */
  readonly sent: SentDraft | null
  /** When the version was read that edits of an earlier time began with; null for edits of now. */
  readonly resumedFrom: string | null
}

/** An edit that makes no sense here: the window does not offer it. */
export class UnfitEdit extends Error {}

export function startDraft(asset: AssetKey, base: DraftBase): DraftState {
  return {
    asset,
    base,
    steps: [],
    position: 0,
    body: base.body,
    conflicts: [],
    unfinished: null,
    sent: null,
    resumedFrom: null,
  }
}

/** Throws `UnfitEdit`. */
export function addStep(state: DraftState, step: DraftStep): DraftState {
  const body = applyStep(state.base.body, state.body, step)
  const before = state.steps.slice(0, state.position)
  const last = before.at(-1)
  const continues = step.kind === 'set' && step.continues && last?.kind === 'set' && isSamePath(last, step)
  const steps = continues ? [...before.slice(0, -1), step] : [...before, step]
  return { ...state, steps, position: steps.length, body }
}

function isSamePath(one: { path: Edit['path'] }, other: { path: Edit['path'] }): boolean {
  return JSON.stringify(one.path) === JSON.stringify(other.path)
}

/** A patch that was not finished is what goes first. */
export function undo(state: DraftState): DraftState {
  if (state.unfinished !== null) return { ...state, unfinished: null }
  return goTo(state, Math.max(0, state.position - 1))
}

export function redo(state: DraftState): DraftState {
  return goTo(state, Math.min(state.steps.length, state.position + 1))
}

/** The same draft with the steps up to a position. Throws `UnfitEdit`. */
export function goTo(state: DraftState, position: number): DraftState {
  const start = state.steps.slice(0, position).findLastIndex(({ kind }) => kind === 'patch')
  const body = state.steps
    .slice(Math.max(0, start), position)
    .reduce((now, step) => applyStep(state.base.body, now, step), state.base.body)
  return { ...state, position, body }
}

/** A draft is described, reviewed and sent with the same changes; to find them takes longest. */
const knownChanges = new WeakMap<JsonDocument, { base: JsonDocument; changes: readonly FieldChange[] }>()

export function changesOf({ base, body }: Pick<DraftState, 'base' | 'body'>): readonly FieldChange[] {
  const known = knownChanges.get(body)
  if (known?.base === base.body) return known.changes
  const changes = compareMetadata(base.body, body, 'digits')
  knownChanges.set(body, { base: base.body, changes })
  return changes
}

/** What was edited since the changes were sent. */
export function changesSince({ base, body }: DraftState, sent: SentDraft): FieldChange[] {
  return compareMetadata(writeFields(base.body, sent.changes), body, 'digits')
}

/** The same edits on a newer version of the asset; where both sides changed a field, it becomes a conflict. */
export function rebaseDraft(state: DraftState, newer: DraftBase): { state: DraftState; merged: number } {
  const { unfinished, resumedFrom } = state
  const { state: rebased, merged } = startWithChanges(state.asset, newer, changesOf(state))
  return { state: { ...rebased, unfinished, resumedFrom }, merged }
}

/** A draft that begins with changes which were made of another version. */
export function startWithChanges(
  asset: AssetKey,
  base: DraftBase,
  changes: readonly FieldChange[],
): { state: DraftState; merged: number } {
  const { body, conflicts, merged } = rebaseChanges(changes, base.body)
  const start = startDraft(asset, base)
  const brought = compareMetadata(base.body, body, 'digits')
  return {
    state: {
      ...(brought.length === 0 ? start : addStep(start, { kind: 'changes', changes: brought })),
      conflicts,
    },
    merged,
  }
}

function applyStep(base: JsonDocument, body: JsonDocument, step: DraftStep): JsonDocument {
  switch (step.kind) {
    case 'patch': {
      const { operations } = readPatch(step.text)
      return applyPatch(base, operations).body
    }
    case 'changes':
      return writeFields(body, step.changes)
    default:
      return applyEdit(body, step)
  }
}

function writeFields(body: JsonDocument, changes: readonly FieldChange[]): JsonDocument {
  const fields = takeFields(body)
  for (const { path, after } of changes) {
    const [key = ''] = path
    fields.set(key, writeField(fields.of(key), path, after))
  }
  return fields.whole()
}

function applyEdit(body: JsonDocument, edit: Edit): JsonDocument {
  const metadata = findMetadata(body)
  const parent = metadata === null ? null : rowAt(body, metadata, edit.path.slice(0, -1))
  const last = edit.path.at(-1)
  if (parent === null || last === undefined) throw new UnfitEdit('No such place')
  if (edit.kind === 'add') return parseDocument(addChild(body, parent, last, edit.value))
  const row = childAt(body, parent, last)
  if (row === null || hasTwin(body, row)) throw new UnfitEdit('No such field')
  if (edit.kind === 'set') return replaceRow(body, row, parseDocument(edit.value))
  return parseDocument(changeChild(body, { parent, row }, edit))
}

function addChild(body: JsonDocument, parent: number, last: string | number, value: string): string {
  parseDocument(value)
  const kind = rowKind(body.rows, parent)
  if (kind === 'array' && typeof last === 'number') return insertItem(body, parent, last, value)
  const isFree = kind === 'object' && childAt(body, parent, last) === null
  if (!isFree) throw new UnfitEdit('Nothing can be added there')
  return appendMember(body, parent, String(last), value)
}

function changeChild(
  body: JsonDocument,
  { parent, row }: { parent: number; row: number },
  edit: Exclude<Edit, { kind: 'add' | 'set' }>,
): string {
  switch (edit.kind) {
    case 'remove':
      return removeChild(body, row)
    case 'rename':
      if (rowKind(body.rows, parent) !== 'object' || childAt(body, parent, edit.key) !== null) {
        throw new UnfitEdit('The name is taken')
      }
      return renameKey(body, row, edit.key)
    case 'move': {
      const moved = valueText(body, row)
      const without = parseDocument(removeChild(body, row))
      const metadata = findMetadata(without)
      const list = metadata === null ? null : rowAt(without, metadata, edit.path.slice(0, -1))
      if (list === null || rowKind(without.rows, list) !== 'array') throw new UnfitEdit('Not in a list')
      return insertItem(without, list, edit.to, moved)
    }
  }
}
