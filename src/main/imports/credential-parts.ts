import type { ImportDoubt } from '../../shared/imports'
import { parseJson } from '../input/parse-json'
import { isPlaceholder } from './clean-credential'
import { environmentOf, type Field, isGeneric, placeOf, wordsOf } from './field-names'

/** A name with its value, as `.env` files, Postman environments, YAML and JSON hold them. */
export type NamedValue = {
  name: string
  value: unknown
  /** The headings, tables or objects that it stands in, from the outside in. */
  within: readonly string[]
  /** A `#` stands in the value without quotes, where some programs begin a comment. */
  hasLooseHash?: boolean
}

export type Naming = {
  /** Takes only names that are those of a field, without other words around them. */
  alone?: boolean
  /** `name` or `title` beside the fields is what the credential is called. */
  titled?: boolean
  /** For a credential whose names say nothing about it, in order of preference. */
  names: readonly unknown[]
}

type Entry = { field: Field | 'title'; value: unknown; hasLooseHash: boolean }

/** What stands together: values whose names share what stands around them, as in `DEV_CLIENT_ID`. */
type Group = { words: readonly string[]; entries: readonly Entry[]; doubts?: readonly ImportDoubt[] }

/** The parts of one credential, or what several have in common. */
export type Part = {
  words: readonly string[]
  values: ReadonlyMap<Entry['field'], unknown>
  secrets: readonly unknown[]
  /** Fields that are named, but whose values were left blank or are to be filled in. */
  blanks: ReadonlySet<Entry['field']>
  doubts: readonly ImportDoubt[]
}

/** The parts of credentials in names with values, in any order. */
export function partsOf(values: Iterable<NamedValue>, naming: Naming): Part[] {
  return withSecretsOfOthers(groupsOf(values, naming).flatMap(separate).slice(0, mostGroups).map(partOf))
}

/** Far more than a file of credentials has; a text that was made to keep the program busy has any number. */
const mostGroups = 300
const mostEntries = 500

function groupsOf(values: Iterable<NamedValue>, { alone, titled }: Naming): Group[] {
  const groups = new Map<string, { words: readonly string[]; entries: Entry[] }>()
  for (const { name, value, within, hasLooseHash = false } of values) {
    const place =
      titled === true && /^(?:name|title)$/i.test(name)
        ? { field: 'title' as const, words: [] }
        : (placeOf(name, alone) ?? placeOfAemHost(name, value))
    if (place === null) continue
    const words = [...within.flatMap((heading) => wordsOfHeading(heading)), ...place.words]
    const key = words.join('_').toUpperCase()
    const group = groups.get(key) ?? { words, entries: [] }
    if (!groups.has(key) && groups.size === mostGroups) continue
    groups.set(key, group)
    if (group.entries.length < mostEntries) group.entries.push({ field: place.field, value, hasLooseHash })
  }
  return [...groups.values()]
}

/** A place in a list stays what it is; of anything else the words count. */
function wordsOfHeading(heading: string): readonly string[] {
  return /^#\d+$/.test(heading) ? [heading] : wordsOf(heading)
}

const aemHost = /^(?:https?:\/\/)?(?:author|publish|preview|delivery)-p\d{1,12}-e\d{1,12}/i

/** The host of an AEM environment is recognized under any name. */
function placeOfAemHost(name: string, value: unknown) {
  if (typeof value !== 'string' || !aemHost.test(value)) return null
  return { field: 'aemHost' as const, words: wordsOf(name).filter((word) => environmentOf([word]) !== null) }
}

/**
 * Tells credentials apart whose names are the same, such as two that stand one below the other: each begins where a name comes
 * again. Where that does not give each client ID its own part, nobody can tell which secret belongs to which.
 */
function separate(group: Group): Group[] {
  const ids = new Set(group.entries.filter(isId).map(({ value }) => value))
  if (ids.size < 2) return [group]
  const blocks: Entry[][] = []
  for (const entry of group.entries) {
    const block = blocks.at(-1)
    if (block === undefined || block.some(({ field }) => field === entry.field)) blocks.push([entry])
    else block.push(entry)
  }
  if (blocks.every((block) => block.filter(isId).length === 1)) {
    return blocks.map((entries, index) => ({ words: [...group.words, `#${index + 1}`], entries }))
  }
  const shared = group.entries.filter((entry) => !isId(entry) && entry.field !== 'secret')
  return [...ids].map((value, index) => ({
    words: [...group.words, `#${index + 1}`],
    entries: [{ field: 'clientId', value, hasLooseHash: false }, ...shared],
    doubts: group.entries.length > shared.length + ids.size ? ['secrets-not-told-apart'] : [],
  }))
}

function isId({ field, value }: Entry): boolean {
  return field === 'clientId' && isFilled(value)
}

function isFilled(value: unknown): boolean {
  if (value === null || value === undefined) return false
  return typeof value !== 'string' || !(value.trim() === '' || isPlaceholder(value))
}

function partOf({ words, entries, doubts = [] }: Group): Part {
  const values = new Map<Entry['field'], unknown>()
  const blanks = new Set<Entry['field']>()
  const secrets: unknown[] = []
  let hasLooseHash = false
  for (const { field, value, hasLooseHash: isLoose } of entries) {
    if (!isFilled(value)) {
      blanks.add(field)
      continue
    }
    values.set(field, value)
    if (field !== 'secret') continue
    for (const secret of secretsIn(value)) secrets.push(secret)
    hasLooseHash ||= isLoose
  }
  const host = hostOf(entries)
  if (host === undefined) values.delete('aemHost')
  else values.set('aemHost', host)
  return { words, values, secrets, blanks, doubts: hasLooseHash ? [...doubts, 'secret-with-hash'] : doubts }
}

/** The AEM host that entries agree on: author and publish of one environment do, two environments do not. */
function hostOf(entries: readonly Entry[]): unknown {
  const hosts = entries.flatMap(({ field, value }) =>
    field === 'aemHost' && typeof value === 'string' ? [value] : [],
  )
  const byEnvironment = new Map(hosts.map((host) => [/-(p\d+-e\d+(?:-cmstg)?)/i.exec(host)?.[1], host]))
  const known = [...byEnvironment].flatMap(([environment, host]) => (environment === undefined ? [] : [host]))
  return known.length > 1 ? undefined : (known[0] ?? hosts.at(-1))
}

/** One secret, an array of them, or an array as JSON text: aio writes `CLIENT_SECRETS=["…","…"]`. */
function secretsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value !== 'string' || !/^\[[\s\S]*\]$/.test(value)) return [value]
  const parsed = parseJson(value.replace(/\\"/g, '"'))
  return Array.isArray(parsed) ? parsed : []
}

export function clientIdOf({ values, secrets, words }: Part): unknown {
  const isAdobes = secrets.length > 0 || words.every(isPlain)
  return values.get('clientId') ?? (isAdobes ? values.get('apiKey') : undefined)
}

/**
 * Secrets that stand under other words than the one client ID that lacks any, as in `ADOBE_API_KEY` with `IMS_CLIENT_SECRET`.
 * Only where nothing else can be meant: one such client ID, one such secret, and no word that speaks against it.
 */
function withSecretsOfOthers(parts: readonly Part[]): Part[] {
  const lonely = parts.filter(
    (part) =>
      part.secrets.length > 0 &&
      clientIdOf({ ...part, secrets: [] }) === undefined &&
      !part.values.has('apiKey'),
  )
  const lacking = parts.filter((part) => part.secrets.length === 0 && clientIdOf(part) !== undefined)
  const pairs = lacking.flatMap((part) => {
    const fitting = lonely.filter((other) => mayBelong(part, other))
    return fitting.length === 1 ? fitting.map((other) => ({ part, other })) : []
  })
  const sure = pairs.filter(({ other }) => pairs.filter((pair) => pair.other === other).length === 1)
  return parts
    .filter((part) => !sure.some(({ other }) => other === part))
    .map((part) => {
      const other = sure.find((pair) => pair.part === part)?.other
      if (other === undefined) return part
      const values = new Map([...other.values, ...part.values])
      return { ...part, values, secrets: other.secrets, doubts: other.doubts }
    })
}

/** Adobe's secrets begin like this (seen on production and stage). */
const adobeSecret = /^[ps]8e-/

function mayBelong(part: Part, other: Part): boolean {
  const [mine, theirs] = [environmentOf(part.words), environmentOf(other.words)]
  if (mine !== theirs && mine !== null && theirs !== null) return false
  if (other.secrets.every((secret) => typeof secret === 'string' && adobeSecret.test(secret))) return true
  const common = part.words.findIndex((word, at) => word.toUpperCase() !== other.words[at]?.toUpperCase())
  const shared = common < 0 ? part.words.length : common
  const differing = [...part.words.slice(shared), ...other.words.slice(shared)]
  return differing.every(isPlain)
}

/** A word that names nobody else's service. */
export function isPlain(word: string): boolean {
  return isGeneric(word) || environmentOf([word]) !== null
}

/** Whether words begin with those of a group around them. */
export function isWithin(words: readonly string[], around: readonly string[]): boolean {
  return (
    around.length <= words.length &&
    around.every((word, at) => word.toUpperCase() === words[at]?.toUpperCase())
  )
}
