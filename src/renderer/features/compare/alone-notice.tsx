import { Button } from '@react-spectrum/s2/Button'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

const column = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 12,
  alignItems: 'start',
  maxWidth: 560,
})
const heading = style({ font: 'title-lg', margin: 0 })
const words = style({ font: 'body', margin: 0 })
const buttons = style({ display: 'flex', flexWrap: 'wrap', gap: 12 })

export type AloneNoticeProps = {
  onAddConnection: () => void
  /** Adds the demo's second environment; null where this is no demo. */
  onAddStage: (() => void) | null
}

/** What is there while there is only one connection. */
export function AloneNotice({ onAddConnection, onAddStage }: AloneNoticeProps) {
  const say = useMessages(messages)
  return (
    <div className={column}>
      <h2 className={heading}>{say('alone.title')}</h2>
      <p className={words}>{say('alone.words')}</p>
      <div className={buttons}>
        {onAddStage ? (
          <Button variant="accent" onPress={onAddStage}>
            {say('alone.demo')}
          </Button>
        ) : null}
        <Button variant="secondary" onPress={onAddConnection}>
          {say('alone.add')}
        </Button>
      </div>
    </div>
  )
}
