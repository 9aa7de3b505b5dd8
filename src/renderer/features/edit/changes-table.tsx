import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle'
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { FieldChange } from '../../../shared/edit'
import { PlainTable } from '../../components/table'
import { PlainText } from '../../components/text/shown-text'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'
import { ShownValue } from './shown-value'

const name = style({ display: 'inline-flex', alignItems: 'center', columnGap: 8, minWidth: 0 })

type Props = {
  changes: readonly FieldChange[]
  /** Whether AEM's answer names a field as one that it refuses. */
  isRefused?: (path: readonly string[]) => boolean
}

/** Field by field, before and after. */
export function ChangesTable({ changes, isRefused = () => false }: Props) {
  const say = useMessages(messages)
  return (
    <PlainTable
      label={say('changes.label')}
      heads={[say('changes.field'), say('changes.before'), say('changes.after')]}
      rows={changes.map(({ path, before, after }) => ({
        key: JSON.stringify(path),
        cells: [
          <span key="field" className={name}>
            {isRefused(path) ? (
              <AlertTriangle
                aria-label={say('fault.mark')}
                styles={iconStyle({ color: 'negative', size: 'S' })}
              />
            ) : null}
            <PlainText text={nameOfPath(path)} />
          </span>,
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
