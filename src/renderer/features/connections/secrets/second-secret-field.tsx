import { Button } from '@react-spectrum/s2/Button'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { TextField, type TextFieldRef } from '@react-spectrum/s2/TextField'
import { type RefObject, useEffect, useState } from 'react'
import type { AppError, FieldProblem } from '../../../../shared/result'
import { describeField } from '../../../../words/failure/describe-failure'
import failureMessages from '../../../../words/failure/messages/en.json'
import { problemProps } from '../../../components/problem-props'
import { useMessages } from '../../../language/messages'
import messages from './messages/en.json'

const row = style({ display: 'flex', alignItems: 'start', columnGap: 12 })
/** Aligns with the field, below its label. */
const besideField = style({ flexShrink: 0, paddingTop: 24 })

export type SecondSecretFieldProps = {
  field: RefObject<TextFieldRef | null>
  error: AppError | null
  takesFocus: boolean
  onStore: () => void
}

/** Where a second secret is typed. It is the input element's own: it is in no state of ours. */
export function SecondSecretField({ field, error, takesFocus, onStore }: SecondSecretFieldProps) {
  const say = useMessages(messages)
  const sayFailure = useMessages(failureMessages)
  const [editedSince, setEditedSince] = useState<AppError | null>(null)
  const problem = error === editedSince ? undefined : problemOf(error)
  useEffect(() => {
    if (problemOf(error)) field.current?.focus()
  }, [error, field])
  return (
    <div className={row}>
      <TextField
        ref={field}
        type="password"
        label={say('store.label')}
        description={say('store.description')}
        autoComplete="new-password"
        spellCheck="false"
        autoFocus={takesFocus}
        {...problemProps(problem && describeField(sayFailure, problem))}
        onChange={() => setEditedSince(error)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // The form around it would be saved.
          event.preventDefault()
          onStore()
        }}
        styles={style({ flexGrow: 1, minWidth: 0 })}
      />
      <div className={besideField}>
        <Button variant="secondary" onPress={onStore}>
          {say('store')}
        </Button>
      </div>
    </div>
  )
}

function problemOf(error: AppError | null): FieldProblem | undefined {
  return error?.kind === 'input' ? error.problems.find(({ field }) => field === 'secondSecret') : undefined
}
