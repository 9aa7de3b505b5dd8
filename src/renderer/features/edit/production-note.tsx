import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { Connection } from '../../../shared/connections'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

const note = style({
  font: 'ui-sm',
  fontWeight: 'bold',
  margin: 0,
  paddingX: 8,
  paddingY: 4,
  borderRadius: 'default',
  color: 'white',
  backgroundColor: 'negative',
  flexShrink: 0,
})

/** Says in words and color that what is sent is live, as long as changes are possible. */
export function ProductionNote({ connection }: { connection: Connection }) {
  const say = useMessages(messages)
  return connection.environment === 'production' ? <p className={note}>{say('production')}</p> : null
}
