import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ContactedHost } from '../../../shared/settings'
import { Section } from '../../components/section'
import { PlainTable } from '../../components/table'
import { useFormats } from '../../language/formats'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

const paragraph = style({ font: 'body-sm', margin: 0 })

export type HostListProps = { hosts: readonly ContactedHost[]; onRefresh: () => void }

/** Which hosts calls have gone to since the program was started. */
export function HostList({ hosts, onRefresh }: HostListProps) {
  const say = useMessages(messages)
  const formats = useFormats()
  return (
    <Section look="open" title={say('hosts')}>
      <p className={paragraph}>{say('hosts.words')}</p>
      {hosts.length === 0 ? (
        <p className={paragraph}>{say('hosts.none')}</p>
      ) : (
        <PlainTable
          label={say('hosts')}
          heads={[say('hosts.host'), say('hosts.count'), say('hosts.last')]}
          rows={hosts.map(({ host, count, lastAt }) => ({
            key: host,
            cells: [<bdi key="host">{host}</bdi>, count, formats.moment(lastAt)],
          }))}
        />
      )}
      <ActionButton size="S" onPress={onRefresh}>
        {say('hosts.refresh')}
      </ActionButton>
    </Section>
  )
}
