import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { checkSteps } from '../../../shared/check'
import { numberOfStep } from '../../../words/check/check-outcome'
import messages from '../../../words/check/messages/en.json'
import { useMessages } from '../../language/messages'

const intro = style({ font: 'body', maxWidth: 720 })
const heading = style({ font: 'heading-sm', marginTop: 0, marginBottom: 8 })
const paragraph = style({ marginTop: 0, marginBottom: 8 })
const steps = style({
  display: 'grid',
  gridTemplateColumns: ['1fr', '1fr', '1fr'],
  columnGap: 24,
  rowGap: 8,
  marginTop: 12,
  marginBottom: 0,
  padding: 0,
  listStyleType: 'none',
  font: 'body-sm',
  color: 'neutral-subdued',
})

/** Shown before the first check: what it does. */
export function CheckIntro() {
  const say = useMessages(messages)
  return (
    <section className={intro}>
      <h2 className={heading}>{say('intro.heading')}</h2>
      <p className={paragraph}>
        {say('intro.what', { all: checkSteps.length })} {say('intro.safe')}
      </p>
      <ol className={steps}>
        {checkSteps.map((step) => (
          <li key={step}>
            {say('step.numbered', { number: numberOfStep(step), name: say(`step.${step}`) })}
          </li>
        ))}
      </ol>
    </section>
  )
}
