import type { SayFrom } from '../../../../words/language/say-in'
import { dateFormats } from '../../../model/values/date-formats'
import { readDate } from '../../../model/values/date-text'
import type { Formats } from '../../../model/values/describe-value'
import type messages from './messages/en.json'
import type { RepositoryFields, SummarisedKey } from './repository-fields'

export type FactName =
  | 'name'
  | 'path'
  | 'state'
  | 'publish'
  | 'dynamicMedia'
  | 'checkedOut'
  | 'scan'
  | 'size'
  | 'dimensions'
  | 'modified'

export type Fact = {
  readonly name: FactName
  readonly text: string
  /** For the one line, where the name does not stand beside it. */
  readonly short: string | null
  /** What is copied: the value as AEM sent it. */
  readonly copied: string
  readonly tone: 'positive' | 'notice' | 'neutral' | null
}

const stateWords: ReadonlyMap<string, keyof typeof messages> = new Map([
  ['processed', 'state.processed'],
  ['processing', 'state.processing'],
  ['failed', 'state.failed'],
  ['active', 'state.active'],
  ['discarded', 'state.discarded'],
  ['discarded_parent', 'state.discarded_parent'],
] as const)

/** AEM writes states in upper and lower case. */
const goodStates: ReadonlySet<string> = new Set(['processed', 'active'])

/** What the repository knows about an asset, in the order in which people ask for it. */
export function summarise(
  fields: RepositoryFields,
  say: SayFrom<typeof messages>,
  formats: Formats,
): readonly Fact[] {
  function time(text: string): string {
    const date = readDate(text)
    return (date && dateFormats(formats.locale).short(date)) ?? text
  }
  function plain(name: FactName, key: SummarisedKey, short: (text: string) => string | null = () => null) {
    const text = fields.get(key)
    return text === undefined ? null : { name, text, short: short(text), copied: text, tone: null }
  }
  const facts: readonly (Fact | null)[] = [
    plain('name', 'repo:name', (text) => text),
    publication(fields, say, time),
    dynamicMedia(fields, say, time),
    withTone(
      plain('checkedOut', 'aem:checkedOutBy', (name) => say('checkedOut.short', { name })),
      'notice',
    ),
    state(fields, say),
    scan(fields),
    size(fields, formats),
    dimensions(fields, formats),
    modified(fields, say, time),
    plain('path', 'repo:path'),
  ]
  return facts.filter((fact) => fact !== null)
}

function withTone(fact: Fact | null, tone: Fact['tone']): Fact | null {
  return fact && { ...fact, tone }
}

type Time = (text: string) => string

function publication(fields: RepositoryFields, say: SayFrom<typeof messages>, time: Time): Fact | null {
  const flag = fields.get('isPublishedToAemPublish')
  const since = fields.get('lastPublishedToAemPublish') ?? fields.get('aem:published')
  if (flag === undefined) return null
  if (flag !== 'true')
    return {
      name: 'publish',
      text: say('published.no'),
      short: say('published.no'),
      copied: flag,
      tone: 'neutral',
    }
  const text = since ? say('published.since', { time: time(since) }) : say('published.yes')
  return { name: 'publish', text, short: say('published.yes'), copied: since ?? flag, tone: 'positive' }
}

function dynamicMedia(fields: RepositoryFields, say: SayFrom<typeof messages>, time: Time): Fact | null {
  const flag = fields.get('isPublishedToDynamicMedia')
  const since = fields.get('lastPublishedToDynamicMedia')
  if (flag === undefined) return null
  if (flag !== 'true')
    return { name: 'dynamicMedia', text: say('published.no'), short: null, copied: flag, tone: 'neutral' }
  const text = since ? say('published.since', { time: time(since) }) : say('published.yes')
  const short = say('published.dynamicMedia')
  return { name: 'dynamicMedia', text, short, copied: since ?? flag, tone: 'positive' }
}

function state(fields: RepositoryFields, say: SayFrom<typeof messages>): Fact | null {
  const states = [fields.get('aem:assetState'), fields.get('repo:state')].filter((one) => one !== undefined)
  if (states.length === 0) return null
  const words = states.map((one) => {
    const known = stateWords.get(one.toLowerCase())
    return known ? say(known) : one
  })
  const isGood = states.every((one) => goodStates.has(one.toLowerCase()))
  const text = words.join(', ')
  return {
    name: 'state',
    text,
    short: isGood ? null : text,
    copied: states.join(', '),
    tone: isGood ? null : 'notice',
  }
}

function scan(fields: RepositoryFields): Fact | null {
  const text = fields.get('dam:avScanStatus')
  if (text === undefined) return null
  const isClean = /^(?:clean|ok|passed)$/i.test(text)
  return { name: 'scan', text, short: isClean ? null : text, copied: text, tone: isClean ? null : 'notice' }
}

function size(fields: RepositoryFields, { bytes }: Formats): Fact | null {
  const text = fields.get('repo:size')
  if (text === undefined) return null
  const told = /^\d{1,15}$/.test(text) ? bytes(Number(text)) : text
  return { name: 'size', text: told, short: told, copied: text, tone: null }
}

function dimensions(fields: RepositoryFields, { locale }: Formats): Fact | null {
  const sides = [fields.get('tiff:imageWidth'), fields.get('tiff:imageLength')]
  const numbers = sides.map((side) => (side && /^\d{1,15}$/.test(side) ? Number(side) : null))
  if (numbers.some((side) => side === null)) return null
  const format = new Intl.NumberFormat(locale)
  const text = `${numbers.map((side) => format.format(side ?? 0)).join(' × ')} px`
  return { name: 'dimensions', text, short: text, copied: sides.join(' × '), tone: null }
}

function modified(fields: RepositoryFields, say: SayFrom<typeof messages>, time: Time): Fact | null {
  const date = fields.get('repo:modifyDate')
  const name = fields.get('repo:modifiedBy')
  if (date === undefined) return null
  const text = name ? say('modified.by', { time: time(date), name }) : time(date)
  return { name: 'modified', text, short: null, copied: name ? `${date} ${name}` : date, tone: null }
}
