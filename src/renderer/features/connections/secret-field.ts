import type { TextFieldRef } from '@react-spectrum/s2/TextField'
import { useRef, useState } from 'react'
import type { Connection } from '../../../shared/connections'
import { useFormats } from '../../language/formats'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

/** The field of a connection's secret. What is typed is the input element's own: it is in no state of ours. */
export function useSecretField() {
  const field = useRef<TextFieldRef>(null)
  const [isTyped, setTyped] = useState(false)
  const [input, setInput] = useState(0)
  const edits = useRef(0)
  function clear() {
    const element = field.current?.getInputElement()
    if (element) emptyInput(element)
    setInput((number) => number + 1)
    setTyped(false)
  }
  return {
    field,
    isTyped,
    noteEdit: (isNowTyped: boolean) => {
      edits.current += 1
      setTyped(isNowTyped)
    },
    /** How often it was edited: tells what was sent from what was typed since, without holding either. */
    edits: () => edits.current,
    /** A new number replaces the input with an empty one. */
    input,
    read: () => field.current?.getInputElement()?.value ?? '',
    clear,
    /** Clears what has been saved, but nothing that was typed meanwhile. */
    clearSent: (sentEdits: number) => {
      if (edits.current === sentEdits) clear()
    },
  }
}

/**
 * Empties an input as its user would, so that React and react-aria forget the text too: what they know of an element
 * can outlive it, for as long as a transition of the page references it.
 */
function emptyInput(input: HTMLInputElement): void {
  // Past the setter of React, which would not hear of the change otherwise.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, '')
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Where the secret of a connection is, and what leaving its field empty means. */
export function useSecretDescription(connection: Connection | null): string {
  const say = useMessages(messages)
  const formats = useFormats()
  if (connection === null) return say('secret.new')
  const { secret } = connection
  if (secret.place === 'keychain') return say('secret.keychain', { date: formats.date(secret.since) })
  return say(`secret.${secret.place}`)
}
