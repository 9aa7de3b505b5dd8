import { Button } from '@react-spectrum/s2/Button'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { TextField } from '@react-spectrum/s2/TextField'
import { type FormEvent, useState } from 'react'
import { problemProps } from '../../components/problem-props'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

const line = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: 8 })

export type RenameFieldProps = {
  name: string
  /** Keys of the same object. */
  taken: readonly (string | null)[]
  onRename: (name: string) => void
  onCancel: () => void
}

export function RenameField({ name, taken, onRename, onCancel }: RenameFieldProps) {
  const say = useMessages(messages)
  const [typed, setTyped] = useState(name)
  const problem =
    typed === '' ? 'field.name.empty' : typed !== name && taken.includes(typed) ? 'field.name.taken' : null
  function submit(event: FormEvent) {
    event.preventDefault()
    if (problem === null && typed !== name) onRename(typed)
  }
  return (
    <form className={line} onSubmit={submit}>
      <TextField
        label={say('field.name')}
        size="S"
        // It was just asked for.
        autoFocus
        value={typed}
        onChange={setTyped}
        {...problemProps(problem && say(problem))}
        spellCheck="false"
        styles={style({ width: 240, maxWidth: 'full' })}
      />
      <Button variant="secondary" size="S" type="submit">
        {say('field.rename.apply')}
      </Button>
      <Button variant="secondary" fillStyle="outline" size="S" onPress={onCancel}>
        {say('cancel')}
      </Button>
    </form>
  )
}
