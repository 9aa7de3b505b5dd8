import { ActionButton } from '@react-spectrum/s2/ActionButton'
import Edit from '@react-spectrum/s2/icons/Edit'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { Text } from '@react-spectrum/s2/Text'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

/** A narrow window has no line to spare for it. */
const words = style({ display: { default: 'none', '@media (min-width: 1000px)': 'inline' } })

export function EditButton({ onPress }: { onPress: () => void }) {
  const say = useMessages(messages)
  return (
    <ActionButton size="S" aria-label={say('edit')} onPress={onPress}>
      <Edit />
      <Text styles={words}>{say('edit')}</Text>
    </ActionButton>
  )
}
