import type { SayFrom } from '../../../../words/language/say-in'
import { readDateOfDateKey } from '../../../model/values/date-text'
import type { AssetFields, Fact } from './asset-fields'
import type messages from './messages/en.json'

type Say = SayFrom<typeof messages>
type Time = (text: string) => string

const dayMs = 86_400_000
/** Long enough to ask for new rights. */
const soonMs = 30 * dayMs

/** When the right to use the asset ends, and whether it has. */
export function rightsFact(fields: AssetFields, say: Say, time: Time, now: number): Fact | null {
  return endFact(fields, { name: 'rights', key: 'prism:expirationDate' }, say, time, now)
}

/** When the asset goes off line, and whether that time has passed. */
export function offTimeFact(fields: AssetFields, say: Say, time: Time, now: number): Fact | null {
  return endFact(fields, { name: 'offTime', key: 'prism:offTime' }, say, time, now)
}

type End = { name: 'rights' | 'offTime'; key: 'prism:expirationDate' | 'prism:offTime' }

function endFact(fields: AssetFields, { name, key }: End, say: Say, time: Time, now: number): Fact | null {
  const written = fields.get(key)
  if (written === undefined) return null
  const end = endOf(written)
  const date = time(written)
  if (end === null) return { name, text: date, short: null, copied: written, tone: null }
  if (end < now) {
    const isPublished = fields.get('isPublishedToAemPublish') === 'true' ? 'true' : 'other'
    const text = say(`${name}.over`, { time: date, isPublished })
    return { name, text, short: text, copied: written, tone: 'negative' }
  }
  const isSoon = end - now < soonMs
  const text = say(`${name}.until`, { time: date })
  return { name, text, short: isSoon ? text : null, copied: written, tone: isSoon ? 'notice' : null }
}

/** The moment at which a date is over: a day without a time lasts until its midnight here, as does one without a zone. */
function endOf(text: string): number | null {
  const date = readDateOfDateKey(text)
  if (date === null || date.kind === 'problem') return null
  if (date.kind === 'instant') return date.epoch
  const wall = new Date(date.wall)
  const [year, month, day] = [wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate()]
  if (date.kind === 'clock') {
    const [hours, minutes, seconds] = [wall.getUTCHours(), wall.getUTCMinutes(), wall.getUTCSeconds()]
    return new Date(year, month, day, hours, minutes, seconds).getTime()
  }
  if (date.precision === 'year') return new Date(year + 1, 0, 1).getTime()
  return date.precision === 'month'
    ? new Date(year, month + 1, 1).getTime()
    : new Date(year, month, day + 1).getTime()
}
