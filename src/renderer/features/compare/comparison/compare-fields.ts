import {
  childRows,
  countRows,
  rowDepth,
  rowKind,
  rowParent,
  rowSubtreeEnd,
} from '../../../../shared/metadata-rows'
import {
  createNumbering,
  type DiffDocument,
  numberContents,
  stepOf,
} from '../../../model/document/diff-document'
import { keyOf } from '../../../model/document/document'

/** How far objects in objects are fields of their own; what is deeper is compared as one value. */
const mostLevels = 6

/** A field as one of the compared assets has it. */
export type FieldCell = {
  readonly row: number
  /** Equal numbers are equal values, digit by digit. */
  readonly content: number
}

/**
 * `partly`: some of the assets have it and others don't, whatever it says. `alone`: only one asset could be read, so that there
 * is nothing to compare it with.
 */
export type FieldDifference = 'equal' | 'differs' | 'partly' | 'alone'

/** A field of any of the compared assets. Lists are one value. */
export type ComparedField = {
  readonly id: string
  /** JSON Pointer (RFC 6901). */
  readonly pointer: string
  /** The keys on the way to it, its own the last. */
  readonly path: readonly string[]
  /** From 0: a key can stand more than once in its object, and so can one above it. */
  readonly occurrence: number
  readonly difference: FieldDifference
  /** For each asset; null where it does not have the field, or could not be read. */
  readonly cells: readonly (FieldCell | null)[]
}

type Place = Pick<ComparedField, 'id' | 'pointer' | 'path' | 'occurrence'>
type Field = Place & { readonly cell: FieldCell }

/**
 * Every field that any of the assets has, in the order of the first one; what only others have stands where it is there. null is an asset that
 * could not be read: it neither equals nor differs.
 */
export function compareFields(documents: readonly (DiffDocument | null)[]): readonly ComparedField[] {
  const numbering = createNumbering()
  const columns = documents.map((document) => {
    if (document === null) return null
    const contents = numberContents(document, numbering)
    return new Map(fieldsOf(document, contents).map((field) => [field.id, field]))
  })
  const known = new Map(columns.flatMap((column) => (column ? [...column] : [])))
  const read = columns.filter((column) => column !== null).length
  return mergedOrder(columns.flatMap((column) => (column ? [[...column.keys()]] : []))).flatMap((id) => {
    const field = known.get(id)
    if (field === undefined) return []
    const { pointer, path, occurrence } = field
    const cells = columns.map((column) => column?.get(id)?.cell ?? null)
    return [{ id, pointer, path, occurrence, cells, difference: differenceOf(cells, read) }]
  })
}

function differenceOf(cells: readonly (FieldCell | null)[], read: number): FieldDifference {
  if (read < 2) return 'alone'
  const present = cells.filter((cell) => cell !== null)
  if (present.length < read) return 'partly'
  return present.every(({ content }) => content === present[0]?.content) ? 'equal' : 'differs'
}

/** What is not an object with members is a field: those are told by their members. */
function fieldsOf(document: DiffDocument, contents: Int32Array): readonly Field[] {
  const { rows } = document
  const fields: Field[] = []
  const seen = new Map<string, number>()
  const places: Place[] = []
  for (let row = 0; row < countRows(rows); ) {
    const above = places[rowParent(rows, row)]
    const place = above === undefined ? wholeDocument : placeBelow(above, document, row, seen)
    const isWhole =
      rowKind(rows, row) !== 'object' || !hasMembers(rows, row) || rowDepth(rows, row) >= mostLevels
    if (!isWhole) {
      places[row] = place
      row++
      continue
    }
    fields.push({ ...place, cell: { row, content: contents[row] ?? -1 } })
    row = rowSubtreeEnd(rows, row)
  }
  return fields
}

const wholeDocument: Place = { id: '', pointer: '', path: [], occurrence: 0 }

/** `seen`: how often each place came so far. A JSON Pointer never has `~2`, so that no key can look like a repeated one. */
function placeBelow(above: Place, document: DiffDocument, row: number, seen: Map<string, number>): Place {
  const step = stepOf(document, row)
  const occurrence = seen.get(above.id + step) ?? 0
  seen.set(above.id + step, occurrence + 1)
  return {
    id: `${above.id}${step}${occurrence === 0 ? '' : `~2${occurrence}`}`,
    pointer: above.pointer + step,
    path: [...above.path, keyOf(document, row) ?? ''],
    occurrence: occurrence === 0 ? above.occurrence : occurrence,
  }
}

function hasMembers(rows: Int32Array, row: number): boolean {
  return !childRows(rows, row).next().done
}

/** All of the lists in one, each once: what a later list has besides stands behind what it follows there. */
export function mergedOrder(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = lists
  let order = [...first]
  for (const list of others) {
    const known = new Set(order)
    const following = new Map<string | null, string[]>()
    let last: string | null = null
    for (const id of list) {
      if (known.has(id)) last = id
      else following.set(last, [...(following.get(last) ?? []), id])
    }
    if (following.size > 0) {
      order = [...(following.get(null) ?? []), ...order.flatMap((id) => [id, ...(following.get(id) ?? [])])]
    }
  }
  return order
}
