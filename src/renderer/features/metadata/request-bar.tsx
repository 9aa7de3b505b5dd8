import { Button } from '@react-spectrum/s2/Button'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { TextField, type TextFieldRef } from '@react-spectrum/s2/TextField'
import { type FormEvent, useEffect, useRef } from 'react'
import type { FieldProblem } from '../../../shared/result'
import { describeField } from '../../components/failure/failure-words'
import { useFailureMessages } from '../../components/failure/messages'
import { useShortcuts } from '../../components/shortcuts'
import { useMetadataMessages } from './messages'

const bar = style({ display: 'flex', alignItems: 'start', columnGap: 12 })
/** As far down as the fields stand below their labels. */
const besideFields = style({ flexShrink: 0, paddingTop: 24 })

export type RequestText = { bucket: string; asset: string }

export type RequestBarProps = {
  text: RequestText
  problems: readonly FieldProblem[]
  takesFocus: boolean
  onChange: (text: RequestText) => void
  onSend: () => void
}

/** What to ask for: the bucket and one asset. */
export const RequestBar = ({ text, problems, takesFocus, onChange, onSend }: RequestBarProps) => {
  const say = useMetadataMessages()
  const sayFailure = useFailureMessages()
  const bucketField = useRef<TextFieldRef>(null)
  const assetField = useRef<TextFieldRef>(null)

  const problemOf = (field: 'bucket' | 'asset') => problems.find((problem) => problem.field === field)
  const fieldProps = (field: 'bucket' | 'asset') => {
    const problem = problemOf(field)
    return {
      label: say(`${field}.label`),
      value: text[field],
      onChange: (value: string) => onChange({ ...text, [field]: value }),
      isInvalid: problem !== undefined,
      errorMessage: problem && describeField(sayFailure, problem),
      validationBehavior: 'aria' as const,
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

  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSend()
  }
  return (
    <form className={bar} noValidate onSubmit={submit}>
      <TextField {...fieldProps('bucket')} ref={bucketField} styles={style({ width: 240, flexShrink: 1 })} />
      <TextField
        {...fieldProps('asset')}
        ref={assetField}
        // Where the work is: the one field that changes from call to call.
        autoFocus={takesFocus}
        placeholder={say('asset.placeholder')}
        styles={style({ flexGrow: 1, flexShrink: 1, minWidth: 160 })}
      />
      <div className={besideFields}>
        <Button type="submit" variant="accent">
          {say('get')}
        </Button>
      </div>
    </form>
  )
}
