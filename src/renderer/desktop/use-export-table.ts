import { useMutation } from '@tanstack/react-query'
import type { ExportOutcome, TableExport } from '../../shared/exports'
import { type DesktopError, unwrap } from './desktop'

/** Saves a table in a file that the user chooses; null where none is chosen. */
export function useExportTable() {
  return useMutation<ExportOutcome | null, DesktopError, TableExport>({
    mutationFn: (table) => unwrap(window.desktop.exportTable(table)),
  })
}
