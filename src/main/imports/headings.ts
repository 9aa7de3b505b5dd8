import type { NamedValue } from './credential-parts'
import { environmentOf, isGeneric, placeOf, wordsOf } from './field-names'

/** A line that tells what the lines below it are about; `isTable` where a format says so, such as `[stage]` of INI and TOML. */
export type Heading = { text: string; isTable: boolean }

const table = /^[ \t]*\[{1,2}[ \t]*([\p{L}\p{N}][^[\]"'=,{}]{0,80}?)[ \t]*\]{1,2}[ \t]*$/u
const longestHeading = 80
const mostWords = 6

/** What a line is the heading of; null for any other line. */
export function readHeading(line: string): Heading | null {
  const text = table.exec(line)?.[1]
  if (text !== undefined) return { text, isTable: true }
  if (line.length > longestHeading || line.trim() === '') return null
  const bare = line.replace(/^[\s#/*=\-\u2013\u2014<>\u2022+;|]+|[\s#*=\-\u2013\u2014<>|]+$/g, '')
  const endsWithColon = /[:\uff1a]$/.test(bare)
  const words = wordsOf(bare)
  if (words.length === 0 || words.length > mostWords || /[=,]/.test(bare)) return null
  if (placeOf(bare.replace(/[:\uff1a]$/, '')) !== null) return null
  const isPlain = words.every((word) => isGeneric(word) || environmentOf([word]) !== null)
  const namesEnvironment = environmentOf(words) !== null
  // A colon makes a heading of any words; without one, only words that speak of an environment alone do.
  return endsWithColon || (namesEnvironment && isPlain) ? { text: bare, isTable: false } : null
}

/** A value with the heading that it stands below. */
export type HeadedValue = NamedValue & { heading: Heading | null }

/**
 * Puts values below their headings. Headings of prose are believed where they tell several credentials apart; else they only say
 * for which environment the one credential is.
 */
export function withHeadings(values: readonly HeadedValue[]): NamedValue[] {
  const ids = new Set<unknown>()
  const placesOfSecrets = new Set<string>()
  for (const { name, value, heading } of values) {
    const place = placeOf(name)
    if (place?.field === 'clientId' || place?.field === 'apiKey') ids.add(value)
    if (place?.field === 'secret') placesOfSecrets.add(`${heading?.text} ${place.words.join(' ')}`)
  }
  const tellsApart = ids.size > 1 || placesOfSecrets.size > 1
  return values.map(({ heading, ...value }) => ({ ...value, within: placeUnder(heading, tellsApart) }))
}

function placeUnder(heading: Heading | null, tellsApart: boolean): string[] {
  if (heading === null) return []
  if (heading.isTable || tellsApart) return [heading.text]
  return wordsOf(heading.text).filter((word) => environmentOf([word]) !== null)
}
