import { useMutation } from '@tanstack/react-query'
import type { ExportFormat } from '../../../shared/exports'
import { unwrap } from '../../desktop/desktop'

/** Saves what was read of an asset as a file that the user chooses. */
export function useExport() {
  return useMutation({
    mutationFn: (wanted: { connectionId: string; assetId: string; format: ExportFormat }) =>
      unwrap(window.desktop.exportMetadata(wanted)),
  })
}
