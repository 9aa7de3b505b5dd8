import { Button } from '@react-spectrum/s2/Button'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { TextField, type TextFieldRef } from '@react-spectrum/s2/TextField'
import { type ClipboardEvent, type FormEvent, memo, useEffect, useRef, useState } from 'react'
import { longestAssetText } from '../../../shared/asset-reference'
import type { FieldProblem } from '../../../shared/result'
import { describeField } from '../../../words/failure/describe-failure'
import failureMessages from '../../../words/failure/messages/en.json'
import { problemProps } from '../../components/problem-props'
import { useShortcuts } from '../../components/shortcuts'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

const bar = style({
  display: 'flex',
  flexWrap: { default: 'nowrap', '@media (max-width: 560px)': 'wrap' },
  alignItems: 'start',
  columnGap: 12,
  rowGap: 8,
})

export type RequestText = { bucket: string; asset: string }

export type RequestBarProps = {
  text: RequestText
  problems: readonly FieldProblem[]
  takesFocus: boolean
  /** `pasted` is the whole of a pasted text with line breaks or tabs, which the field itself cannot hold. */
  onChange: (text: RequestText, pasted: string | null) => void
  onSend: () => void
}

/** A text that the field itself never gets: laying out 12 MB in one line stops the window for seconds. */
function refusedPaste(length: number): FieldProblem {
  return { field: 'asset', code: 'text-too-long', values: { longest: longestAssetText, length } }
}

/** What to ask for: the bucket and one asset. */
export const RequestBar = memo(({ text, problems, takesFocus, onChange, onSend }: RequestBarProps) => {
  const say = useMessages(messages)
  const sayFailure = useMessages(failureMessages)
  const bucketField = useRef<TextFieldRef>(null)
  const assetField = useRef<TextFieldRef>(null)
  const [refusedLength, setRefusedLength] = useState<number | null>(null)

  function problemOf(field: 'bucket' | 'asset') {
    return field === 'asset' && refusedLength !== null
      ? refusedPaste(refusedLength)
      : problems.find((problem) => problem.field === field)
  }
  function fieldProps(field: 'bucket' | 'asset') {
    const problem = problemOf(field)
    return {
      label: say(`${field}.label`),
      labelPosition: 'side' as const,
      value: text[field],
      onChange: (value: string) => {
        setRefusedLength(null)
        onChange({ ...text, [field]: value }, null)
      },
      ...problemProps(problem && describeField(sayFailure, problem)),
      autoComplete: 'off',
      spellCheck: 'false' as const,
    }
  }

  const firstWrong = problems[0]?.field
  useEffect(() => {
    if (firstWrong === 'bucket') bucketField.current?.focus()
    if (firstWrong === 'asset') assetField.current?.focus()
  }, [firstWrong])

  useShortcuts({
    'mod+enter': onSend,
    'mod+l': () => {
      assetField.current?.focus()
      assetField.current?.select()
    },
  })

  /** A list copied from a table, a command or a page keeps its lines, though the field shows them as one. */
  function pasteLines(event: ClipboardEvent<HTMLInputElement>) {
    const pasted = event.clipboardData.getData('text/plain')
    if (pasted.length > longestAssetText) {
      event.preventDefault()
      setRefusedLength(pasted.length)
      return
    }
    setRefusedLength(null)
    const { selectionStart, selectionEnd, value } = event.currentTarget
    const replacesAll = selectionStart === 0 && selectionEnd === value.length
    if (!replacesAll || !/[\r\n\t]/.test(pasted.trim())) return
    event.preventDefault()
    onChange({ ...text, asset: pasted.trim().replace(/\s+/g, ' ') }, pasted)
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    onSend()
  }
  return (
    <form className={bar} noValidate onSubmit={submit}>
      <TextField
        {...fieldProps('bucket')}
        ref={bucketField}
        styles={style({ width: 288, flexShrink: 1, minWidth: 176 })}
      />
      <TextField
        {...fieldProps('asset')}
        ref={assetField}
        // The field that changes from request to request.
        autoFocus={takesFocus}
        placeholder={say('asset.placeholder')}
        onPaste={pasteLines}
        styles={style({ flexGrow: 1, flexShrink: 1, flexBasis: 200, minWidth: 180 })}
      />
      <Button type="submit" variant="accent" styles={style({ flexShrink: 0 })}>
        {say('get')}
      </Button>
    </form>
  )
})
