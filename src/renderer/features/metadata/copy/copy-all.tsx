import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { useMessages } from '../../../language/messages'
import messages from '../messages/en.json'
import { type CopyText, useCopyText } from './use-copy'

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
