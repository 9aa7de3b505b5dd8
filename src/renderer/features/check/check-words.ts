import { useMemo } from 'react'
import type { FailureMessages } from '../../components/failure/failure-words'
import { useFailureMessages } from '../../components/failure/messages'
import { type Formats, useFormats } from '../../language/formats'
import type { ShellMessages } from '../../shell/shell-messages'
import { useShellMessages } from '../../shell/shell-messages'
import { type CheckMessages, useCheckMessages } from './messages'

/** All that is needed to put a check into words, on the screen as in a report. */
export type CheckWords = {
  say: CheckMessages
  sayFailure: FailureMessages
  sayShell: ShellMessages
  formats: Formats
}

export function useCheckWords(): CheckWords {
  const say = useCheckMessages()
  const sayFailure = useFailureMessages()
  const sayShell = useShellMessages()
  const formats = useFormats()
  return useMemo(() => ({ say, sayFailure, sayShell, formats }), [say, sayFailure, sayShell, formats])
}
