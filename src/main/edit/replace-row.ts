import { countRows, rowDepth, rowParent, rowSubtreeEnd, rowTableLayout } from '../../shared/metadata-rows'
import { deepestNesting } from '../metadata/tabulate-json'
import { replaceValue } from './change-text'
import { type JsonDocument, parseDocument } from './json-value'

const { width, column } = rowTableLayout

/**
 * The document with another value in place of one: what reading the new text from its beginning would give. Someone types at
 * this speed, and a document of 200,000 fields takes 130 ms to read.
 */
export function replaceRow(document: JsonDocument, row: number, value: JsonDocument): JsonDocument {
  const text = replaceValue(document, row, value.text)
  if (rowDepth(document.rows, row) + depthOf(value.rows) >= deepestNesting) return parseDocument(text)
  const start = document.rows[row * width + column.valueStart] ?? 0
  const next = rowSubtreeEnd(document.rows, row)
  const [count, newCount] = [countRows(document.rows), countRows(value.rows)]
  const shift = { text: text.length - document.text.length, rows: newCount - (next - row), from: next }
  const rows = new Int32Array((count + shift.rows) * width)
  rows.set(document.rows.subarray(0, row * width))
  rows.set(value.rows, row * width)
  rows.set(document.rows.subarray(next * width), (row + newCount) * width)
  moveAncestors(rows, rowParent(document.rows, row), shift)
  moveInto(rows, { document, row, newCount, start })
  moveFollowing(rows, row + newCount, shift)
  return { text, rows }
}

function depthOf(rows: Int32Array): number {
  let deepest = 0
  for (let at = column.depth; at < rows.length; at += width) deepest = Math.max(deepest, rows[at] ?? 0)
  return deepest
}

type Shift = { text: number; rows: number; from: number }

function add(rows: Int32Array, at: number, by: number): void {
  rows[at] = (rows[at] ?? 0) + by
}

function moveAncestors(rows: Int32Array, parent: number, shift: Shift): void {
  for (let at = parent; at >= 0; at = rowParent(rows, at)) {
    add(rows, at * width + column.valueEnd, shift.text)
    add(rows, at * width + column.subtreeEnd, shift.rows)
  }
}

type Place = { document: JsonDocument; row: number; newCount: number; start: number }

/** The rows of the value, from a table of its own. */
function moveInto(rows: Int32Array, { document, row, newCount, start }: Place): void {
  const depth = rowDepth(document.rows, row)
  for (let at = row * width; at < (row + newCount) * width; at += width) {
    add(rows, at + column.depth, depth)
    if ((rows[at + column.keyStart] ?? -1) >= 0) {
      add(rows, at + column.keyStart, start)
      add(rows, at + column.keyEnd, start)
    }
    add(rows, at + column.valueStart, start)
    add(rows, at + column.valueEnd, start)
    add(rows, at + column.parent, row)
    add(rows, at + column.subtreeEnd, row)
  }
  for (const name of ['keyStart', 'keyEnd', 'parent', 'position'] as const) {
    rows[row * width + column[name]] = document.rows[row * width + column[name]] ?? -1
  }
}

function moveFollowing(rows: Int32Array, first: number, shift: Shift): void {
  for (let at = first * width; at < rows.length; at += width) {
    if ((rows[at + column.keyStart] ?? -1) >= 0) {
      add(rows, at + column.keyStart, shift.text)
      add(rows, at + column.keyEnd, shift.text)
    }
    add(rows, at + column.valueStart, shift.text)
    add(rows, at + column.valueEnd, shift.text)
    if ((rows[at + column.parent] ?? -1) >= shift.from) add(rows, at + column.parent, shift.rows)
    add(rows, at + column.subtreeEnd, shift.rows)
  }
}
