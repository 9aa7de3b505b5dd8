import type { FieldChange } from '../../shared/edit'
import { childRows, rowKind } from '../../shared/metadata-rows'
import { appendMember, removeChild } from './change-text'
import { differingMembers } from './differing-members'
import {
  isSameValue,
  type JsonDocument,
  membersOf,
  parseDocument,
  rowAt,
  type Sameness,
  valueText,
} from './json-value'
import { replaceRow } from './replace-row'

/** The object of a body that a patch can change; null where there is none. */
export function findMetadata(body: JsonDocument): number | null {
  if (rowKind(body.rows, 0) !== 'object') return null
  const row = membersOf(body, 0).get('assetMetadata')
  return row !== undefined && rowKind(body.rows, row) === 'object' ? row : null
}

/**
 * How the fields of an object differ, down to the fields inside of objects. Lists, simple values and objects with a
 * field that stands twice count as one.
 */
export function compareFields(
  before: JsonDocument,
  beforeRow: number,
  after: JsonDocument,
  afterRow: number,
  sameness: Sameness,
  path: readonly string[] = [],
): FieldChange[] {
  const { old, now } = differingMembers(before, beforeRow, after, afterRow) ?? {
    old: membersOf(before, beforeRow),
    now: membersOf(after, afterRow),
  }
  const changes: FieldChange[] = []
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const [oldRow, nowRow] = [old.get(key), now.get(key)]
    const here = [...path, key]
    if (oldRow === undefined || nowRow === undefined) {
      changes.push({
        path: here,
        before: oldRow === undefined ? null : valueText(before, oldRow),
        after: nowRow === undefined ? null : valueText(after, nowRow),
      })
    } else if (!isSameValue(before, oldRow, after, nowRow, sameness)) {
      if (hasFields(before, oldRow) && hasFields(after, nowRow))
        changes.push(...compareFields(before, oldRow, after, nowRow, sameness, here))
      else changes.push({ path: here, before: valueText(before, oldRow), after: valueText(after, nowRow) })
    }
  }
  return changes
}

/** An object whose fields a path can name: none stands in it twice. */
function hasFields(document: JsonDocument, row: number): boolean {
  if (rowKind(document.rows, row) !== 'object') return false
  return membersOf(document, row).size === [...childRows(document.rows, row)].length
}

/** The same for the metadata of two bodies. */
export function compareMetadata(
  before: JsonDocument,
  after: JsonDocument,
  sameness: Sameness,
): FieldChange[] {
  const [beforeRow, afterRow] = [findMetadata(before), findMetadata(after)]
  if (beforeRow === null || afterRow === null) return []
  return compareFields(before, beforeRow, after, afterRow, sameness)
}

/** The value of a field as JSON text, or null. */
export function readField(body: JsonDocument, path: readonly string[]): string | null {
  const metadata = findMetadata(body)
  const row = metadata === null ? null : rowAt(body, metadata, path)
  return row === null ? null : valueText(body, row)
}

/** Sets or removes a field of a body; objects that lead to it are made where they are missing. */
export function writeField(body: JsonDocument, path: readonly string[], value: string | null): JsonDocument {
  const metadata = findMetadata(body)
  if (metadata === null) return body
  const row = rowAt(body, metadata, path)
  if (row !== null) {
    return value === null
      ? parseDocument(removeChild(body, row))
      : replaceRow(body, row, parseDocument(value))
  }
  if (value === null) return body
  const last = path.at(-1) ?? ''
  const parentPath = path.slice(0, -1)
  const parent = rowAt(body, metadata, parentPath)
  if (parent === null || rowKind(body.rows, parent) !== 'object') {
    return writeField(body, parentPath, `{${JSON.stringify(last)}:${value}}`)
  }
  return parseDocument(appendMember(body, parent, last, value))
}
