import { sayIn } from '../../../words/language/say-in'
import messages from './messages/en.json'

/** What a well-known field is, in our own words. */
export type GlossaryEntry = {
  readonly name: string
  /** One line. */
  readonly meaning: string
  /** Where the field is defined. */
  readonly standard: string
}

export type Glossary = {
  /** Null for fields that are not widely known. */
  readonly find: (key: string) => GlossaryEntry | null
  /** The short name alone, for the many rows of a tree. */
  readonly nameOf: (key: string) => string | null
  /** Every field that it knows. */
  readonly keys: () => readonly string[]
  /** The standard behind the prefix of keys. */
  readonly standardOf: (prefix: string) => string | null
}

type MessageKey = keyof typeof messages

const messageKeys: ReadonlySet<string> = new Set(Object.keys(messages))
function isMessageKey(key: string): key is MessageKey {
  return messageKeys.has(key)
}

/** The glossary in the user's language. */
export function makeGlossary(locale: string): Glossary {
  const sayKnown = sayIn(locale, messages)
  function say(key: string): string | null {
    return isMessageKey(key) ? sayKnown(key) : null
  }
  function standardOf(prefix: string) {
    return say(`${prefix} standard`)
  }
  function nameOf(key: string) {
    return say(`${key} name`)
  }
  return {
    nameOf,
    standardOf,
    keys: () =>
      [...messageKeys].flatMap((key) => (key.endsWith(' name') ? [key.slice(0, -' name'.length)] : [])),
    find: (key) => {
      const name = nameOf(key)
      const meaning = say(`${key} meaning`)
      if (name === null || meaning === null) return null
      const colon = key.indexOf(':')
      const standard = standardOf(colon > 0 ? key.slice(0, colon) : 'repository')
      return { name, meaning, standard: standard ?? '' }
    },
  }
}
