import type { RowKind } from '../../../shared/metadata-rows'

/** What a new field has before anything is typed. */
export const emptyValues: Readonly<Record<RowKind, string>> = {
  string: '""',
  number: '0',
  boolean: 'false',
  null: 'null',
  array: '[]',
  object: '{}',
}

export const jsonNumber = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/

/** The value in another type, with as much of it as that can hold. */
export function convertValue(token: string, from: RowKind, to: RowKind): string {
  if (from === to) return token
  const text = from === 'string' ? String(JSON.parse(token)) : token
  switch (to) {
    case 'string':
      return from === 'null' || from === 'array' || from === 'object' ? '""' : JSON.stringify(text)
    case 'number':
      return jsonNumber.test(text.trim()) ? text.trim() : emptyValues.number
    case 'boolean':
      return text.trim().toLowerCase() === 'true' ? 'true' : 'false'
    case 'array':
      return from === 'null' || token === '""' ? '[]' : `[${token}]`
    default:
      return emptyValues[to]
  }
}

/** A value as people read it: a text as it is, anything else as JSON. */
export function readableValue(token: string): string {
  return token.startsWith('"') ? String(JSON.parse(token)) : token
}

/** Longer values are cut where they stand in a table. */
export const longestShownValue = 2_000

/** ISO 8601 with a time, and more than a year: what AEM writes for a date. */
export const looksLikeDate = /^\d{4}-\d{2}-\d{2}(T|$)/

/** Whether it is a date that exists: of February 30 the platform makes a day in March. */
export function isDateText(text: string): boolean {
  if (!looksLikeDate.test(text) || Number.isNaN(Date.parse(text))) return false
  const day = text.slice(0, 'YYYY-MM-DD'.length)
  return new Date(day).toISOString().startsWith(day)
}
