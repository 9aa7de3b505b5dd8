import { stringify } from 'csv-stringify/sync'
import type { TableRow } from './metadata-table'
import type { CellCounts } from './spreadsheet-cell'
import { createCellWriter } from './spreadsheet-cell'
import type { TableWords } from './table-words'

/** Excel takes a CSV file for UTF-8 only with a byte order mark in front. */
const byteOrderMark = '\ufeff'

/**
 * Lines of cells as CSV that Excel opens rightly: UTF-8 with a byte order mark, CRLF, every cell in quotes (RFC 4180).
 *
 * Where the list separator of the system is no comma, Excel needs its import dialog; XLSX opens anywhere.
 */
export function writeCsvLines(
  lines: Iterable<readonly string[]>,
  { headings, cut }: Pick<TableWords, 'headings' | 'cut'>,
): { text: string; counts: CellCounts } {
  const cells = createCellWriter(cut, { isSplitByReader: true })
  const written = [[...headings]]
  for (const line of lines) written.push(line.map(cells.write))
  const text = stringify(written, { quoted: true, quoted_empty: true, record_delimiter: '\r\n' })
  return { text: byteOrderMark + text, counts: cells.counts }
}

/** A document as such a table. */
export function writeCsv(table: Iterable<TableRow>, words: TableWords): { text: string; counts: CellCounts } {
  return writeCsvLines(linesOf(table), words)
}

function* linesOf(table: Iterable<TableRow>): Generator<string[]> {
  for (const { group, namespace, key, pointer, kind, value } of table) {
    yield [group, namespace, key, pointer, kind, value]
  }
}
