import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import messages from '../../../../words/check/messages/en.json'
import { Section } from '../../../components/section'
import { useMessages } from '../../../language/messages'
import type { Difference } from './comparison'

const list = style({ margin: 0, paddingStart: 20, display: 'grid', rowGap: 4, font: 'body-sm' })
const line = style({ overflowWrap: 'anywhere' })

/** The differences between the columns. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }) {
  const say = useMessages(messages)
  const isNone = differences.length === 0
  return (
    <Section
      title={say('all.differences')}
      intro={say(isNone ? 'all.differences.none' : 'all.differences.some')}
    >
      {isNone ? null : (
        <ul className={list}>
          {differences.map(({ step, text }) => (
            <li key={step} className={line}>
              {say('all.difference.line', { step: say(`step.${step}`), words: text })}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
