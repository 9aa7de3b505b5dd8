import type { TableExport } from '../../shared/exports'
import { safeFileName } from '../files/safe-file-name'
import type { ExportFile } from './export-metadata'
import { writeCsvLines } from './write-csv'
import { writeWorkbook } from './write-xlsx'

/** Of every column, in characters. */
const columnWidth = 36
/** Excel refuses a sheet whose name is longer or has one of these (Microsoft, Rename a worksheet). */
const longestSheetName = 31
const notInSheetName = /[\\/?*:[\]]/g

/** A table of the window as a file; every cell is text, so that no digit is lost. */
export async function writeTable(
  { name, sheet, headings, rows, format }: TableExport,
  cut: string,
): Promise<ExportFile> {
  const suggestedName = safeFileName(name, format)
  const words = { headings, cut, sheet: sheet.replaceAll(notInSheetName, ' ').slice(0, longestSheetName) }
  const { content, counts } =
    format === 'csv'
      ? await writeCsvFile(rows, words)
      : await writeWorkbook(
          rows,
          words,
          headings.map(() => columnWidth),
        ).then(({ bytes, counts }) => ({ content: bytes, counts }))
  return { kind: 'file', suggestedName, content, remarks: { ...counts, leftOut: [] } }
}

async function writeCsvFile(rows: TableExport['rows'], words: Parameters<typeof writeCsvLines>[1]) {
  const { text, counts } = writeCsvLines(rows, words)
  return { content: Buffer.from(text), counts }
}
