export const languages = ['en', 'de', 'fr', 'ja'] as const
export type Language = (typeof languages)[number]

/** The languages that the program speaks: `messages/<language>.json` is there beside each `messages/en.json`. */
export const spokenLanguages: readonly Language[] = ['en', 'de', 'fr', 'ja']

/**
 * Stand-ins for other languages, for looking at the layout: `en-XA` makes every message 40 % longer, `ar-XB` mirrors the
 * window. Only `settings.json` can name them.
 */
export const pseudoLanguages = ['en-XA', 'ar-XB'] as const
export type PseudoLanguage = (typeof pseudoLanguages)[number]

export function isPseudo(locale: string): locale is PseudoLanguage {
  return pseudoLanguages.some((pseudo) => pseudo === locale)
}

/** The language of a locale: `de` of `de-AT`. */
export function languageOf(locale: string): Language | null {
  const [tag] = locale.split('-')
  return languages.find((language) => language === tag) ?? null
}
