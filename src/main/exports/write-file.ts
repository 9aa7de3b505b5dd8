import { tabulateJson } from '../metadata/tabulate-json'
import { type ExportFile, writeExport } from './export-metadata'
import type { ExportCall } from './export-protocol'
import { writeTable } from './write-table'

/** Writes the file that is asked for. */
export function writeFileOf(call: ExportCall): Promise<ExportFile> {
  if ('table' in call) return writeTable(call.table, call.cut)
  const { assetId, text, format } = call.request
  return writeExport({ assetId, text, rows: tabulateJson(text) }, format, call.words)
}
