import Export from '@react-spectrum/s2/icons/Export'
import { type TableExport, tableFormats } from '../../../shared/exports'
import type { FoundAsset } from '../../../shared/search'
import { ChoiceMenu } from '../../components/choice-menu'
import { useMessages } from '../../language/messages'
import { foundTableOf, tableColumns } from './found-table'
import messages from './messages/en.json'

export type ExportFoundProps = { assets: readonly FoundAsset[]; onExport: (table: TableExport) => void }

/** The forms in which the results can be saved. */
export function ExportFound({ assets, onExport }: ExportFoundProps) {
  const say = useMessages(messages)
  return (
    <ChoiceMenu
      label={say('export')}
      icon={<Export />}
      choices={tableFormats}
      nameOf={(format) => say(`export.${format}`)}
      describe={(format) => say(`export.${format}.words`)}
      onChoose={(format) =>
        onExport(
          foundTableOf(assets, format, {
            name: say('export.name'),
            sheet: say('grid'),
            headings: tableColumns.map((column) => say(`column.${column}`)),
          }),
        )
      }
    />
  )
}
