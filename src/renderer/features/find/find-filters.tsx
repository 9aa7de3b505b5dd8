import { Picker, PickerItem } from '@react-spectrum/s2/Picker'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { TextField } from '@react-spectrum/s2/TextField'
import type { FormEvent } from 'react'
import { assetStates, fieldTests, formatKinds } from '../../../shared/search'
import { problemProps } from '../../components/problem-props'
import { useMessages } from '../../language/messages'
import type { DraftProblem, FindDraft } from './find-draft'
import messages from './messages/en.json'

const fields = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'start', gap: 12, flexShrink: 0 })

export type FindFiltersProps = {
  draft: FindDraft
  problem: DraftProblem | null
  onChange: (part: Partial<FindDraft>) => void
  onFind: () => void
}

/** Conditions beside the words; Enter in a field finds. */
export function FindFilters({ draft, problem, onChange, onFind }: FindFiltersProps) {
  const say = useMessages(messages)
  const hasValue = draft.fieldTest === 'is' || draft.fieldTest === 'contains'
  function textProps(name: 'folder' | 'modifiedFrom' | 'modifiedTo' | 'fieldName' | 'fieldValue') {
    return {
      label: say(`filter.${name}`),
      size: 'S' as const,
      value: draft[name],
      onChange: (value: string) => onChange({ [name]: value }),
      ...problemProps(problem === name ? say(`problem.${name}`) : null),
      autoComplete: 'off',
      spellCheck: 'false' as const,
    }
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    onFind()
  }
  return (
    <form className={fields} noValidate aria-label={say('filters.label')} onSubmit={submit}>
      <TextField {...textProps('folder')} placeholder="/content/dam" styles={style({ width: 240 })} />
      <Picker
        label={say('filter.format')}
        size="S"
        value={draft.format === '' ? 'any' : draft.format}
        onChange={(key) => onChange({ format: formatKinds.find((kind) => kind === key) ?? '' })}
        styles={style({ width: 144 })}
      >
        {['any' as const, ...formatKinds].map((kind) => (
          <PickerItem key={kind} id={kind}>
            {say(`format.${kind}`)}
          </PickerItem>
        ))}
      </Picker>
      <Picker
        label={say('filter.state')}
        size="S"
        value={draft.state === '' ? 'any' : draft.state}
        onChange={(key) => onChange({ state: assetStates.find((state) => state === key) ?? '' })}
        styles={style({ width: 176 })}
      >
        {['any' as const, ...assetStates].map((state) => (
          <PickerItem key={state} id={state}>
            {say(`state.${state}`)}
          </PickerItem>
        ))}
      </Picker>
      <TextField {...textProps('modifiedFrom')} placeholder="2026-01-31" styles={style({ width: 144 })} />
      <TextField {...textProps('modifiedTo')} placeholder="2026-12-31" styles={style({ width: 144 })} />
      <TextField {...textProps('fieldName')} placeholder="dc:rights" styles={style({ width: 176 })} />
      <Picker
        label={say('filter.fieldTest')}
        size="S"
        value={draft.fieldTest}
        onChange={(key) => onChange({ fieldTest: fieldTests.find((test) => test === key) ?? 'is' })}
        styles={style({ width: 144 })}
      >
        {fieldTests.map((test) => (
          <PickerItem key={test} id={test}>
            {say(`test.${test}`)}
          </PickerItem>
        ))}
      </Picker>
      {hasValue ? <TextField {...textProps('fieldValue')} styles={style({ width: 176 })} /> : null}
      {/* Without one, Enter sends no form of several fields. */}
      <input type="submit" hidden />
    </form>
  )
}
