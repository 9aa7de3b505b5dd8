import { ActionButton } from '@react-spectrum/s2/ActionButton'
import Delete from '@react-spectrum/s2/icons/Delete'
import { Picker, PickerItem } from '@react-spectrum/s2/Picker'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { TextArea } from '@react-spectrum/s2/TextArea'
import { TextField } from '@react-spectrum/s2/TextField'
import { bulkKinds } from '../../../../shared/bulk'
import { problemProps } from '../../../components/problem-props'
import { useMessages } from '../../../language/messages'
import type { Glossary } from '../../../model/glossary/glossary'
import { FieldNameBox } from '../field-name-box'
import messages from './messages/en.json'
import {
  needsValue,
  type OperationDraft,
  type OperationProblem,
  type ValueKind,
  valueKindsOf,
} from './operation-draft'

const row = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'start',
  gap: 8,
  borderStyle: 'none',
  margin: 0,
  padding: 0,
  minWidth: 0,
})
const remove = style({ display: 'flex', paddingTop: 24 })

type Props = {
  draft: OperationDraft
  number: number
  /** Shown once planning was tried. */
  problem: OperationProblem | null
  glossary: Glossary | null
  /** The form has this one operation. */
  isOnly: boolean
  onChange: (draft: OperationDraft) => void
  onRemove: () => void
}

/** One step of the change: what to do, with which field, and with which value. */
export function OperationRow({ draft, number, problem, glossary, isOnly, onChange, onRemove }: Props) {
  const say = useMessages(messages)
  return (
    <fieldset className={row} aria-label={say('operation', { number })}>
      <Picker
        label={say('kind')}
        size="S"
        value={draft.kind}
        onChange={(key) => {
          const kind = bulkKinds.find((choice) => choice === key) ?? draft.kind
          const valueKind = valueKindsOf({ ...draft, kind }).find((choice) => choice === draft.valueKind)
          onChange({ ...draft, kind, valueKind: valueKind ?? 'string' })
        }}
        styles={style({ width: 208, maxWidth: 'full' })}
      >
        {bulkKinds.map((kind) => (
          <PickerItem key={kind} id={kind}>
            {say(`kind.${kind}`)}
          </PickerItem>
        ))}
      </Picker>
      <FieldNameBox
        label={say('field')}
        name={draft.field}
        glossary={glossary}
        problem={problem === 'field.empty' ? say(problem) : null}
        onChange={(field) => onChange({ ...draft, field })}
      />
      {needsValue(draft) ? <ValueFields {...{ draft, problem, onChange }} /> : null}
      {isOnly ? null : (
        <div className={remove}>
          <ActionButton size="S" isQuiet aria-label={say('operation.remove', { number })} onPress={onRemove}>
            <Delete />
          </ActionButton>
        </div>
      )}
    </fieldset>
  )
}

function ValueFields({ draft, problem, onChange }: Pick<Props, 'draft' | 'problem' | 'onChange'>) {
  const say = useMessages(messages)
  const { valueKind, text } = draft
  const kinds = valueKindsOf(draft)
  function chooseKind(kind: ValueKind) {
    onChange({
      ...draft,
      valueKind: kind,
      text: kind === 'boolean' ? 'true' : valueKind === 'boolean' ? '' : text,
    })
  }
  return (
    <>
      <Picker
        label={say('value.kind')}
        size="S"
        value={valueKind}
        onChange={(key) => chooseKind(kinds.find((choice) => choice === key) ?? valueKind)}
        styles={style({ width: 120 })}
      >
        {kinds.map((kind) => (
          <PickerItem key={kind} id={kind}>
            {say(`value.kind.${kind}`)}
          </PickerItem>
        ))}
      </Picker>
      <ValueField {...{ draft, problem, onChange }} />
    </>
  )
}

function ValueField({ draft, problem, onChange }: Pick<Props, 'draft' | 'problem' | 'onChange'>) {
  const say = useMessages(messages)
  const { valueKind, text } = draft
  const common = {
    label: say('value'),
    size: 'S',
    value: text,
    onChange: (typed: string) => onChange({ ...draft, text: typed }),
    ...problemProps(problem === 'field.empty' ? null : problem && say(problem)),
    spellCheck: 'false',
    styles: style({ width: 240, maxWidth: 'full' }),
  } as const
  switch (valueKind) {
    case 'boolean':
      return (
        <Picker
          label={say('value')}
          size="S"
          value={text}
          onChange={(key) => onChange({ ...draft, text: String(key) })}
          styles={style({ width: 120 })}
        >
          <PickerItem id="true">{say('value.true')}</PickerItem>
          <PickerItem id="false">{say('value.false')}</PickerItem>
        </Picker>
      )
    case 'array':
      return <TextArea {...common} description={say('value.lines')} />
    case 'number':
      return <TextField {...common} inputMode="decimal" />
    case 'string':
      return <TextField {...common} />
  }
}
