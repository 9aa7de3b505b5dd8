import {
  type LocalizedString,
  LocalizedStringDictionary,
  LocalizedStringFormatter,
} from '@internationalized/string'
import { isPseudo, languageOf } from '../../shared/language'
import type { MessageValues } from '../../shared/result'
import { lengthen } from './lengthen'
import { type Catalogue, isLoaded, translationOf } from './translations'

export type Say<K extends string> = (key: K, values?: MessageValues) => string

/** Messages of a catalogue: a key that it lacks does not type-check. */
export type SayFrom<C extends Catalogue> = Say<keyof C & string>

const saysByCatalogue = new WeakMap<Catalogue, Map<string, Say<string>>>()

/**
 * The messages of a catalogue in the language of a locale: the same function for the same two.
 *
 * A part of the program imports its English catalogue, which is loaded along with it, and knows no other: the one of another
 * language is found by it, once that language is loaded. What a translation lacks is said in English.
 */
export function sayIn<C extends Catalogue>(locale: string, catalogue: C): SayFrom<C> {
  if (!isLoaded(locale)) return makeSay(locale, catalogue)
  const says = saysByCatalogue.get(catalogue) ?? new Map<string, Say<string>>()
  saysByCatalogue.set(catalogue, says)
  const say = says.get(locale) ?? makeSay(locale, catalogue)
  says.set(locale, say)
  return say
}

function makeSay(locale: string, english: Catalogue): Say<string> {
  const translation = translationOf(english, locale)
  const isEnglish = languageOf(locale) === 'en' && !isPseudo(locale)
  // Plurals and numbers are those of the words.
  const spoken = translation !== null || isEnglish ? locale : 'en-US'
  const words = translation === null ? english : { ...english, ...translation }
  const dictionary = new LocalizedStringDictionary<string, LocalizedString>({ [spoken]: words }, spoken)
  const formatter = new LocalizedStringFormatter(spoken, dictionary)
  function say(key: string, values?: MessageValues) {
    return formatter.format(key, values)
  }
  return locale === 'en-XA' ? (key, values) => lengthen(say(key, values)) : say
}

/** A name from outside, so that its writing direction does not turn the sentence around it. */
export function isolate(name: string): string {
  return `\u2068${name}\u2069`
}
