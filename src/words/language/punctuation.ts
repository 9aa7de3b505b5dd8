import { languageOf } from '../../shared/language'

/** Texts in a row as sentences, each with its full stop: Japanese has its own, and no space after it. */
export function asSentences(locale: string, texts: readonly string[]): string {
  const [stop, space] = languageOf(locale) === 'ja' ? ['。', ''] : ['.', ' ']
  return texts.map((text) => (/[.。!?:…]$/.test(text) ? text : text + stop)).join(space)
}

/** What stands between a name and its text: French has a space before it, at which no line may end. */
export function colon(locale: string): string {
  return languageOf(locale) === 'fr' ? '\u00a0: ' : ': '
}
