import { stringify } from 'csv-stringify/sync'
import type { TableRow } from './metadata-table'
import type { CellCounts } from './spreadsheet-cell'
import { createCellWriter } from './spreadsheet-cell'
import type { TableWords } from './table-words'

/** Excel takes a CSV file for UTF-8 only with a byte order mark in front. */
const byteOrderMark = '\ufeff'

/**
 * The table as CSV that Excel opens rightly: UTF-8 with a byte order mark, CRLF, every cell in quotes (RFC 4180).
 *
 * Where the list separator of the system is no comma, Excel needs its import dialog; XLSX opens anywhere.
 */
export function writeCsv(table: Iterable<TableRow>, words: TableWords): { text: string; counts: CellCounts } {
  const cells = createCellWriter(words.cut, { isSplitByReader: true })
  const lines = [words.headings]
  for (const { group, namespace, key, pointer, kind, value } of table) {
    lines.push([group, namespace, key, pointer, kind, value].map(cells.write))
  }
  const text = stringify(lines, { quoted: true, quoted_empty: true, record_delimiter: '\r\n' })
  return { text: byteOrderMark + text, counts: cells.counts }
}
