import { parse } from 'csv-parse/sync'
import type { TableWords } from '../../src/main/exports/table-words'
import { tabulateJson } from '../../src/main/metadata/tabulate-json'
import type { JsonText } from './json-text'

export const words: TableWords = {
  headings: ['Group', 'Namespace', 'Key', 'JSON Pointer', 'Type', 'Value'],
  sheet: 'Metadata',
  cut: '… [cut]',
}

/** The rows of a CSV text by a real parser, which takes quotes and line ends as RFC 4180 has them. */
export function readCsv(text: string): string[][] {
  return parse(text, { bom: true, record_delimiter: '\r\n' })
}

export function tabulate(text: string) {
  return { text, rows: tabulateJson(text) }
}

/** What a row of the table says about a value: pointer, kind, and the text that a person reads. */
export type ExpectedCell = readonly [pointer: string, kind: string, value: string]

/** What the table must hold, worked out from how the text was made. */
export function expectCells(json: JsonText): ExpectedCell[] {
  const cells: ExpectedCell[] = []
  function visit(value: JsonText, pointer: string): void {
    const isDocument = pointer === '' && value.kind === 'object'
    if (!isDocument) cells.push([pointer, value.kind, textOf(value)])
    if (value.kind === 'array')
      for (const [at, item] of value.items.entries()) visit(item, `${pointer}/${at}`)
    if (value.kind !== 'object') return
    for (const [key, member] of value.members) {
      const name: unknown = JSON.parse(key)
      visit(member, `${pointer}/${String(name).replace(/~/g, '~0').replace(/\//g, '~1')}`)
    }
  }
  visit(json, '')
  return cells
}

function textOf(value: JsonText): string {
  if (value.kind === 'object' || value.kind === 'array') return ''
  return value.kind === 'string' ? String(JSON.parse(value.token)) : value.token
}

/** Half characters cannot be written in UTF-8. */
export function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
}

function mayBeFormula(text: string): boolean {
  const first = text.replace(/^'+/, '').charAt(0)
  if (['\t', '\r', '\n', '\0'].includes(first)) return true
  return /^[=+\-@＝＋－＠]/.test(text.replace(/^[\s\0"']+/, ''))
}

/** Takes the apostrophe away that guards a cell, as the documentation of the export says it. */
export function withoutGuard(cell: string): string {
  const rest = cell.slice(1)
  const isNumber = rest.trim() === rest && /^-?\d/.test(rest) && !Number.isNaN(Number(rest))
  return cell.startsWith("'") && mayBeFormula(rest) && !isNumber ? rest : cell
}

/** The same for CSV, where parts of a cell are guarded as well. */
export function withoutCsvGuards(cell: string): string {
  return withoutGuard(cell)
    .split(/(?<=[;\t\r\n])/)
    .map((_part, at, parts) => ({ text: parts.slice(at).join(''), part: parts[at] ?? '' }))
    .map(({ text, part }, at) =>
      at > 0 && text.startsWith("'") && /^[=+\-@＝＋－＠]/.test(text.replace(/^[\s\0"']+/, ''))
        ? part.slice(1)
        : part,
    )
    .join('')
}
