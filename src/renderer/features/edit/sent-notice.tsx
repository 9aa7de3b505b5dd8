import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { CloseButton } from '@react-spectrum/s2/CloseButton'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useEffect, useRef } from 'react'
import type { FieldChange, SendOutcome } from '../../../shared/edit'
import { isolate } from '../../../words/language/say-in'
import { useMessages } from '../../language/messages'
import { nameOfPath } from './changes-table'
import messages from './messages/en.json'

const bar = style<{ isComplete: boolean }>({
  display: 'flex',
  alignItems: 'center',
  columnGap: 12,
  flexShrink: 0,
  paddingX: 12,
  paddingY: 4,
  font: 'ui',
  borderRadius: 'default',
  backgroundColor: { default: 'notice-subtle', isComplete: 'positive-subtle' },
})
const paragraph = style({ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere', outlineStyle: 'none' })

/** As many fields as a line has room for. */
const mostNames = 5

function namesOf(changes: readonly FieldChange[]): string {
  const names = changes.slice(0, mostNames).map(({ path }) => isolate(nameOfPath(path)))
  return changes.length > mostNames ? `${names.join(', ')}, …` : names.join(', ')
}

export type SentNoticeProps = {
  outcome: Extract<SendOutcome, { kind: 'applied' }>
  onUndo: () => void
  onClose: () => void
}

/** What came of the changes, as the asset itself shows. */
export function SentNotice({ outcome, onUndo, onClose }: SentNoticeProps) {
  const say = useMessages(messages)
  const { changes, missing, besides, withoutAnswer } = outcome
  const words = useRef<HTMLDivElement>(null)
  useEffect(() => words.current?.focus(), [])
  const isComplete = missing.length === 0
  return (
    <div className={bar({ isComplete })}>
      <div ref={words} tabIndex={-1} role={isComplete ? 'status' : 'alert'} className={paragraph}>
        {isComplete
          ? say(withoutAnswer ? 'applied.withoutAnswer' : 'applied', { count: changes.length })
          : `${say('missing', { count: missing.length })}. ${say('missing.words', { names: namesOf(missing) })}`}{' '}
        {besides.length === 0
          ? null
          : say('applied.besides', { count: besides.length, names: namesOf(besides) })}
      </div>
      {isComplete ? (
        <ActionButton size="S" onPress={onUndo}>
          {say('applied.undo')}
        </ActionButton>
      ) : null}
      <CloseButton size="S" onPress={onClose} />
    </div>
  )
}
