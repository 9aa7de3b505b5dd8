import { useMemo } from 'react'
import type { CheckLanguage } from '../../../words/check/check-language'
import messages from '../../../words/check/messages/en.json'
import failureMessages from '../../../words/failure/messages/en.json'
import { useEnvironmentNames } from '../../components/environment-mark'
import { useFormats } from '../../language/formats'
import { useMessages } from '../../language/messages'

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
