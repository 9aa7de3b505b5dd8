import { useMemo } from 'react'
import type { Environment } from '../../../shared/connections'
import { useEnvironmentNames } from '../../components/environment-mark'
import failureMessages from '../../components/failure/messages/en.json'
import { type Formats, useFormats } from '../../language/formats'
import { type SayFrom, useMessages } from '../../language/messages'
import messages from './messages/en.json'

/** All that is needed to describe a check, on the screen as in a report. */
export type CheckLanguage = {
  say: SayFrom<typeof messages>
  sayFailure: SayFrom<typeof failureMessages>
  environmentName: (environment: Environment) => string
  formats: Formats
}

export function useCheckLanguage(): CheckLanguage {
  const say = useMessages(messages)
  const sayFailure = useMessages(failureMessages)
  const environmentName = useEnvironmentNames()
  const formats = useFormats()
  return useMemo(
    () => ({ say, sayFailure, environmentName, formats }),
    [say, sayFailure, environmentName, formats],
  )
}
