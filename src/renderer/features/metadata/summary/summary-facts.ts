import type { SayFrom } from '../../../../words/language/say-in'
import { dateFormats } from '../../../model/values/date-formats'
import { readDate } from '../../../model/values/date-text'
import type { Formats } from '../../../model/values/describe-value'
import type { AssetFields, Fact, FactName, SummarisedKey } from './asset-fields'
import type messages from './messages/en.json'
import { offTimeFact, rightsFact } from './rights-facts'

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

/** What is known of an asset at a time, in milliseconds since 1970, in the order in which people ask for it. */
export function summarise(
  fields: AssetFields,
  say: SayFrom<typeof messages>,
  formats: Formats,
  now: number,
): readonly Fact[] {
  function time(text: string): string {
    const date = readDate(text)
    return (date && dateFormats(formats.locale).short(date)) ?? text
  }
  function plain(name: FactName, key: SummarisedKey, short: (text: string) => string | null = () => null) {
    const text = fields.get(key)
    return text === undefined ? null : { name, text, short: short(text), copied: text, tone: null }
  }
  const rights = rightsFact(fields, say, time, now)
  const offTime = offTimeFact(fields, say, time, now)
  const isOver = rights?.tone === 'negative' || offTime?.tone === 'negative'
  const facts: readonly (Fact | null)[] = [
    plain('name', 'repo:name', (text) => text),
    rights,
    rights?.tone === 'negative' ? withoutShort(offTime) : offTime,
    // The red words say whether it is published; green beside them would say that all is well.
    isOver
      ? withoutShort(withTone(publication(fields, say, time), 'neutral'))
      : publication(fields, say, time),
    isOver && fields.get('dam:status') === 'expired'
      ? withoutShort(review(fields, say))
      : review(fields, say),
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
    mark(fields, 'dam:isAiGenerated', 'ai', say),
    mark(fields, 'dam:hasC2PAManifest', 'c2pa', say),
    plain('title', 'dc:title'),
    plain('path', 'repo:path'),
  ]
  return facts.filter((fact) => fact !== null)
}

function withTone(fact: Fact | null, tone: Fact['tone']): Fact | null {
  return fact && { ...fact, tone }
}

/** Another fact of the line says the same. */
function withoutShort(fact: Fact | null): Fact | null {
  return fact && { ...fact, short: null }
}

const reviewWords: ReadonlyMap<string, keyof typeof messages> = new Map([
  ['approved', 'review.approved'],
  ['rejected', 'review.rejected'],
  ['changesrequested', 'review.changesRequested'],
  ['expired', 'review.expired'],
  ['pending', 'review.pending'],
] as const)
const refusedReviews: ReadonlySet<string> = new Set(['rejected', 'expired'])

function review(fields: AssetFields, say: SayFrom<typeof messages>): Fact | null {
  const status = fields.get('dam:status')
  if (status === undefined) return null
  const lower = status.toLowerCase()
  const known = reviewWords.get(lower)
  const text = known ? say(known) : status
  const tone = refusedReviews.has(lower) ? 'negative' : lower === 'approved' ? null : 'notice'
  return { name: 'review', text, short: tone === null ? null : text, copied: status, tone }
}

/** Told only where AEM says so: nothing proves the contrary. */
function mark(
  fields: AssetFields,
  key: SummarisedKey,
  name: 'ai' | 'c2pa',
  say: SayFrom<typeof messages>,
): Fact | null {
  if (fields.get(key) !== 'true') return null
  return { name, text: say(`${name}.yes`), short: say(`${name}.yes`), copied: 'true', tone: null }
}

type Time = (text: string) => string

function publication(fields: AssetFields, say: SayFrom<typeof messages>, time: Time): Fact | null {
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

function dynamicMedia(fields: AssetFields, say: SayFrom<typeof messages>, time: Time): Fact | null {
  const flag = fields.get('isPublishedToDynamicMedia')
  const since = fields.get('lastPublishedToDynamicMedia')
  if (flag === undefined) return null
  if (flag !== 'true')
    return { name: 'dynamicMedia', text: say('published.no'), short: null, copied: flag, tone: 'neutral' }
  const text = since ? say('published.since', { time: time(since) }) : say('published.yes')
  const short = say('published.dynamicMedia')
  return { name: 'dynamicMedia', text, short, copied: since ?? flag, tone: 'positive' }
}

function state(fields: AssetFields, say: SayFrom<typeof messages>): Fact | null {
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

function scan(fields: AssetFields): Fact | null {
  const text = fields.get('dam:avScanStatus')
  if (text === undefined) return null
  const isClean = /^(?:clean|ok|passed)$/i.test(text)
  return { name: 'scan', text, short: isClean ? null : text, copied: text, tone: isClean ? null : 'notice' }
}

function size(fields: AssetFields, { bytes }: Formats): Fact | null {
  const text = fields.get('repo:size')
  if (text === undefined) return null
  const told = /^\d{1,15}$/.test(text) ? bytes(Number(text)) : text
  return { name: 'size', text: told, short: told, copied: text, tone: null }
}

function dimensions(fields: AssetFields, { locale }: Formats): Fact | null {
  const sides = [fields.get('tiff:imageWidth'), fields.get('tiff:imageLength')]
  const numbers = sides.map((side) => (side && /^\d{1,15}$/.test(side) ? Number(side) : null))
  if (numbers.some((side) => side === null)) return null
  const format = new Intl.NumberFormat(locale)
  const text = `${numbers.map((side) => format.format(side ?? 0)).join(' × ')} px`
  return { name: 'dimensions', text, short: text, copied: sides.join(' × '), tone: null }
}

function modified(fields: AssetFields, say: SayFrom<typeof messages>, time: Time): Fact | null {
  const date = fields.get('repo:modifyDate')
  const name = fields.get('repo:modifiedBy')
  if (date === undefined) return null
  const text = name ? say('modified.by', { time: time(date), name }) : time(date)
  return { name: 'modified', text, short: null, copied: name ? `${date} ${name}` : date, tone: null }
}
