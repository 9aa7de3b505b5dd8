import { ActionButton } from '@react-spectrum/s2/ActionButton'
import Share from '@react-spectrum/s2/icons/Share'
import { Menu, MenuItem, MenuTrigger } from '@react-spectrum/s2/Menu'
import { Text } from '@react-spectrum/s2/Text'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'
import type { ShareTarget } from './use-share-connection'

const targets: readonly ShareTarget[] = ['clipboard', 'file']

export function ShareMenu({ onShare }: { onShare: (to: ShareTarget) => void }) {
  const say = useMessages(messages)
  return (
    <MenuTrigger direction="top" align="end">
      <ActionButton isQuiet>
        <Share />
        <Text>{say('share')}</Text>
      </ActionButton>
      <Menu
        onAction={(key) => {
          const target = targets.find((candidate) => candidate === key)
          if (target) onShare(target)
        }}
      >
        {targets.map((target) => (
          <MenuItem key={target} id={target} textValue={say(`share.${target}`)}>
            <Text slot="label">{say(`share.${target}`)}</Text>
            <Text slot="description">{say(`share.${target}.words`)}</Text>
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}
