import { ActionButton } from '@react-spectrum/s2/ActionButton'
import Edit from '@react-spectrum/s2/icons/Edit'
import { Text } from '@react-spectrum/s2/Text'
import { wideOnly } from '../../components/wide-only'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

export function EditButton({ onPress }: { onPress: () => void }) {
  const say = useMessages(messages)
  return (
    <ActionButton size="S" aria-label={say('edit')} onPress={onPress}>
      <Edit />
      <Text styles={wideOnly}>{say('edit')}</Text>
    </ActionButton>
  )
}
