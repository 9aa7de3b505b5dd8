import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useState } from 'react'
import { PlainText } from '../../../components/text/shown-text'
import { useMessages } from '../../../language/messages'
import type { DiffValue } from '../../../model/document/diff-document'
import messages from '../messages/en.json'

/** Characters of a value that are shown before “Show more”. */
const firstCharacters = 1_000

const literal = style({ font: 'code-sm' })
const subdued = style({ font: 'ui-sm', color: 'neutral-subdued' })

/** A value as it stands in the text of the body, quotes and escapes included. */
export function ChangedValue({ value }: { value: DiffValue | null }) {
  const say = useMessages(messages)
  const [isWhole, setWhole] = useState(false)
  if (value === null) return <span className={subdued}>{say('changes.nowhere')}</span>
  if (value.kind === 'object') {
    return <span className={subdued}>{say(value.isEmpty ? 'changes.emptyObject' : 'changes.object')}</span>
  }
  if (value.kind === 'array') {
    return <span className={subdued}>{say(value.isEmpty ? 'changes.emptyArray' : 'changes.array')}</span>
  }
  const isCut = !isWhole && value.token.length > firstCharacters
  return (
    <>
      <span className={literal}>
        <PlainText text={isCut ? value.token.slice(0, firstCharacters) : value.token} isCut={isCut} />
      </span>{' '}
      {isCut ? (
        <ActionButton size="XS" onPress={() => setWhole(true)}>
          {say('changes.showWhole', { count: value.token.length })}
        </ActionButton>
      ) : null}
    </>
  )
}
