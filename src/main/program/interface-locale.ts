import { isPseudo, languageOf, spokenLanguages } from '../../shared/language'
import type { Settings } from '../../shared/settings'

const usualLocales = { en: 'en-US', de: 'de-DE', fr: 'fr-FR', ja: 'ja-JP' } as const

/**
 * The locale of the program's words: of the language that the user has chosen, or of the first of the system's languages that
 * it speaks, or English. The region is the system's where the system has that language. `preferred` are its locales, best first.
 */
export function interfaceLocale(
  chosen: Settings['language'],
  preferred: readonly string[],
  spoken = spokenLanguages,
): string {
  if (chosen !== null && isPseudo(chosen)) return chosen
  const locales = preferred.filter(isLocale)
  const ofSystem = locales.map(languageOf).find((language) => language !== null && spoken.includes(language))
  const language = chosen ?? ofSystem ?? 'en'
  return locales.find((locale) => languageOf(locale) === language) ?? usualLocales[language]
}

/** Linux has names of its own beside them, such as `en-US@posix`. */
function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}
