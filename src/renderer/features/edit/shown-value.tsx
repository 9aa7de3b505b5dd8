import { PlainText } from '../../components/text/shown-text'
import { useMessages } from '../../language/messages'
import { longestShownValue, readableValue } from './json-text'
import messages from './messages/en.json'

type Props = {
  /** JSON text; null where there is no such field. */
  token: string | null
  /** How the lack of a field is told. */
  without?: 'changes.none' | 'changes.removed'
}

/** A value of a change, cut where it is long. */
export function ShownValue({ token, without = 'changes.none' }: Props) {
  const say = useMessages(messages)
  if (token === null) return <i>{say(without)}</i>
  if (token === '""') return <i>{say('changes.empty')}</i>
  const text = readableValue(token)
  return <PlainText text={text.slice(0, longestShownValue)} isCut={text.length > longestShownValue} />
}
