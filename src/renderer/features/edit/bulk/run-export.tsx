import Export from '@react-spectrum/s2/icons/Export'
import { useMutation } from '@tanstack/react-query'
import type { BulkRun } from '../../../../shared/bulk'
import { type TableFormat, tableFormats } from '../../../../shared/exports'
import { ChoiceMenu } from '../../../components/choice-menu'
import { unwrap } from '../../../desktop/desktop'
import { useMessages } from '../../../language/messages'
import messages from './messages/en.json'
import { useRunWords } from './run-words'

/** Saves what came of every asset of a run: a line for each, so that they count up to what was asked. */
export function useRunExport(run: BulkRun | null) {
  const say = useMessages(messages)
  const words = useRunWords()
  return useMutation({
    mutationFn: (format: TableFormat) =>
      unwrap(
        window.desktop.exportTable({
          name: say('export.name', { date: run?.at.slice(0, 10) ?? '' }),
          sheet: say('table'),
          headings: [
            say('export.id'),
            say('table.asset'),
            say('table.outcome'),
            say('export.reason'),
            say('table.changes'),
          ],
          rows: (run?.rows ?? []).map((row) => [
            row.assetId,
            row.title ?? '',
            words.outcome(row, { stage: run?.stage ?? 'ready' }),
            words.reason(row),
            words.changes(row),
          ]),
          format,
        }),
      ),
  })
}

export function RunExportMenu({ onExport }: { onExport: (format: TableFormat) => void }) {
  const say = useMessages(messages)
  return (
    <ChoiceMenu
      label={say('export')}
      icon={<Export />}
      choices={tableFormats}
      nameOf={(format) => say(`export.${format}`)}
      describe={(format) => say(`export.${format}.words`)}
      onChoose={onExport}
    />
  )
}
