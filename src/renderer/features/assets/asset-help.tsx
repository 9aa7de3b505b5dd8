import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { modifierName } from '../../components/shortcuts'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

const help = style({ maxWidth: 640, marginX: 'auto', paddingTop: 40, font: 'body' })
const heading = style({ font: 'heading-sm', marginTop: 0, marginBottom: 8 })
const subheading = style({ font: 'title', marginTop: 24, marginBottom: 4 })
const paragraph = style({ marginTop: 0, marginBottom: 8 })
const example = style({
  display: 'block',
  font: 'code-sm',
  padding: 12,
  borderRadius: 'default',
  backgroundColor: 'layer-1',
  overflowWrap: 'anywhere',
  userSelect: 'text',
})
const keys = style({ font: 'body-sm', color: 'neutral-subdued', marginTop: 24, marginBottom: 0 })

/** Where nothing has been read yet: what an asset ID is and where to get one. */
export function AssetHelp() {
  const say = useMessages(messages)
  return (
    <section className={help}>
      <h2 className={heading}>{say('help.heading')}</h2>
      <p className={paragraph}>{say('help.what')}</p>
      <code className={example}>{say('help.example')}</code>
      <h3 className={subheading}>{say('help.where')}</h3>
      <p className={paragraph}>{say('help.path')}</p>
      <p className={paragraph}>{say('help.api')}</p>
      <p className={keys}>{say('help.keys', { mod: modifierName })}</p>
    </section>
  )
}
