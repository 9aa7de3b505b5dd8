import { childRows, rowKind, rowSubtreeEnd } from '../../../../shared/metadata-rows'
import {
  countsAlone,
  createNumbering,
  type DiffDocument,
  type DiffPlace,
  type DiffValue,
  keyOf,
  numberContents,
  placesOf,
  readValue,
} from '../../../model/document/diff-document'
import { pairItems } from './pair-items'

/**
 * What became of one value: added without `before`, removed without `after`.
 *
 * Its place is that of the new body, and for what was removed that of the old one.
 */
export type Change = DiffPlace & {
  readonly before: DiffValue | null
  readonly after: DiffValue | null
}

export type Difference = { readonly changes: readonly Change[]; readonly unchanged: number }

/** A row of the old body, of the new one, or one of each that are the same value at two times. */
type RowPair = { readonly before: number | null; readonly after: number | null }

/**
 * Every change that leads from one body to the other, in the order of the new one. What was removed stands where it was
 * in a list, and behind the other members of an object.
 */
export function diffDocuments(before: DiffDocument, after: DiffDocument): Difference {
  const numbering = createNumbering()
  const old = { ...before, contents: numberContents(before, numbering), places: placesOf(before) }
  const now = { ...after, contents: numberContents(after, numbering), places: placesOf(after) }
  const changes: Change[] = []
  let unchanged = 0

  function tell(side: Side, row: number, values: Pick<Change, 'before' | 'after'>) {
    const place = side.places[row]
    if (place) changes.push({ ...place, ...values })
  }
  function tellRemoved(from: number, end: number) {
    for (let row = from; row < end; row++) tell(old, row, { before: readValue(old, row), after: null })
  }
  function tellAdded(from: number, end: number) {
    for (let row = from; row < end; row++) tell(now, row, { before: null, after: readValue(now, row) })
  }
  function compare(one: number, other: number) {
    const oldEnd = rowSubtreeEnd(old.rows, one)
    const newEnd = rowSubtreeEnd(now.rows, other)
    if (old.contents[one] === now.contents[other]) {
      for (let row = other; row < newEnd; row++) unchanged += countsAlone(readValue(now, row)) ? 1 : 0
      return
    }
    const pairs = pairMembers(old, one, now, other)
    if (!pairs) {
      tell(now, other, { before: readValue(old, one), after: readValue(now, other) })
      tellRemoved(one + 1, oldEnd)
      tellAdded(other + 1, newEnd)
      return
    }
    for (const { before: oldRow, after: newRow } of pairs) {
      if (oldRow !== null && newRow !== null) compare(oldRow, newRow)
      else if (oldRow !== null) tellRemoved(oldRow, rowSubtreeEnd(old.rows, oldRow))
      else if (newRow !== null) tellAdded(newRow, rowSubtreeEnd(now.rows, newRow))
    }
  }

  compare(0, 0)
  return { changes, unchanged }
}

type Side = DiffDocument & { readonly contents: Int32Array; readonly places: readonly DiffPlace[] }

/** The members of two objects or two lists; null for any other two values. */
function pairMembers(old: Side, one: number, now: Side, other: number): readonly RowPair[] | null {
  const kind = rowKind(old.rows, one)
  if (kind !== rowKind(now.rows, other)) return null
  if (kind === 'object') return pairByKey(old, one, now, other)
  if (kind !== 'array') return null
  return pairItems(itemsOf(old, one), itemsOf(now, other)).map(({ before, after }) => ({
    before: before?.row ?? null,
    after: after?.row ?? null,
  }))
}

function itemsOf({ rows, contents }: Side, list: number) {
  return Array.from(childRows(rows, list), (row) => ({
    row,
    kind: rowKind(rows, row),
    content: contents[row] ?? -1,
  }))
}

/** Where a key stands more than once in its object, the first is paired with the first. */
function pairByKey(old: Side, one: number, now: Side, other: number): readonly RowPair[] {
  const waiting = new Map<string, number[]>()
  for (const row of childRows(old.rows, one)) {
    const key = keyOf(old, row)
    const rows = waiting.get(key)
    if (rows) rows.push(row)
    else waiting.set(key, [row])
  }
  const pairs = Array.from(childRows(now.rows, other), (row) => ({
    before: waiting.get(keyOf(now, row))?.shift() ?? null,
    after: row,
  }))
  const removed = [...waiting.values()].flat().sort((row, next) => row - next)
  return [...pairs, ...removed.map((row) => ({ before: row, after: null }))]
}

/** The changes worth a line: an object that came or went with members is left to them. */
export function changesToShow({ changes }: Difference): readonly Change[] {
  return changes.filter(({ before, after }) => {
    if (before !== null && after !== null) return true
    const value = after ?? before
    return value !== null && countsAlone(value)
  })
}
