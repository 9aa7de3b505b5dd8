import type { LocalizedString } from '@internationalized/string'
import { type Language, languageOf } from '../../shared/language'

/** `messages/<language>.json` of a room: ICU MessageFormat, compiled while bundling. */
export type Catalogue = Readonly<Record<string, LocalizedString>>

/** As scripts/message-catalogues.mjs stamps each catalogue: the same for those of one room in all languages. */
const folderStamp = Symbol.for('catalogue-folder')

type Translations = ReadonlyMap<unknown, Catalogue>
const loaded = new Map<Language, Translations>()

/** Makes a language known, with all of its catalogues that this process uses. */
export function addLanguage(language: Language, catalogues: readonly Catalogue[]): void {
  loaded.set(
    language,
    new Map(catalogues.map((catalogue) => [Reflect.get(catalogue, folderStamp), catalogue])),
  )
}

/** Whether its words are there: those of English always are. */
export function isLoaded(locale: string): boolean {
  const language = languageOf(locale)
  return language === null || language === 'en' || loaded.has(language)
}

/** What stands beside an English catalogue for a locale; null where nothing does. */
export function translationOf(english: Catalogue, locale: string): Catalogue | null {
  const language = languageOf(locale)
  const translations = language === null ? undefined : loaded.get(language)
  return translations?.get(Reflect.get(english, folderStamp)) ?? null
}
