import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { TextArea } from '@react-spectrum/s2/TextArea'
import { TextField } from '@react-spectrum/s2/TextField'
import { useState } from 'react'
import type { RowKind } from '../../../shared/metadata-rows'
import { ChoiceButtons } from '../../components/choice-buttons'
import { whenShown } from '../../components/when-shown'
import { useFormats } from '../../language/formats'
import { useMessages } from '../../language/messages'
import { isDateText, jsonNumber, looksLikeDate, readableValue } from './json-text'
import messages from './messages/en.json'
import { useTyped } from './use-typed'

/** The calendar is of use for dates alone, and the largest part of the editor. */
const DateTextPicker = whenShown(() => import('./date-picker'), 'DateTextPicker')

const wide = style({ width: 'full' })
const words = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0 })

export type ValueEditorProps = {
  kind: RowKind
  /** JSON text. */
  token: string
  childCount: number
  onSet: (token: string, continues: boolean) => void
}

/** Changes a value in the way of its type; lists and objects are changed row by row. */
export function ValueEditor({ kind, token, childCount, onSet }: ValueEditorProps) {
  const say = useMessages(messages)
  switch (kind) {
    case 'string':
      return <TextValue token={token} onSet={onSet} />
    case 'number':
      return <NumberValue token={token} onSet={onSet} />
    case 'boolean':
      return (
        <ChoiceButtons
          label={say('value')}
          choices={['true', 'false'] as const}
          chosen={token === 'true' ? 'true' : 'false'}
          nameOf={(choice) => say(`value.${choice}`)}
          onChoose={(choice) => onSet(choice, false)}
        />
      )
    case 'null':
      return <p className={words}>{say('value.null')}</p>
    case 'array':
      return <p className={words}>{say('value.items', { count: childCount })}</p>
    case 'object':
      return <p className={words}>{say('value.fields', { count: childCount })}</p>
  }
}

type LiteralProps = Pick<ValueEditorProps, 'token' | 'onSet'>

function TextValue({ token, onSet }: LiteralProps) {
  const say = useMessages(messages)
  const formats = useFormats()
  const { text, type, flush } = useTyped(readableValue(token), (typed, continues) =>
    onSet(JSON.stringify(typed), continues),
  )
  const wasDate = looksLikeDate.test(readableValue(token))
  const isDate = isDateText(text)
  const hasPicker = looksLikeDate.test(text)
  return (
    <>
      <TextArea
        label={say('value')}
        value={text}
        onChange={type}
        onBlur={flush}
        size="S"
        spellCheck="false"
        description={isDate ? say('value.date', { date: formats.dateAndTime(text) }) : undefined}
        isInvalid={wasDate && !isDate && text !== ''}
        errorMessage={say('value.date.bad')}
        validationBehavior="aria"
        styles={wide}
      />
      {hasPicker ? <DateTextPicker text={text} onChange={type} onBlur={flush} /> : null}
    </>
  )
}

/**
 * Kept as it is typed, digit by digit. What is no number is no edit, nor is the beginning of it that was one: of `10,5` no 10
 * is left behind.
 */
function NumberValue({ token, onSet }: LiteralProps) {
  const say = useMessages(messages)
  const [before] = useState(token)
  const { text, type, flush } = useTyped(token, (typed, continues) => {
    if (jsonNumber.test(typed.trim())) onSet(typed.trim(), continues)
    else if (continues) onSet(before, continues)
  })
  return (
    <TextField
      label={say('value')}
      value={text}
      onChange={type}
      onBlur={flush}
      size="S"
      inputMode="decimal"
      isInvalid={!jsonNumber.test(text.trim())}
      errorMessage={say('value.number.bad')}
      validationBehavior="aria"
      styles={style({ width: 320, maxWidth: 'full' })}
    />
  )
}
