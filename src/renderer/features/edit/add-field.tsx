import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { Button } from '@react-spectrum/s2/Button'
import Add from '@react-spectrum/s2/icons/Add'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { Text } from '@react-spectrum/s2/Text'
import { type FormEvent, useState } from 'react'
import type { RowKind } from '../../../shared/metadata-rows'
import { useMessages } from '../../language/messages'
import type { Glossary } from '../../model/glossary/glossary'
import { FieldNameBox } from './field-name-box'
import { emptyValues } from './json-text'
import { KindPicker } from './kind-picker'
import messages from './messages/en.json'

const form = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: 8, width: 'full' })

export type AddFieldProps = {
  /** Suggests names with their meaning; null where no known fields go. */
  glossary: Glossary | null
  /** Keys of the same object. */
  taken: readonly string[]
  /** Name of the object; null for `assetMetadata` itself. */
  place: string | null
  onAdd: (key: string, value: string) => void
}

/** Adds a field to an object, by a known name or any other. */
export function AddField({ glossary, taken, place, onAdd }: AddFieldProps) {
  const say = useMessages(messages)
  const [isOpen, setOpen] = useState(false)
  if (!isOpen) {
    return (
      <ActionButton size="S" onPress={() => setOpen(true)}>
        <Add />
        <Text>{say('field.add')}</Text>
      </ActionButton>
    )
  }
  return (
    <FieldForm
      {...{ glossary, taken, place }}
      onCancel={() => setOpen(false)}
      onAdd={(key, value) => {
        setOpen(false)
        onAdd(key, value)
      }}
    />
  )
}

type FormProps = AddFieldProps & { onCancel: () => void }

function FieldForm({ glossary, taken, place, onAdd, onCancel }: FormProps) {
  const say = useMessages(messages)
  const [name, setName] = useState('')
  const [kind, setKind] = useState<RowKind>('string')
  const [isTried, setTried] = useState(false)
  const problem = name === '' ? 'field.name.empty' : taken.includes(name) ? 'field.name.taken' : null
  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (problem === null) onAdd(name, emptyValues[kind])
  }
  return (
    <form className={form} onSubmit={submit}>
      <FieldNameBox
        label={say('field.name')}
        description={say('field.of', { place: place === null ? 'root' : 'other', name: place ?? '' })}
        autoFocus
        {...{ name, glossary, taken }}
        problem={isTried && problem !== null ? say(problem) : null}
        onChange={setName}
      />
      <KindPicker kind={kind} isLabeled onChange={setKind} />
      <Button variant="secondary" size="S" type="submit">
        {say('add')}
      </Button>
      <Button variant="secondary" fillStyle="outline" size="S" onPress={onCancel}>
        {say('cancel')}
      </Button>
    </form>
  )
}
