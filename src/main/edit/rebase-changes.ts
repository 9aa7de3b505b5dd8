import type { ConflictChoice, FieldChange, FieldConflict } from '../../shared/edit'
import { takeFields } from './changed-fields'
import { readField, writeField } from './field-changes'
import { isSameText, type JsonDocument } from './json-value'

export type Rebased = {
  /** The newer body with the changes that nobody else made. */
  body: JsonDocument
  conflicts: FieldConflict[]
  /** Changes that were brought over by themselves. */
  merged: number
}

/**
 * Brings changes over to a newer body. A field that only one side changed takes that side; what both changed alike is done; the
 * rest is a conflict, in which `theirs` stays for now.
 */
export function rebaseChanges(changes: readonly FieldChange[], newer: JsonDocument): Rebased {
  const conflicts: FieldConflict[] = []
  const fields = takeFields(newer)
  let merged = 0
  for (const { path, before, after } of changes) {
    const [key = ''] = path
    const theirs = readField(fields.of(key), path)
    if (isSameText(theirs, after, 'value')) continue
    if (isSameText(theirs, before, 'value') && !isCutOff(newer, path, before)) {
      fields.set(key, writeField(fields.of(key), path, after))
      merged++
    } else conflicts.push({ path, before, mine: after, theirs })
  }
  return { body: fields.whole(), conflicts, merged }
}

/** A new field whose object is no longer an object, or a field whose object is gone: writing it would bring that back. */
function isCutOff(body: JsonDocument, path: readonly string[], before: string | null): boolean {
  if (before !== null || path.length < 2) return false
  const parent = readField(body, path.slice(0, -1))
  return parent === null || !parent.trimStart().startsWith('{')
}

/** Decides conflicts; `choices` are in the order of `conflicts`. */
export function settleConflicts(
  body: JsonDocument,
  conflicts: readonly FieldConflict[],
  choices: readonly ConflictChoice[],
): JsonDocument {
  return conflicts.reduce(
    (settled, { path, mine }, at) => (choices[at] === 'mine' ? writeField(settled, path, mine) : settled),
    body,
  )
}

/** What undoes changes. */
export function reverseChanges(changes: readonly FieldChange[]): FieldChange[] {
  return changes.map(({ path, before, after }) => ({ path, before: after, after: before }))
}
