import { ActionButton } from '@react-spectrum/s2/ActionButton'
import Export from '@react-spectrum/s2/icons/Export'
import { Menu, MenuItem, MenuTrigger } from '@react-spectrum/s2/Menu'
import { Text } from '@react-spectrum/s2/Text'
import { useMutation } from '@tanstack/react-query'
import { memo } from 'react'
import { type ExportFormat, exportFormats } from '../../../shared/exports'
import { unwrap } from '../../desktop/desktop'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

/** The forms in which an asset's metadata can be saved. */
export const ExportMenu = memo(({ onExport }: { onExport: (format: ExportFormat) => void }) => {
  const say = useMessages(messages)
  return (
    <MenuTrigger align="end">
      <ActionButton size="S" isQuiet>
        <Export />
        <Text>{say('export')}</Text>
      </ActionButton>
      <Menu
        onAction={(key) => {
          const format = exportFormats.find((candidate) => candidate === key)
          if (format) onExport(format)
        }}
      >
        {exportFormats.map((format) => (
          <MenuItem key={format} id={format} textValue={say(`export.${format}`)}>
            <Text slot="label">{say(`export.${format}`)}</Text>
            <Text slot="description">{say(`export.${format}.words`)}</Text>
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
})

/** Saves what was read of an asset as a file that the user chooses. */
export function useExport() {
  return useMutation({
    mutationFn: (wanted: { connectionId: string; assetId: string; format: ExportFormat }) =>
      unwrap(window.desktop.exportMetadata(wanted)),
  })
}
