import { useLocale } from '@react-spectrum/s2/Provider'
import { type SayFrom, sayIn } from '../../words/language/say-in'
import type { Catalogue } from '../../words/language/translations'

/** The messages of a catalogue in the user's language. */
export function useMessages<C extends Catalogue>(catalogue: C): SayFrom<C> {
  return sayIn(useLocale().locale, catalogue)
}
