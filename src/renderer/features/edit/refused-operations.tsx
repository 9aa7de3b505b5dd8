import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { isolate } from '../../../words/language/say-in'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'
import { operationPaths, type Refusal } from './refusal'

const words = style({ font: 'ui', margin: 0 })
const list = style({ font: 'ui', color: 'negative', margin: 0, paddingStart: 16, overflowWrap: 'anywhere' })

/** Which operations AEM's answer names, or that it names none. */
export function RefusedOperations({ patch, operations }: Refusal) {
  const say = useMessages(messages)
  const paths = operationPaths(patch)
  if (operations.length === 0) return <p className={words}>{say('fault.none')}</p>
  return (
    <div>
      <p className={words}>{say('fault.some', { count: operations.length })}</p>
      <ul className={list}>
        {operations.map((at) => (
          <li key={at}>{say('patch.at', { number: at + 1, problem: isolate(paths[at] ?? '') })}</li>
        ))}
      </ul>
    </div>
  )
}
