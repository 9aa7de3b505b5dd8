import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2/Disclosure'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useMessages } from '../../../language/messages'
import messages from './messages/en.json'

const steps = style({ margin: 0, paddingStart: 20, display: 'grid', rowGap: 4, font: 'body-sm' })
const note = style({ font: 'body-sm', marginTop: 8, marginBottom: 0 })

/** How a client secret is replaced without a moment in which none works. */
export function RotationSteps({ isOpen }: { isOpen: boolean }) {
  const say = useMessages(messages)
  return (
    <Disclosure isQuiet size="S" defaultExpanded={isOpen}>
      <DisclosureTitle level={3}>{say('rotate.heading')}</DisclosureTitle>
      <DisclosurePanel>
        <ol className={steps}>
          <li>{say('rotate.add')}</li>
          <li>{say('rotate.store')}</li>
          <li>{say('rotate.promote')}</li>
          <li>{say('rotate.delete')}</li>
        </ol>
        <p className={note}>{say('rotate.adobe')}</p>
      </DisclosurePanel>
    </Disclosure>
  )
}
