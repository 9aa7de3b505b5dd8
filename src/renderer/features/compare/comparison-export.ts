import type { TableExport, TableFormat } from '../../../shared/exports'
import { type MetadataDocument, wholeValueOf } from '../../model/document/document'
import type { ComparisonRow } from './comparison-rows'
import type { Column } from './use-columns'

/** The words of the table; functions say what depends on the field or the connection. */
export type ExportWords = {
  name: string
  sheet: string
  field: string
  pointer: string
  result: string
  asset: string
  path: string
  read: string
  resultOf: (row: ComparisonRow) => string
  /** When the asset was read, or why it was not. */
  readOf: (column: Column) => string
  pathOf: (column: Column) => string
}

/**
 * The comparison as a table: first what was read where, then a line for each field, whether it differs or not. Texts as they read, everything
 * else as it stands in the body; a field that is not there is an empty cell, and `Result` tells it from an empty text.
 */
export function tableOf(
  rows: readonly ComparisonRow[],
  columns: readonly Column[],
  documents: readonly (MetadataDocument | null)[],
  words: ExportWords,
  format: TableFormat,
): TableExport {
  function about(name: string, tell: (column: Column) => string): readonly string[] {
    return [name, '', '', ...columns.map(tell)]
  }
  return {
    name: words.name,
    sheet: words.sheet,
    format,
    headings: [words.field, words.pointer, words.result, ...columns.map(({ connection }) => connection.name)],
    rows: [
      about(words.asset, ({ state }) => (state.kind === 'read' ? state.reading.assetId : '')),
      about(words.path, words.pathOf),
      about(words.read, words.readOf),
      ...rows.map((row) => [
        row.field.path.at(-1) ?? '',
        row.field.pointer,
        words.resultOf(row),
        ...row.field.cells.map((cell, at) => {
          const document = documents[at]
          return cell && document ? wholeValueOf(document, cell.row) : ''
        }),
      ]),
    ],
  }
}
