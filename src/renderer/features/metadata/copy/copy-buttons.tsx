import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { ActionButtonGroup } from '@react-spectrum/s2/ActionButtonGroup'
import { memo } from 'react'
import { useMessages } from '../../../language/messages'
import messages from '../messages/en.json'
import type { CopiedPart } from './copied-text'
import { CopyAsMenu } from './copy-as-menu'

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
