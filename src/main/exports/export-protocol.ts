import type { ExportRequest, TableExport } from '../../shared/exports'
import type { ExportFile } from './export-metadata'
import type { TableWords } from './table-words'

/** Messages between the main process and the utility process that writes one file. */
export type ExportCall =
  | { request: ExportRequest; words: TableWords }
  /** `cut` ends a text that Excel could not hold. */
  | { table: TableExport; cut: string }

export type ExportReply = { ok: true; file: ExportFile } | { ok: false; thrown: unknown }
