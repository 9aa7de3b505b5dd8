import {
  countRows,
  decodeStringToken,
  type RowKind,
  rowKeyToken,
  rowKind,
  rowParent,
  rowPosition,
  rowSubtreeEnd,
  rowValueToken,
} from '../../../shared/metadata-rows'

export type DiffDocument = { readonly text: string; readonly rows: Int32Array }

/** A value as it stands in the text. Of an object or a list only what it is: its members are values of their own. */
export type DiffValue = {
  readonly kind: RowKind
  /** The literal, digits and escapes included; empty for objects and lists. */
  readonly token: string
  readonly isEmpty: boolean
}

/** Values by JSON Pointer (RFC 6901); several where a key stands more than once in its object, in the order of the text. */
export type DiffTable = ReadonlyMap<string, readonly DiffValue[]>

/** What became of one value: added without `before`, removed without `after`. */
export type Change = {
  readonly pointer: string
  /** Place among the values of the same pointer, from 0. */
  readonly occurrence: number
  readonly before: DiffValue | null
  readonly after: DiffValue | null
}

export type Difference = { readonly changes: readonly Change[]; readonly unchanged: number }

export const tableOf = ({ text, rows }: DiffDocument): DiffTable => {
  const table = new Map<string, DiffValue[]>()
  const pointers: string[] = []
  for (let row = 0; row < countRows(rows); row++) {
    const pointer = `${pointers[rowParent(rows, row)] ?? ''}${stepOf(text, rows, row)}`
    pointers.push(pointer)
    const values = table.get(pointer)
    const value = readValue(text, rows, row)
    if (values) values.push(value)
    else table.set(pointer, [value])
  }
  return table
}

const stepOf = (text: string, rows: Int32Array, row: number): string => {
  if (rowParent(rows, row) < 0) return ''
  const token = rowKeyToken(text, rows, row)
  const step = token === null ? String(rowPosition(rows, row)) : decodeStringToken(token)
  return `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

const readValue = (text: string, rows: Int32Array, row: number): DiffValue => {
  const kind = rowKind(rows, row)
  const isContainer = kind === 'object' || kind === 'array'
  return {
    kind,
    token: isContainer ? '' : rowValueToken(text, rows, row),
    isEmpty: isContainer && rowSubtreeEnd(rows, row) === row + 1,
  }
}

/**
 * Every change that leads from one body to the other, in the order of the new one, then what was removed.
 *
 * Numbers are compared by their digits, so that 1.0 is not 1; strings by their characters, however they are escaped.
 */
export const diffTables = (before: DiffTable, after: DiffTable): Difference => {
  const changes: Change[] = []
  const removed: Change[] = []
  let unchanged = 0
  for (const [pointer, values] of after) {
    const old = before.get(pointer) ?? []
    for (const [occurrence, value] of values.entries()) {
      const known = old[occurrence] ?? null
      if (known !== null && isSameValue(known, value)) unchanged += countsAlone(value) ? 1 : 0
      else changes.push({ pointer, occurrence, before: known, after: value })
    }
  }
  for (const [pointer, values] of before) {
    const left = after.get(pointer)?.length ?? 0
    for (const [occurrence, value] of values.entries()) {
      if (occurrence >= left) removed.push({ pointer, occurrence, before: value, after: null })
    }
  }
  return { changes: [...changes, ...removed], unchanged }
}

/** An object or a list with members is told by them. */
const countsAlone = ({ kind, isEmpty }: DiffValue): boolean =>
  (kind !== 'object' && kind !== 'array') || isEmpty

export const isSameValue = (one: DiffValue, other: DiffValue): boolean => {
  if (one.kind !== other.kind) return false
  if (one.token === other.token) return true
  return one.kind === 'string' && decodeStringToken(one.token) === decodeStringToken(other.token)
}

/** The changes worth a line: an object that came or went with members is left to them. */
export const changesToShow = ({ changes }: Difference): readonly Change[] =>
  changes.filter(({ before, after }) => {
    if (before !== null && after !== null) return true
    const value = after ?? before
    return value !== null && countsAlone(value)
  })
