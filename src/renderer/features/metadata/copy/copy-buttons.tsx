import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { ActionButtonGroup } from '@react-spectrum/s2/ActionButtonGroup'
import { Menu, MenuItem, MenuTrigger } from '@react-spectrum/s2/Menu'
import { memo } from 'react'
import type { CopiedPart } from '../../../../shared/metadata'
import { useMessages } from '../../../language/messages'
import messages from '../messages/en.json'
import { type CopyText, useCopyText } from './use-copy'

type Props = {
  hasKey: boolean
  hasValue: boolean
  onCopy: (part: CopiedPart) => void
}

/** The formats that rows are copied in. Memoized: they are the same for most rows. */
export const CopyButtons = memo(({ hasKey, hasValue, onCopy }: Props) => {
  const say = useMessages(messages)
  function isPossible(part: CopiedPart) {
    return part === 'key' || part === 'keyValue' ? hasKey : hasValue
  }
  return (
    <>
      <ActionButtonGroup size="XS" density="compact">
        {(['value', 'key', 'pointer'] as const).map((part) => (
          <ActionButton key={part} isDisabled={!isPossible(part)} onPress={() => onCopy(part)}>
            {say(`copy.${part}`)}
          </ActionButton>
        ))}
      </ActionButtonGroup>
      <CopyAsMenu isPossible={isPossible} onCopy={onCopy} />
    </>
  )
})

const lessFrequent = ['jsonPath', 'dottedPath', 'keyValue', 'json'] as const

type CopyAsProps = { isPossible: (part: CopiedPart) => boolean; onCopy: (part: CopiedPart) => void }

/** The less frequent formats. */
function CopyAsMenu({ isPossible, onCopy }: CopyAsProps) {
  const say = useMessages(messages)
  return (
    <MenuTrigger>
      <ActionButton size="XS" isDisabled={!isPossible('json')}>
        {say('copy.as')}
      </ActionButton>
      <Menu
        size="S"
        disabledKeys={lessFrequent.filter((part) => !isPossible(part))}
        onAction={(key) => {
          const part = lessFrequent.find((candidate) => candidate === key)
          if (part) onCopy(part)
        }}
      >
        {lessFrequent.map((part) => (
          <MenuItem key={part} id={part}>
            {say(`copy.${part}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}

/** Copies the whole body as it came. */
export function CopyAll({ text, onCopy }: { text: string; onCopy: CopyText }) {
  const say = useMessages(messages)
  const { report, copy } = useCopyText(onCopy)
  return (
    <>
      <div role="status" className="tree-report">
        {report}
      </div>
      <ActionButton size="S" onPress={() => void copy(text, say('text.copied'))}>
        {say('text.copy')}
      </ActionButton>
    </>
  )
}
