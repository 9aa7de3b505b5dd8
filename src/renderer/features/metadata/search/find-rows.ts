import { countRows, rowSubtreeEnd } from '../../../../shared/metadata-rows'
import { kindOf, type MetadataDocument, valueTokenOf } from '../../../model/document/document'
import { readField } from '../../../model/values/field-value'
import type { FilterQuery, StateName, TypeName } from './filter-query'
import { findMissing } from './missing-fields'
import type { SlicedWork } from './run-sliced'
import { type SearchedPart, type SearchIndex, searchRows } from './search-index'

/** Finding out what values mean is slow. */
const rowsAtOnce = 100

/** Rows of the document's table for which all of the query holds: 1 where it does. */
export function* findRows(index: SearchIndex, query: FilterQuery): SlicedWork<Uint8Array> {
  const { document } = index
  let matches: Uint8Array | null = null
  const searches: readonly (readonly [string, SearchedPart])[] = [
    ...query.texts.map((needle) => [needle, 'any'] as const),
    ...query.keys.map((needle) => [needle, 'key'] as const),
    ...query.values.map((needle) => [needle, 'value'] as const),
  ]
  for (const [needle, part] of searches) {
    const found = yield* searchRows(index, needle, part)
    if (matches) keepCommon(matches, found)
    else matches = found
  }
  if (query.missing.length > 0) {
    const empty = yield* findEmpty(document, query.missing)
    if (matches) keepCommon(matches, empty)
    else matches = empty
  }
  const remaining = matches ?? new Uint8Array(countRows(document.rows)).fill(1)
  if (query.types.length === 0 && query.states.length === 0) return remaining
  for (let row = 0; row < remaining.length; row++) {
    if (remaining[row] && !isWanted(document, row, query)) remaining[row] = 0
    if (row % rowsAtOnce === 0) yield
  }
  return remaining
}

/** Rows of the asked-for fields that are there with nothing in them. */
function* findEmpty(document: MetadataDocument, keys: readonly string[]): SlicedWork<Uint8Array> {
  const rows = new Uint8Array(countRows(document.rows))
  for (const { emptyRows } of yield* findMissing(document, keys)) for (const row of emptyRows) rows[row] = 1
  return rows
}

function keepCommon(matches: Uint8Array, found: Uint8Array): void {
  for (let row = 0; row < matches.length; row++) if (!found[row]) matches[row] = 0
}

function isWanted(document: MetadataDocument, row: number, { types, states }: FilterQuery): boolean {
  return (
    types.every((names) => names.some((name) => isOfType(document, row, name))) &&
    states.every((name) => isInState(document, row, name))
  )
}

function isOfType(document: MetadataDocument, row: number, name: TypeName): boolean {
  const kind = kindOf(document, row)
  if (name === 'text') return kind === 'string'
  if (name === 'list') return kind === 'array'
  if (name === 'number' || name === 'boolean' || name === 'null' || name === 'object') return kind === name
  return readField(document, row)?.type === name
}

function isInState(document: MetadataDocument, row: number, name: StateName): boolean {
  if (name === 'empty') return isEmpty(document, row)
  const value = readField(document, row)
  return value?.type === 'date' && value.date.kind === 'problem'
}

/** Null, a text without characters, a list or object without members. */
function isEmpty(document: MetadataDocument, row: number): boolean {
  switch (kindOf(document, row)) {
    case 'null':
      return true
    case 'string':
      return valueTokenOf(document, row) === '""'
    case 'array':
    case 'object':
      return rowSubtreeEnd(document.rows, row) === row + 1
    default:
      return false
  }
}
