import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { useState } from 'react'
import { useMessages } from '../../../language/messages'
import messages from '../messages/en.json'
import type { CopyText } from './use-copy'

/** The whole body as it came. */
export function CopyAll({ text, onCopy }: { text: string; onCopy: CopyText }) {
  const say = useMessages(messages)
  const [report, setReport] = useState('')
  async function copyAll() {
    try {
      setReport(say((await onCopy(text)).exact ? 'text.copied' : 'copied.not'))
    } catch {
      setReport(say('copied.not'))
    }
  }
  return (
    <>
      <div role="status" className="tree-report">
        {report}
      </div>
      <ActionButton size="S" onPress={() => void copyAll()}>
        {say('text.copy')}
      </ActionButton>
    </>
  )
}
