import { useState } from 'react'
import type { CopiedPart } from '../../../../shared/metadata'
import { useMessages } from '../../../language/messages'
import messages from '../messages/en.json'
import type { DisplayRows } from '../rows/display-rows'
import { asJsonText, partsOf } from './copied-text'

/** Copies text to the clipboard; `exact` is false where the clipboard changed it. */
export type CopyText = (text: string) => Promise<{ exact: boolean }>

/** The system's menu for a row. `onChosen` returns a function that stops listening. */
export type CopyMenu = {
  open: (parts: readonly CopiedPart[]) => void
  onChosen: (listen: (part: CopiedPart) => void) => () => void
}

/** `id` is the row of `display` that was copied from; `serial` tells one copy from the next with the same words. */
export type CopyReport = {
  readonly display: DisplayRows
  readonly id: number
  readonly serial: number
  readonly words: string
}

/** Copies parts of rows and reports the outcome. */
export function useCopyRows(display: DisplayRows, onCopy: CopyText) {
  const say = useMessages(messages)
  const [report, setReport] = useState<CopyReport | null>(null)

  /** `ids` in the order of display; the report stands with the row `at`. */
  async function copy(ids: readonly number[], part: CopiedPart, at: number): Promise<void> {
    function tell(words: string) {
      return setReport((last) => ({ display, id: at, serial: (last?.serial ?? 0) + 1, words }))
    }
    const text = partsOf(display, ids, part)
    if (text === null) return
    try {
      if ((await onCopy(text)).exact)
        tell(ids.length > 1 ? say('copied.rows', { count: ids.length }) : say(`copied.${part}`))
      else if ((await onCopy(asJsonText(display, ids, part, text))).exact) tell(say('copied.asJson'))
      else tell(say('copied.not'))
    } catch {
      tell(say('copied.not'))
    }
  }
  return { report, copy }
}

/** Copies a text and reports the outcome: `done`, or that it could not be copied as it is. */
export function useCopyText(onCopy: CopyText) {
  const say = useMessages(messages)
  const [report, setReport] = useState('')

  async function copy(text: string, done: string): Promise<void> {
    try {
      setReport((await onCopy(text)).exact ? done : say('copied.not'))
    } catch {
      setReport(say('copied.not'))
    }
  }
  return { report, copy }
}
