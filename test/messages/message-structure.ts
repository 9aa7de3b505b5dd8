import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'

/**
 * What a message is made of beside its words: `number count`, `plural count =0 one other`, `tag b`, and `# count`, since # in a
 * plural within another is the number of the inner one.
 */
function partsOf(
  elements: readonly MessageFormatElement[],
  branchesOf: BranchesOf,
  counted: string | null = null,
): string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
        return []
      case TYPE.pound:
        return [`# ${counted}`]
      case TYPE.tag:
        return [`tag ${element.value}`, ...partsOf(element.children, branchesOf, counted)]
      case TYPE.select:
      case TYPE.plural: {
        const names = Object.keys(element.options)
        const isPlural = element.type === TYPE.plural
        const branches = isPlural ? branchesOf(names) : names
        return [
          `${isPlural ? 'plural' : 'select'} ${element.value} ${branches.sort().join(' ')}`,
          ...Object.values(element.options).flatMap(({ value }) =>
            partsOf(value, branchesOf, isPlural ? element.value : counted),
          ),
        ]
      }
      default:
        return [`${TYPE[element.type]} ${element.value}`]
    }
  })
}

type BranchesOf = (names: readonly string[]) => string[]

/** Plural categories of a language for the counts that the program can show; 'many' of French begins at a million. */
function categoriesOf(language: string): string[] {
  const rules = new Intl.PluralRules(language)
  return [...new Set([...Array.from({ length: 1000 }, (_, count) => rules.select(count)), 'other'])]
}

/** The parts of an English message, with the plural branches that another language has in their place. */
function partsWanted(language: string, english: string): string[] {
  const categories = categoriesOf(language)
  return [
    ...new Set(
      partsOf(parse(english), (names) => {
        const exact = names.filter((name) => name.startsWith('='))
        // A plural for some numbers alone, with one text for all others, is none of the language.
        return names.length === exact.length + 1 ? [...names] : [...exact, ...categories]
      }),
    ),
  ].sort()
}

/** A language whose plurals do not know a single one may tell it apart by its number. */
function partsFound(language: string, words: string): string[] {
  const knowsOne = categoriesOf(language).includes('one')
  return [
    ...new Set(partsOf(parse(words), (names) => names.filter((name) => knowsOne || name !== '=1'))),
  ].sort()
}

/** What is wrong with the messages of a language, by key, beside their words. */
export function findFaults(
  language: string,
  english: Readonly<Record<string, string>>,
  words: Readonly<Record<string, string>>,
): string[] {
  return Object.entries(english).flatMap(([key, text]) => {
    const translation = words[key] ?? ''
    if ((translation.trim() === '') !== (text.trim() === '')) return [`${key}: says nothing`]
    try {
      const [wanted, found] = [
        partsWanted(language, text).join(', '),
        partsFound(language, translation).join(', '),
      ]
      return wanted === found ? [] : [`${key}: made of ${found || 'words'}, not of ${wanted || 'words'}`]
    } catch (thrown) {
      return [`${key}: ${String(thrown)}`]
    }
  })
}
