import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { Button } from '@react-spectrum/s2/Button'
import Copy from '@react-spectrum/s2/icons/Copy'
import { Text } from '@react-spectrum/s2/Text'
import { useMutation } from '@tanstack/react-query'
import { copyText } from '../desktop/copy-text'
import { useColon, useMessages } from '../language/messages'
import { useAnnounce } from './announcer'
import messages from './messages/en.json'

export type CopyButtonProps = {
  text: string
  label: string
  /** Tells several buttons with the same label apart. */
  of?: string
  /** Among the buttons of a colored card, as they look. */
  isOnCard?: boolean
}

/** Copies a text to the clipboard and confirms it. */
export function CopyButton({ text, label, of, isOnCard = false }: CopyButtonProps) {
  const say = useMessages(messages)
  const colon = useColon()
  const announce = useAnnounce()
  function outcomeOf({ exact }: { exact: boolean }): string {
    return say(exact ? 'copied' : 'copied.inexact')
  }
  const copy = useMutation({
    mutationFn: () => copyText(text),
    // The new name of a button that has the focus is not read out.
    onSuccess: (copied) => announce(outcomeOf(copied)),
  })
  const words = copy.data ? outcomeOf(copy.data) : label
  if (isOnCard) {
    return (
      <Button variant="secondary" fillStyle="outline" size="S" onPress={() => copy.mutate()}>
        {words}
      </Button>
    )
  }
  return (
    <ActionButton
      size="S"
      aria-label={of === undefined ? words : `${words}${colon}${of}`}
      onPress={() => copy.mutate()}
    >
      <Copy />
      <Text>{words}</Text>
    </ActionButton>
  )
}
