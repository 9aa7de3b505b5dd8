import type { FieldChange } from '../../../shared/edit'
import { PlainTable } from '../../components/table'
import { PlainText } from '../../components/text/shown-text'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'
import { ShownValue } from './shown-value'

/** Field by field, before and after. */
export function ChangesTable({ changes }: { changes: readonly FieldChange[] }) {
  const say = useMessages(messages)
  return (
    <PlainTable
      label={say('changes.label')}
      heads={[say('changes.field'), say('changes.before'), say('changes.after')]}
      rows={changes.map(({ path, before, after }) => ({
        key: JSON.stringify(path),
        cells: [
          <PlainText key="field" text={nameOfPath(path)} />,
          <ShownValue key="before" token={before} />,
          <ShownValue key="after" token={after} without="changes.removed" />,
        ],
      }))}
    />
  )
}

export function nameOfPath(path: readonly (string | number)[]): string {
  return path.join(' › ')
}
