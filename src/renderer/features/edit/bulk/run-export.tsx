import Export from '@react-spectrum/s2/icons/Export'
import type { BulkRun } from '../../../../shared/bulk'
import { type TableExport, type TableFormat, tableFormats } from '../../../../shared/exports'
import { ChoiceMenu } from '../../../components/choice-menu'
import { useMessages } from '../../../language/messages'
import messages from './messages/en.json'
import { useRunWords } from './run-words'

export type RunExportMenuProps = { run: BulkRun; onExport: (table: TableExport) => void }

/** Saves what came of every asset of a run: a line for each, so that they count up to what was asked. */
export function RunExportMenu({ run, onExport }: RunExportMenuProps) {
  const say = useMessages(messages)
  const words = useRunWords()
  function tableIn(format: TableFormat): TableExport {
    return {
      name: say('export.name', { date: run.at.slice(0, 10) }),
      sheet: say('table'),
      headings: [
        say('export.id'),
        say('table.asset'),
        say('table.outcome'),
        say('export.reason'),
        say('table.changes'),
      ],
      rows: run.rows.map((row) => [
        row.assetId,
        row.title ?? '',
        words.outcome(row, run),
        words.reason(row),
        words.changes(row),
      ]),
      format,
    }
  }
  return (
    <ChoiceMenu
      label={say('export')}
      icon={<Export />}
      choices={tableFormats}
      nameOf={(format) => say(`export.${format}`)}
      describe={(format) => say(`export.${format}.words`)}
      onChoose={(format) => onExport(tableIn(format))}
    />
  )
}
