import { childRows, rowKind, rowParent, rowPosition, rowTableLayout } from '../../shared/metadata-rows'
import type { JsonDocument } from './json-value'

/**
 * Changes of a JSON text that leave every other byte as it is: digits, escapes, order and white space of what was not
 * touched. Each returns the new text.
 */
const { width, column } = rowTableLayout

function cellOf({ rows }: JsonDocument, row: number, name: keyof typeof column): number {
  return rows[row * width + column[name]] ?? -1
}

/** Where a field begins with its key, or an item with its value. */
function startOf(document: JsonDocument, row: number): number {
  const key = cellOf(document, row, 'keyStart')
  return key < 0 ? cellOf(document, row, 'valueStart') : key
}

function endOf(document: JsonDocument, row: number): number {
  return cellOf(document, row, 'valueEnd')
}

function splice({ text }: JsonDocument, start: number, end: number, inserted: string): string {
  return text.slice(0, start) + inserted + text.slice(end)
}

export function replaceValue(document: JsonDocument, row: number, value: string): string {
  return splice(document, cellOf(document, row, 'valueStart'), endOf(document, row), value)
}

export function renameKey(document: JsonDocument, row: number, key: string): string {
  return splice(
    document,
    cellOf(document, row, 'keyStart'),
    cellOf(document, row, 'keyEnd'),
    JSON.stringify(key),
  )
}

/** Adds a field after the last one of an object. */
export function appendMember(document: JsonDocument, object: number, key: string, value: string): string {
  return insertChild(document, object, Number.POSITIVE_INFINITY, `${JSON.stringify(key)}:${value}`)
}

/** Adds an item to a list, at its end where `at` is beyond it. */
export function insertItem(document: JsonDocument, array: number, at: number, value: string): string {
  return insertChild(document, array, at, value)
}

function insertChild(document: JsonDocument, container: number, at: number, child: string): string {
  const children = [...childRows(document.rows, container)]
  const next = children[at]
  if (next !== undefined) {
    const start = startOf(document, next)
    return splice(document, start, start, `${child},`)
  }
  const last = children.at(-1)
  if (last !== undefined) return splice(document, endOf(document, last), endOf(document, last), `,${child}`)
  const [open, close] = rowKind(document.rows, container) === 'object' ? '{}' : '[]'
  return replaceValue(document, container, `${open}${child}${close}`)
}

/** Takes a field or an item out, with one comma beside it. */
export function removeChild(document: JsonDocument, row: number): string {
  const siblings = [...childRows(document.rows, rowParent(document.rows, row))]
  const at = rowPosition(document.rows, row)
  const [before, after] = [siblings[at - 1], siblings[at + 1]]
  if (after !== undefined) return splice(document, startOf(document, row), startOf(document, after), '')
  if (before !== undefined) return splice(document, endOf(document, before), endOf(document, row), '')
  return splice(document, startOf(document, row), endOf(document, row), '')
}
