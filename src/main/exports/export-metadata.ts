import type { ExportFormat, ExportRemarks } from '../../shared/exports'
import type { MetadataReading } from '../../shared/metadata'
import { safeFileName } from '../files/safe-file-name'
import { findRepositoryText } from './find-field'
import { tableRows } from './metadata-table'
import type { TableWords } from './table-words'
import { writeAemImport } from './write-aem-import'
import { writeCsv } from './write-csv'
import { writeXlsx } from './write-xlsx'

export type ExportFile =
  | { kind: 'file'; suggestedName: string; content: Uint8Array; remarks: ExportRemarks }
  | { kind: 'refused'; reason: 'no-path' | 'no-fields' }

const noRemarks: ExportRemarks = { guardedCells: 0, cutCells: 0, mendedCells: 0, leftOut: [] }

/** The file that a reading becomes in a format. JSON is the body exactly as it came. */
export async function writeExport(
  { assetId, text, rows }: Pick<MetadataReading, 'assetId' | 'text' | 'rows'>,
  format: ExportFormat,
  words: TableWords,
): Promise<ExportFile> {
  const name = findRepositoryText(text, rows, 'repo:name') ?? assetId
  function nameAs(extension: string, what = 'metadata'): string {
    return safeFileName(`${name} ${what}`, extension)
  }
  switch (format) {
    case 'json':
      return { kind: 'file', suggestedName: nameAs('json'), content: Buffer.from(text), remarks: noRemarks }
    case 'csv': {
      const csv = writeCsv(tableRows(text, rows), words)
      return {
        kind: 'file',
        suggestedName: nameAs('csv'),
        content: Buffer.from(csv.text),
        remarks: { ...noRemarks, ...csv.counts },
      }
    }
    case 'xlsx': {
      const { bytes, counts } = await writeXlsx(tableRows(text, rows), words)
      return {
        kind: 'file',
        suggestedName: nameAs('xlsx'),
        content: bytes,
        remarks: { ...noRemarks, ...counts },
      }
    }
    case 'aem-import': {
      const written = writeAemImport(text, rows)
      if (written.kind === 'refused') return written
      return {
        kind: 'file',
        suggestedName: nameAs('csv', 'metadata-import'),
        content: Buffer.from(written.text),
        remarks: { ...noRemarks, leftOut: written.leftOut },
      }
    }
  }
}
