import { useLocale } from '@react-spectrum/s2/Provider'
import { createContext, useContext, useMemo } from 'react'
import { makeFormats } from '../../words/language/formats'

/** The locale that the user has chosen for dates and numbers; null follows the system. */
export const ChosenLocale = createContext<string | null>(null)

/** Formats sizes, times and dates as the user has chosen, or as the system does. */
export function useFormats() {
  const system = useLocale().locale
  const locale = useContext(ChosenLocale) ?? system
  return useMemo(() => makeFormats(locale), [locale])
}
