import { ActionButton } from '@react-spectrum/s2/ActionButton'
import type { BulkSummary } from '../../../../shared/bulk'
import { Section } from '../../../components/section'
import { PlainTable } from '../../../components/table'
import { PlainText } from '../../../components/text/shown-text'
import { useFormats } from '../../../language/formats'
import { useMessages } from '../../../language/messages'
import { useRuns } from './bulk-queries'
import messages from './messages/en.json'

type Props = { connectionId: string; onOpen: (runId: string) => void }

/** The changes of many assets that were sent by a connection: to look at them, to finish them, or to undo them. */
export function EarlierRuns({ connectionId, onOpen }: Props) {
  const say = useMessages(messages)
  const formats = useFormats()
  const runs = useRuns(connectionId)
  if (runs.length === 0) return null
  function fieldsOf({ operations, undoes }: BulkSummary): string {
    if (undoes !== null) return say('heading.undo')
    return [...new Set(operations.map(({ field }) => field))].join(', ')
  }
  return (
    <Section title={say('runs')} intro={say('runs.words')}>
      <PlainTable
        label={say('runs')}
        heads={[say('runs.when'), say('runs.fields'), say('runs.outcome'), say('runs.open')]}
        rows={runs.map((run) => ({
          key: run.id,
          cells: [
            formats.dateAndTime(run.at),
            <PlainText key="fields" text={fieldsOf(run)} />,
            say('runs.counts', {
              changed: run.counts.changed,
              open: run.counts.planned + run.counts.sending,
            }),
            <ActionButton
              key="open"
              size="S"
              aria-label={say('runs.open.of', { time: formats.dateAndTime(run.at) })}
              onPress={() => onOpen(run.id)}
            >
              {say('runs.open')}
            </ActionButton>,
          ],
        }))}
      />
    </Section>
  )
}
