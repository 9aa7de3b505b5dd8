import Export from '@react-spectrum/s2/icons/Export'
import { useMutation } from '@tanstack/react-query'
import { memo } from 'react'
import { type ExportFormat, type ExportRequest, exportFormats } from '../../../shared/exports'
import { ChoiceMenu } from '../../components/choice-menu'
import { unwrap } from '../../desktop/desktop'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

/** The forms in which an asset's metadata can be saved. */
export const ExportMenu = memo(({ onExport }: { onExport: (format: ExportFormat) => void }) => {
  const say = useMessages(messages)
  return (
    <ChoiceMenu
      label={say('export')}
      icon={<Export />}
      size="S"
      choices={exportFormats}
      nameOf={(format) => say(`export.${format}`)}
      describe={(format) => say(`export.${format}.words`)}
      onChoose={onExport}
    />
  )
})

/** Saves the body on the screen in a file that the user chooses. */
export function useExport() {
  return useMutation({
    mutationFn: (request: ExportRequest) => unwrap(window.desktop.exportMetadata(request)),
  })
}
