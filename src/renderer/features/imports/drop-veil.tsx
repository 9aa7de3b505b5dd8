import Import from '@react-spectrum/s2/icons/Import'
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

const veil = style({
  position: 'fixed',
  inset: 0,
  zIndex: 1000,
  display: 'flex',
  padding: 16,
  boxSizing: 'border-box',
  pointerEvents: 'none',
  backgroundColor: 'transparent-black-500',
})
const target = style({
  display: 'flex',
  flexDirection: 'column',
  flexGrow: 1,
  alignItems: 'center',
  justifyContent: 'center',
  rowGap: 12,
  borderRadius: 'xl',
  borderWidth: 2,
  borderStyle: 'dashed',
  borderColor: 'blue-900',
  backgroundColor: 'layer-2',
  textAlign: 'center',
})
const title = style({ font: 'heading', margin: 0 })
const paragraph = style({ font: 'body', margin: 0, maxWidth: 480 })

/** Covers the window while a file is dragged over it. */
export function DropVeil({ takesAssets }: { takesAssets: boolean }) {
  const say = useMessages(messages)
  return (
    <div className={veil}>
      <div className={target} role="status">
        <Import styles={iconStyle({ size: 'XL', color: 'neutral' })} />
        <p className={title}>{say(takesAssets ? 'drop.titleOrAssets' : 'drop.title')}</p>
        <p className={paragraph}>{say('drop.words')}</p>
      </div>
    </div>
  )
}
