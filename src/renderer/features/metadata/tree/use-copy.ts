import { useState } from 'react'
import { cellOf, type DisplayRows } from './display-rows'
import { keyOf, kindOf, valueTokenOf, wholeValueOf } from './document'
import { pointerOf } from './json-pointer'
import { useTreeMessages } from './messages'

/** Puts text on the clipboard; `exact` is false where the clipboard could not hold it as it is. */
export type CopyText = (text: string) => Promise<{ exact: boolean }>

export type CopiedPart = 'value' | 'key' | 'pointer'

/** `id` is the row that was copied from; `serial` tells one copy from the next with the same words. */
export type CopyReport = { readonly id: number; readonly serial: number; readonly words: string }

/** Copies parts of a row and tells how it went. */
export const useCopy = (display: DisplayRows, onCopy: CopyText) => {
  const say = useTreeMessages()
  const [report, setReport] = useState<CopyReport | null>(null)

  const copy = async (id: number, part: CopiedPart): Promise<void> => {
    const tell = (words: string) => setReport((last) => ({ id, serial: (last?.serial ?? 0) + 1, words }))
    const text = partOf(display, id, part)
    if (text === null) return
    try {
      if ((await onCopy(text)).exact) tell(say(`copied.${part}`))
      else if ((await onCopy(tokenOf(display, id, part, text))).exact) tell(say('copied.asJson'))
      else tell(say('copied.not'))
    } catch {
      tell(say('copied.not'))
    }
  }
  return { report, copy }
}

/** What a part of a row is as plain text; null where the row has no such part. */
export const partOf = (display: DisplayRows, id: number, part: CopiedPart): string | null => {
  const source = cellOf(display.source, id)
  if (source < 0) return null
  if (part === 'value') return wholeValueOf(display.document, source)
  return part === 'key' ? keyOf(display.document, source) : pointerOf(display.document, source)
}

/** The same as JSON text, in which every character can be escaped. */
const tokenOf = (display: DisplayRows, id: number, part: CopiedPart, text: string): string => {
  const source = cellOf(display.source, id)
  const isOwnText = part === 'value' && kindOf(display.document, source) !== 'string'
  return isOwnText ? valueTokenOf(display.document, source) : JSON.stringify(text)
}
