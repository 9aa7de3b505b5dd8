import { useLocale } from '@react-spectrum/s2/Provider'
import { createContext, useContext, useMemo } from 'react'
import { isPseudo, languageOf } from '../../shared/language'
import type { SettingsReading } from '../../shared/settings'
import { makeFormats } from '../../words/language/formats'

/**
 * The locale of dates and numbers where the user has chosen none: the system's, unless the window speaks another language than
 * that because the user wants so. `system` is the locale of the system.
 */
export function usualFormatLocale(
  { language, interfaceLocale }: Pick<SettingsReading, 'language' | 'interfaceLocale'>,
  system = navigator.language,
): string {
  const isOther = language !== null && !isPseudo(language) && language !== languageOf(system)
  return isOther ? interfaceLocale : system
}

/** The locale of dates and numbers; null is that of the words. */
export const FormatLocale = createContext<string | null>(null)

/** Formats sizes, times and dates as the user has chosen, or as the system does. */
export function useFormats() {
  const ofWords = useLocale().locale
  const locale = useContext(FormatLocale) ?? ofWords
  return useMemo(() => makeFormats(locale), [locale])
}
