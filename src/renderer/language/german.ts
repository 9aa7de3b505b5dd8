import type { Catalogue } from '../../words/language/translations'

/** All that the window says in German, as one script. */
export const german: Readonly<Record<string, Catalogue>> = import.meta.glob(
  ['../**/messages/de.json', '../../words/**/messages/de.json'],
  { eager: true, import: 'default' },
)
