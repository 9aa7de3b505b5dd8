/** Why a text that looks like a date is not one: no such day, never filled in, Java text without a time, out of range. */
export type DateProblem = 'notReal' | 'notSet' | 'noTime' | 'outOfRange'

/**
 * What a text says about time. `wall` is what calendar and clock show, as if they were in UTC, in milliseconds since
 * 1970: only an `instant` can be told in another zone, everything else stays on its day.
 */
export type DateValue =
  | { readonly kind: 'problem'; readonly problem: DateProblem }
  | { readonly kind: 'calendar'; readonly precision: 'year' | 'month' | 'day'; readonly wall: number }
  | { readonly kind: 'clock'; readonly wall: number; readonly note: DateNote | null }
  | { readonly kind: 'instant'; readonly epoch: number; readonly note: DateNote | null }

/** `endOfDay`: written as 24:00. `leapSecond`: written as second 60. */
export type DateNote = 'endOfDay' | 'leapSecond'

const zone = '(?<zone>Z|[+-]\\d\\d(?::?\\d\\d)?)'
const clock = '(?<hour>\\d\\d):(?<minute>\\d\\d)'
/** ISO 8601 with the six-digit years of ECMAScript; a space for the T is common in hand-made files. */
const iso = new RegExp(
  `^(?<year>[+-]\\d{6}|\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)(?:[T ]${clock}(?::(?<second>\\d\\d)(?:[.,](?<fraction>\\d+))?)? ?${zone}?)?$`,
  'i',
)
/** Exif writes dates with colons and mostly without a zone. */
const exif = new RegExp(
  `^(?<year>\\d{4}):(?<month>\\d\\d):(?<day>\\d\\d)(?: ${clock}:(?<second>\\d\\d)(?:\\.(?<fraction>\\d+))? ?${zone}?)?$`,
  'i',
)
const weekday = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)'
const monthName = '(?<monthName>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'
const clockWithSeconds = `${clock}:(?<second>\\d\\d)`
/** As the `.json` rendering of AEM writes dates. */
const slingDate = new RegExp(
  `^${weekday} ${monthName} (?<day>\\d\\d?) (?<year>\\d{4}) ${clockWithSeconds} (?:GMT)?${zone}$`,
)
/** `java.util.Date` as text. Its short names of zones are not unique: only those of UTC say when it was. */
const javaDate = new RegExp(
  `^${weekday} ${monthName} (?<day>\\d\\d?) ${clockWithSeconds} (?<zoneName>[A-Z]{2,5}) (?<year>\\d{4})$`,
)
const javaCalendar = /^java\.util\.GregorianCalendar\[time=(?<time>\?|-?\d{1,17}),/
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Longest text that can be a date; the Java calendar says more than a date in thousands of characters. */
export const longestDateText = 60

/** What a text says about time; null where it does not look like a date. */
export function readDate(text: string): DateValue | null {
  const calendar = javaCalendar.exec(text)?.groups
  if (calendar) return calendar.time === '?' ? problem('noTime') : instant(Number(calendar.time), null)
  if (text.length > longestDateText) return null
  const found = (iso.exec(text) ?? exif.exec(text) ?? slingDate.exec(text) ?? javaDate.exec(text))?.groups
  return found ? readParts(found) : null
}

/** Under a key for dates, a year or month alone or milliseconds since 1970 are dates too. */
export function readDateOfDateKey(text: string): DateValue | null {
  const month = /^(?<year>\d{4})(?:-(?<month>\d\d))?$/.exec(text)?.groups
  if (month) return readParts(month)
  return /^\d{12,13}$/.test(text) ? instant(Number(text), null) : readDate(text)
}

type Parts = Readonly<Record<string, string | undefined>>

function readParts(parts: Parts): DateValue {
  function number(name: string, absent: number): number {
    return Number(parts[name] ?? absent)
  }
  const year = number('year', 0)
  const month = parts.monthName ? monthNames.indexOf(parts.monthName) + 1 : number('month', 1)
  const day = number('day', 1)
  const [hour, minute, second] = [number('hour', 0), number('minute', 0), number('second', 0)]
  if (year === 0 && month === 0 && day === 0) return problem('notSet')
  const offset = offsetOf(parts)
  if (!isRealDay(year, month, day) || !isRealTime(hour, minute, second, parts) || offset === 'notReal')
    return problem('notReal')

  const note = hour === 24 ? 'endOfDay' : second === 60 ? 'leapSecond' : null
  const milliseconds = Number((parts.fraction ?? '').slice(0, 3).padEnd(3, '0'))
  const midnight = wallOf(year, month, day)
  const wall = midnight + ((hour * 60 + minute) * 60 + Math.min(second, 59)) * 1_000 + milliseconds
  if (!isInRange(wall)) return problem('outOfRange')
  if (parts.hour === undefined) {
    const precision = parts.day ? 'day' : parts.month ? 'month' : 'year'
    return { kind: 'calendar', precision, wall }
  }
  if (offset === null) return { kind: 'clock', wall: note === 'endOfDay' ? midnight : wall, note }
  return instant(wall - offset * 60_000, note)
}

function problem(reason: DateProblem): DateValue {
  return { kind: 'problem', problem: reason }
}

function instant(epoch: number, note: DateNote | null): DateValue {
  return isInRange(epoch) ? { kind: 'instant', epoch, note } : problem('outOfRange')
}

function isInRange(milliseconds: number): boolean {
  return !Number.isNaN(new Date(milliseconds).getTime())
}

/** `Date.UTC` takes the years 0 to 99 for those of the twentieth century. */
function wallOf(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day)
}

function isRealDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const daysOfMonth = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  return day <= daysOfMonth
}

function isRealTime(hour: number, minute: number, second: number, { fraction }: Parts): boolean {
  if (hour === 24) return minute === 0 && second === 0 && Number(fraction ?? 0) === 0
  return hour < 24 && minute < 60 && (second < 60 || (second === 60 && minute === 59))
}

/** The zones of the world lie between 12 hours behind and 14 hours ahead of UTC. */
const widestOffset = 14 * 60

/** In minutes; null without a time zone. */
function offsetOf({ zone: text, zoneName }: Parts): number | null | 'notReal' {
  if (zoneName) return zoneName === 'UTC' || zoneName === 'GMT' ? 0 : null
  if (text === undefined) return null
  if (/z/i.test(text)) return 0
  const hours = Number(text.slice(1, 3))
  const minutes = Number(text.slice(3).replace(':', '') || 0)
  const offset = hours * 60 + minutes
  if (minutes > 59 || offset > widestOffset) return 'notReal'
  return text.startsWith('-') ? -offset : offset
}
