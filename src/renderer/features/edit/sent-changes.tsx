import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useMutation, useQuery } from '@tanstack/react-query'
import type { Connection } from '../../../shared/connections'
import type { SentChange } from '../../../shared/edit'
import { isolate } from '../../../words/language/say-in'
import { FailureNotice } from '../../components/failure/failure-notice'
import { Section } from '../../components/section'
import { PlainTable } from '../../components/table'
import { PlainText } from '../../components/text/shown-text'
import { unwrap } from '../../desktop/desktop'
import { useFormats } from '../../language/formats'
import { useMessages } from '../../language/messages'
import { nameOfPath } from './changes-table'
import { editedName, useEditedAsset } from './edited-asset'
import messages from './messages/en.json'

const line = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 12 })
const saved = style({ font: 'ui-sm', margin: 0, overflowWrap: 'anywhere', userSelect: 'text' })

type Props = { connection: Connection; onOpenAsset: (assetId: string) => void }

/** What was changed by a connection, to be undone or told of. */
export function SentChanges({ connection, onOpenAsset }: Props) {
  const say = useMessages(messages)
  const formats = useFormats()
  const [, edit] = useEditedAsset()
  const { data = [] } = useQuery({
    queryKey: ['sent-changes', connection.id],
    queryFn: () => unwrap(window.desktop.listChanges()),
    select: (changes) => changes.filter(({ asset }) => asset.connectionId === connection.id),
    gcTime: 0,
  })
  const undo = useMutation({
    mutationFn: ({ id }: SentChange) =>
      unwrap(window.desktop.reverseChange({ changeId: id, ticket: crypto.randomUUID() })),
    onSuccess: ({ asset }) => {
      edit(editedName(asset))
      onOpenAsset(asset.assetId)
    },
  })
  const save = useMutation({
    mutationFn: () =>
      unwrap(
        window.desktop.saveReport({
          name: `${say('journal.heading')} ${connection.name}`,
          format: 'json',
          text: JSON.stringify(data, null, 2),
        }),
      ),
  })
  if (data.length === 0) return null
  const error = undo.error ?? save.error
  return (
    <Section title={say('journal.heading')} intro={say('journal.words')}>
      <PlainTable
        label={say('journal.heading')}
        heads={[say('journal.when'), say('journal.asset'), say('journal.fields'), say('journal.undo')]}
        rows={data.map((change) => ({
          key: change.id,
          cells: [
            formats.dateAndTime(change.at),
            <PlainText key="asset" text={change.asset.assetId} />,
            <PlainText key="fields" text={change.changes.map(({ path }) => nameOfPath(path)).join(', ')} />,
            <ActionButton
              key="undo"
              size="S"
              isDisabled={undo.isPending}
              aria-label={say('journal.undo.of', { time: formats.dateAndTime(change.at) })}
              onPress={() => undo.mutate(change)}
            >
              {say('journal.undo')}
            </ActionButton>,
          ],
        }))}
      />
      <div className={line}>
        <ActionButton size="S" isPending={save.isPending} onPress={() => save.mutate()}>
          {say('journal.export')}
        </ActionButton>
        <p role="status" className={saved}>
          {save.data ? say('journal.saved', { path: isolate(save.data.path) }) : null}
        </p>
      </div>
      {error ? <FailureNotice error={error.error} /> : null}
    </Section>
  )
}
