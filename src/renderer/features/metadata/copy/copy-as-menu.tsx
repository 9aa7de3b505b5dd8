import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { Menu, MenuItem, MenuTrigger } from '@react-spectrum/s2/Menu'
import { useMessages } from '../../../language/messages'
import messages from '../messages/en.json'
import type { CopiedPart } from './copied-text'

const parts = ['jsonPath', 'dottedPath', 'keyValue', 'json'] as const

type Props = { isPossible: (part: CopiedPart) => boolean; onCopy: (part: CopiedPart) => void }

/** The less frequent formats. */
export function CopyAsMenu({ isPossible, onCopy }: Props) {
  const say = useMessages(messages)
  return (
    <MenuTrigger>
      <ActionButton size="XS" isDisabled={!isPossible('json')}>
        {say('copy.as')}
      </ActionButton>
      <Menu
        size="S"
        disabledKeys={parts.filter((part) => !isPossible(part))}
        onAction={(key) => {
          const part = parts.find((candidate) => candidate === key)
          if (part) onCopy(part)
        }}
      >
        {parts.map((part) => (
          <MenuItem key={part} id={part}>
            {say(`copy.${part}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}
