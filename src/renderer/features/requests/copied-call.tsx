import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { CopyButton } from '../../components/copy-button'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

const item = style({
  display: 'grid',
  gridTemplateColumns: ['1fr', 'max-content'],
  columnGap: 16,
  rowGap: 4,
  alignItems: 'start',
})
const title = style({ font: 'title-sm', margin: 0 })
const paragraph = style({ font: 'body-sm', margin: 0, color: 'neutral-subdued' })
const code = style({
  gridColumnStart: 1,
  gridColumnEnd: -1,
  font: 'code-sm',
  margin: 0,
  marginTop: 4,
  padding: 12,
  borderRadius: 'default',
  backgroundColor: 'layer-1',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  userSelect: 'text',
})

export type CopiedCallProps = {
  of: 'curl' | 'token' | 'node' | 'postman'
  text: string
  /** The text itself is short enough to be read here. */
  isShown?: boolean
}

/** One form of the call for another program, to be copied. */
export function CopiedCall({ of, text, isShown = false }: CopiedCallProps) {
  const say = useMessages(messages)
  const name = say(`take.${of}`)
  return (
    <div className={item}>
      <div>
        <h3 className={title}>{name}</h3>
        <p className={paragraph}>{say(`take.${of}.words`)}</p>
      </div>
      <CopyButton text={text} label={say('take.copy')} of={name} />
      {isShown ? (
        <pre className={code} dir="ltr">
          {text}
        </pre>
      ) : null}
    </div>
  )
}
