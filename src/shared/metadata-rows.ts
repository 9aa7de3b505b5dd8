/**
 * A JSON text as a flat table: one row a value, in the order of the text, parents before their children.
 *
 * Rows are offsets into the text instead of objects: digits, escapes, key order and duplicates stay what they are,
 * and a document of 200,000 fields crosses the bridge as one string and one array.
 */
export const rowKinds = ['object', 'array', 'string', 'number', 'boolean', 'null'] as const
export type RowKind = (typeof rowKinds)[number]

const width = 9
const column = {
  kind: 0,
  depth: 1,
  keyStart: 2,
  keyEnd: 3,
  valueStart: 4,
  valueEnd: 5,
  parent: 6,
  position: 7,
  subtreeEnd: 8,
} as const

/** Counted in array elements of the table, so that a writer can size and fill one. */
export const rowTableLayout = { width, column } as const

export function countRows(rows: Int32Array): number {
  return rows.length / width
}

function cell(rows: Int32Array, row: number, offset: number): number {
  return rows[row * width + offset] ?? -1
}

export function rowKind(rows: Int32Array, row: number): RowKind {
  return rowKinds[cell(rows, row, column.kind)] ?? 'null'
}

/** 0 for the document itself. */
export function rowDepth(rows: Int32Array, row: number): number {
  return cell(rows, row, column.depth)
}

/** -1 for the document itself. */
export function rowParent(rows: Int32Array, row: number): number {
  return cell(rows, row, column.parent)
}

/** Place among the siblings, from 0: the index of an array element. */
export function rowPosition(rows: Int32Array, row: number): number {
  return cell(rows, row, column.position)
}

/** The row after the last descendant. */
export function rowSubtreeEnd(rows: Int32Array, row: number): number {
  return cell(rows, row, column.subtreeEnd)
}

/** The key as it stands in the text, quotes included; null for array elements and the document itself. */
export function rowKeyToken(text: string, rows: Int32Array, row: number): string | null {
  const start = cell(rows, row, column.keyStart)
  return start < 0 ? null : text.slice(start, cell(rows, row, column.keyEnd))
}

/** The value as it stands in the text: a literal, or the whole text of an object or array. */
export function rowValueToken(text: string, rows: Int32Array, row: number): string {
  return text.slice(cell(rows, row, column.valueStart), cell(rows, row, column.valueEnd))
}

/** The children of a row in their order. */
export function* childRows(rows: Int32Array, row: number): Generator<number> {
  const end = rowSubtreeEnd(rows, row)
  for (let child = row + 1; child < end; child = rowSubtreeEnd(rows, child)) yield child
}

/** The string that a JSON string token stands for. Lone surrogates and NUL come through. */
export function decodeStringToken(token: string): string {
  const value: unknown = JSON.parse(token)
  return typeof value === 'string' ? value : token
}
