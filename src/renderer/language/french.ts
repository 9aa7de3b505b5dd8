import type { Catalogue } from '../../words/language/translations'

/** All that the window says in French, as one script. */
export const french: Readonly<Record<string, Catalogue>> = import.meta.glob(
  ['../**/messages/fr.json', '../../words/**/messages/fr.json'],
  { eager: true, import: 'default' },
)
