import {
  type LocalizedString,
  LocalizedStringDictionary,
  LocalizedStringFormatter,
} from '@internationalized/string'
import type { MessageValues } from '../../shared/result'

/** `messages/en.json` of a room: ICU MessageFormat, compiled while bundling. */
export type Catalogue = Readonly<Record<string, LocalizedString>>

export type Say<K extends string> = (key: K, values?: MessageValues) => string

/** Messages of a catalogue: a key that it lacks does not type-check. */
export type SayFrom<C extends Catalogue> = Say<keyof C & string>

const saysByCatalogue = new WeakMap<Catalogue, Map<string, Say<string>>>()

/**
 * The messages of a catalogue in a language: the same function for the same two.
 *
 * A part of the program imports its English catalogue, which is loaded along with it, and knows no other. Where further
 * languages are added, this module finds them by that catalogue, and no caller changes.
 */
export function sayIn<C extends Catalogue>(locale: string, catalogue: C): SayFrom<C> {
  const says = saysByCatalogue.get(catalogue) ?? new Map<string, Say<string>>()
  saysByCatalogue.set(catalogue, says)
  const known = says.get(locale)
  if (known) return known
  const dictionary = new LocalizedStringDictionary<string, LocalizedString>({ en: catalogue }, 'en')
  const formatter = new LocalizedStringFormatter(locale, dictionary)
  function say(key: string, values?: MessageValues) {
    return formatter.format(key, values)
  }
  says.set(locale, say)
  return say
}

/** A name from outside, so that its writing direction does not turn the sentence around it. */
export function isolate(name: string): string {
  return `\u2068${name}\u2069`
}
