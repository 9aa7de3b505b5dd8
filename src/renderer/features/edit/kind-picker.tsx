import { Picker, PickerItem } from '@react-spectrum/s2/Picker'
import { type RowKind, rowKinds } from '../../../shared/metadata-rows'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

/** As often as they are chosen. */
const kindOrder: readonly RowKind[] = ['string', 'number', 'boolean', 'array', 'object', 'null']

export type KindPickerProps = {
  kind: RowKind
  /** The label stands above the picker, among other fields. */
  isLabeled?: boolean
  onChange: (kind: RowKind) => void
}

/** The type of a value. */
export function KindPicker({ kind, isLabeled = false, onChange }: KindPickerProps) {
  const say = useMessages(messages)
  return (
    <Picker
      {...(isLabeled ? { label: say('kind') } : { 'aria-label': say('kind') })}
      size="S"
      value={kind}
      onChange={(key) => {
        const chosen = rowKinds.find((choice) => choice === key)
        if (chosen && chosen !== kind) onChange(chosen)
      }}
    >
      {kindOrder.map((choice) => (
        <PickerItem key={choice} id={choice}>
          {say(`kind.${choice}`)}
        </PickerItem>
      ))}
    </Picker>
  )
}
