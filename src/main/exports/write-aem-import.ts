import { stringify } from 'csv-stringify/sync'
import type { LeftOutReason } from '../../shared/exports'
import { childRows, decodeStringToken, rowKeyToken, rowKind, rowValueToken } from '../../shared/metadata-rows'
import { keptByAem } from '../metadata/kept-by-aem'
import { findMember, findRepositoryText } from './find-field'

export type AemImport =
  | { kind: 'written'; text: string; leftOut: readonly { key: string; reason: LeftOutReason }[] }
  | { kind: 'refused'; reason: 'no-path' | 'no-fields' }

/** Types of JCR that JSON values stand for. */
type PropertyType = 'String' | 'Boolean' | 'Long' | 'Double' | 'Date'
type Column = { heading: string; cell: string }
type Reading<T> = { ok: true; value: T } | { ok: false; reason: LeftOutReason }

const delimiter = '|'

/** A name of JCR with at most one prefix (JCR 2.0, section 3.2), without what would end the heading's own braces. */
const propertyName =
  /^(?:[^\s/:[\]|*{}\0-\x1f]+:)?[^\s/:[\]|*{}\0-\x1f](?:[^/:[\]|*{}\0-\x1f]*[^\s/:[\]|*{}\0-\x1f])?$/

/** JCR dates have milliseconds; a text with finer ones is none of them. */
const isoMoment = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?(Z|[+-]\d\d:\d\d)$/
const longestLong = /^-?\d{1,18}$/
/** Half characters, and controls other than the line breaks and tabs of a text. */
const unsafeCharacters = /\p{Surrogate}|[\0-\x08\x0b\x0c\x0e-\x1f]/u

/**
 * One asset as a file for AEM's metadata import: `assetPath`, then a column `name {{Type}}` or `name {{Type : MULTI}}`
 * for each field; several values stand between `|` (AEM Assets, Import and export asset metadata in bulk).
 *
 * Without byte order mark and without apostrophes against formulas, because AEM would take both for part of the data.
 * An empty cell leaves a field as it is, so that empty values cannot be imported. Texts that are moments of ISO 8601 go
 * out as `Date`: AEM's answer does not tell them from others.
 */
export function writeAemImport(text: string, rows: Int32Array): AemImport {
  const path = findRepositoryText(text, rows, 'repo:path')
  if (path === null || !path.startsWith('/') || unsafeCharacters.test(path)) {
    return { kind: 'refused', reason: 'no-path' }
  }
  const columns: Column[] = []
  const leftOut: { key: string; reason: LeftOutReason }[] = []
  for (const { key, row, isOnly } of fieldsOf(text, rows)) {
    const column: Reading<Column> = isOnly
      ? readColumn(text, rows, key, row)
      : { ok: false, reason: 'several-of-one-name' }
    if (column.ok) columns.push(column.value)
    else leftOut.push({ key, reason: column.reason })
  }
  if (columns.length === 0) return { kind: 'refused', reason: 'no-fields' }
  const lines = [
    ['assetPath', ...columns.map(({ heading }) => heading)],
    [path, ...columns.map(({ cell }) => cell)],
  ]
  return {
    kind: 'written',
    text: stringify(lines, { quoted_match: /[\r\n]/, record_delimiter: '\r\n' }),
    leftOut,
  }
}

function fieldsOf(text: string, rows: Int32Array): { key: string; row: number; isOnly: boolean }[] {
  const group = findMember(text, rows, 0, 'assetMetadata')
  if (group === null || rowKind(rows, group) !== 'object') return []
  const fields = [...childRows(rows, group)].map((row) => ({
    row,
    key: decodeStringToken(rowKeyToken(text, rows, row) ?? '""'),
  }))
  const counts = new Map<string, number>()
  for (const { key } of fields) counts.set(key, (counts.get(key) ?? 0) + 1)
  return fields.map((field) => ({ ...field, isOnly: counts.get(field.key) === 1 }))
}

function readColumn(text: string, rows: Int32Array, key: string, row: number): Reading<Column> {
  if (keptByAem.test(key)) return { ok: false, reason: 'kept-by-aem' }
  if (!propertyName.test(key) || unsafeCharacters.test(key)) return { ok: false, reason: 'name' }
  const isList = rowKind(rows, row) === 'array'
  const values: { type: PropertyType; cell: string }[] = []
  for (const item of isList ? childRows(rows, row) : [row]) {
    const value = readValue(text, rows, item)
    if (!value.ok) return value
    if (isList && value.value.cell.includes(delimiter)) return { ok: false, reason: 'delimiter-inside' }
    values.push(value.value)
  }
  const type = commonType(values.map((value) => value.type))
  if (type === null) return { ok: false, reason: values.length === 0 ? 'empty' : 'mixed-list' }
  return {
    ok: true,
    value: {
      heading: `${key} {{${type}${isList ? ' : MULTI' : ''}}}`,
      cell: values.map(({ cell }) => cell).join(delimiter),
    },
  }
}

function commonType(types: readonly PropertyType[]): PropertyType | null {
  const [first, second, ...more] = new Set(types)
  if (first === undefined) return null
  if (second === undefined) return first
  // A list of 1 and 1.5 is one of numbers.
  return more.length === 0 && [first, second].every((type) => type === 'Long' || type === 'Double')
    ? 'Double'
    : null
}

function readValue(
  text: string,
  rows: Int32Array,
  row: number,
): Reading<{ type: PropertyType; cell: string }> {
  const token = rowValueToken(text, rows, row)
  switch (rowKind(rows, row)) {
    case 'object':
    case 'array':
      return { ok: false, reason: 'structured' }
    case 'null':
      return { ok: false, reason: 'empty' }
    case 'boolean':
      return { ok: true, value: { type: 'Boolean', cell: token } }
    case 'number':
      return readNumber(token)
    case 'string':
      return readText(decodeStringToken(token))
  }
}

function readNumber(token: string): Reading<{ type: PropertyType; cell: string }> {
  if (longestLong.test(token)) return { ok: true, value: { type: 'Long', cell: token } }
  if (String(Number(token)) !== token) return { ok: false, reason: 'number-too-exact' }
  return { ok: true, value: { type: 'Double', cell: token } }
}

function readText(value: string): Reading<{ type: PropertyType; cell: string }> {
  if (value.trim() === '') return { ok: false, reason: 'empty' }
  if (unsafeCharacters.test(value)) return { ok: false, reason: 'characters' }
  const moment = aemMoment(value)
  return {
    ok: true,
    value: moment === null ? { type: 'String', cell: value } : { type: 'Date', cell: moment },
  }
}

/** In the import's own date format, `yyyy-MM-dd'T'HH:mm:ss.SSSXXX`; null for a text that is no moment. */
function aemMoment(value: string): string | null {
  const [, date, time, fraction = '', offset] = isoMoment.exec(value) ?? []
  if (date === undefined || time === undefined || offset === undefined) return null
  // `Date` takes a 30 February for a day in March, so the day has to come back as it went in.
  const moment = new Date(`${date}T${time}Z`)
  if (Number.isNaN(moment.getTime()) || !moment.toISOString().startsWith(`${date}T${time}`)) return null
  return `${date}T${time}.${fraction.padEnd(3, '0')}${offset}`
}
