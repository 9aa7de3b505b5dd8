import {
  childRows,
  decodeStringToken,
  rowKeyToken,
  rowKind,
  rowParent,
  rowPosition,
  rowValueToken,
} from '../../shared/metadata-rows'
import { tabulateJson } from '../metadata/tabulate-json'

/** A JSON text with the table of its values; see `metadata-rows.ts`. */
export type JsonDocument = { readonly text: string; readonly rows: Int32Array }

/** Throws `NotJson`. */
export function parseDocument(text: string): JsonDocument {
  return { text, rows: tabulateJson(text) }
}

export function keyOf({ text, rows }: JsonDocument, row: number): string {
  const token = rowKeyToken(text, rows, row)
  return token === null ? String(rowPosition(rows, row)) : decodeKey(token)
}

/** Hardly any key has an escape, and an object can have many thousand. */
function decodeKey(token: string): string {
  return token.includes('\\') ? decodeStringToken(token) : token.slice(1, -1)
}

export function valueText({ text, rows }: JsonDocument, row: number): string {
  return rowValueToken(text, rows, row)
}

/** The rows of an object's members by key; of a key that occurs twice, the last one counts, as for most readers. */
export function membersOf(document: JsonDocument, row: number): Map<string, number> {
  return new Map([...childRows(document.rows, row)].map((child) => [keyOf(document, child), child]))
}

/** The row of the value that a step leads to, or null. */
export function childAt(document: JsonDocument, row: number, step: string | number): number | null {
  const kind = rowKind(document.rows, row)
  if (kind === 'object') return memberAt(document, row, String(step))
  if (kind !== 'array' || typeof step !== 'number') return null
  let at = 0
  for (const child of childRows(document.rows, row)) if (at++ === step) return child
  return null
}

/** As `membersOf` finds it, without a map of all members. */
function memberAt(document: JsonDocument, row: number, key: string): number | null {
  let found: number | null = null
  for (const child of childRows(document.rows, row)) if (keyOf(document, child) === key) found = child
  return found
}

export function rowAt(
  document: JsonDocument,
  from: number,
  path: readonly (string | number)[],
): number | null {
  let row: number | null = from
  for (const step of path) {
    if (row === null) return null
    row = childAt(document, row, step)
  }
  return row
}

/** Whether a field stands twice in its object: no path names one of the two. */
export function hasTwin(document: JsonDocument, row: number): boolean {
  const parent = rowParent(document.rows, row)
  if (parent < 0 || rowKind(document.rows, parent) !== 'object') return false
  const key = keyOf(document, row)
  for (const other of childRows(document.rows, parent)) {
    if (other !== row && keyOf(document, other) === key) return true
  }
  return false
}

/** `digits`: 1.0 is not 1, as for what a person edits. `value`: it is, as for what a server wrote anew. */
export type Sameness = 'digits' | 'value'

/** Whether two values are the same JSON, whatever their white space and the order of their fields. */
export function isSameValue(
  one: JsonDocument,
  oneRow: number,
  other: JsonDocument,
  otherRow: number,
  sameness: Sameness,
): boolean {
  const kind = rowKind(one.rows, oneRow)
  if (kind !== rowKind(other.rows, otherRow)) return false
  const [text, otherText] = [valueText(one, oneRow), valueText(other, otherRow)]
  if (text === otherText) return true
  if (kind === 'string') return decodeStringToken(text) === decodeStringToken(otherText)
  if (kind === 'number') return sameness === 'value' && decimalOf(text) === decimalOf(otherText)
  if (kind !== 'object' && kind !== 'array') return false
  const children = [...childRows(one.rows, oneRow)]
  const others = [...childRows(other.rows, otherRow)]
  if (children.length !== others.length) return false
  if (kind === 'array') {
    return children.every((child, at) => isSameValue(one, child, other, others[at] ?? -1, sameness))
  }
  const members = membersOf(other, otherRow)
  // With a key that occurs twice, only the same text is surely the same.
  if (members.size !== others.length || membersOf(one, oneRow).size !== children.length) return false
  return children.every((child) => {
    const match = members.get(keyOf(one, child))
    return match !== undefined && isSameValue(one, child, other, match, sameness)
  })
}

/** The same for two JSON texts; null is no value at all. */
export function isSameText(one: string | null, other: string | null, sameness: Sameness): boolean {
  if (one === null || other === null || one === other) return one === other
  return isSameValue(parseDocument(one), 0, parseDocument(other), 0, sameness)
}

/** A number without what says nothing of its value: `1.50e1` and `15` give the same. */
function decimalOf(token: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(token) ?? []
  const digits = `${whole}${fraction}`.replace(/^0+/, '')
  const significant = digits.replace(/0+$/, '')
  if (significant === '') return '0'
  const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - significant.length)
  return `${sign}${significant}e${power}`
}
