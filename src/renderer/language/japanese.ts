import type { Catalogue } from '../../words/language/translations'

/** All that the window says in Japanese, as one script. */
export const japanese: Readonly<Record<string, Catalogue>> = import.meta.glob(
  ['../**/messages/ja.json', '../../words/**/messages/ja.json'],
  { eager: true, import: 'default' },
)
