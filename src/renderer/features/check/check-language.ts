import { useLocale } from '@react-spectrum/s2/Provider'
import { useMemo } from 'react'
import type { CheckLanguage } from '../../../words/check/check-language'
import messages from '../../../words/check/messages/en.json'
import failureMessages from '../../../words/failure/messages/en.json'
import { useEnvironmentNames } from '../../components/environment-mark'
import { useFormats } from '../../language/formats'
import { useMessages } from '../../language/messages'

export function useCheckLanguage(): CheckLanguage {
  const { locale } = useLocale()
  const say = useMessages(messages)
  const sayFailure = useMessages(failureMessages)
  const environmentName = useEnvironmentNames()
  const formats = useFormats()
  return useMemo(
    () => ({ locale, say, sayFailure, environmentName, formats }),
    [locale, say, sayFailure, environmentName, formats],
  )
}
