import { useMemo } from 'react'
import failureMessages from '../../components/failure/messages/en.json'
import { type Formats, useFormats } from '../../language/formats'
import { type SayFrom, useMessages } from '../../language/messages'
import shellMessages from '../../shell/messages/en.json'
import messages from './messages/en.json'

/** All that is needed to put a check into words, on the screen as in a report. */
export type CheckWords = {
  say: SayFrom<typeof messages>
  sayFailure: SayFrom<typeof failureMessages>
  sayShell: SayFrom<typeof shellMessages>
  formats: Formats
}

export function useCheckWords(): CheckWords {
  const say = useMessages(messages)
  const sayFailure = useMessages(failureMessages)
  const sayShell = useMessages(shellMessages)
  const formats = useFormats()
  return useMemo(() => ({ say, sayFailure, sayShell, formats }), [say, sayFailure, sayShell, formats])
}
