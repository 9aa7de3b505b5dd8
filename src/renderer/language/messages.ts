import { useLocale } from '@react-spectrum/s2/Provider'
import { colon } from '../../words/language/punctuation'
import { type SayFrom, sayIn } from '../../words/language/say-in'
import type { Catalogue } from '../../words/language/translations'

/** The messages of a catalogue in the user's language. */
export function useMessages<C extends Catalogue>(catalogue: C): SayFrom<C> {
  return sayIn(useLocale().locale, catalogue)
}

/** What stands between a name and its text in the user's language. */
export function useColon(): string {
  return colon(useLocale().locale)
}
