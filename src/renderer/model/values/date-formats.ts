import type { DateValue } from './date-text'

const dayMs = 86_400_000

function makeDateFormats(locale: string) {
  function local(options: Intl.DateTimeFormatOptions) {
    return new Intl.DateTimeFormat(locale, options)
  }
  function utc(options: Intl.DateTimeFormatOptions) {
    return local({ ...options, timeZone: 'UTC' })
  }
  const formats = {
    localShort: local({ dateStyle: 'medium', timeStyle: 'short' }),
    localLong: local({ dateStyle: 'long', timeStyle: 'long' }),
    utcLong: utc({ dateStyle: 'long', timeStyle: 'medium' }),
    clockShort: utc({ dateStyle: 'medium', timeStyle: 'short' }),
    clockLong: utc({ dateStyle: 'full', timeStyle: 'medium' }),
    day: utc({ dateStyle: 'medium' }),
    dayLong: utc({ dateStyle: 'full' }),
    month: utc({ year: 'numeric', month: 'long' }),
    year: utc({ year: 'numeric' }),
    relative: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
  }
  const calendarFormat = { year: formats.year, month: formats.month, day: formats.dayLong } as const

  return {
    /** On one line beside the raw text. */
    short: (date: DateValue): string | null => {
      if (date.kind === 'instant') return formats.localShort.format(date.epoch)
      if (date.kind === 'clock')
        return (date.note === 'endOfDay' ? formats.day : formats.clockShort).format(date.wall)
      if (date.kind === 'problem' || date.precision === 'year') return null
      return (date.precision === 'day' ? formats.day : formats.month).format(date.wall)
    },
    local: (epoch: number): string => formats.localLong.format(epoch),
    utc: (epoch: number): string => formats.utcLong.format(epoch),
    /** Without a time zone: the day and the time as written. */
    asWritten: (date: Extract<DateValue, { kind: 'calendar' | 'clock' }>): string => {
      if (date.kind === 'calendar') return calendarFormat[date.precision].format(date.wall)
      return (date.note === 'endOfDay' ? formats.dayLong : formats.clockLong).format(date.wall)
    },
    /** Such as “9 months ago”: days where the time of day is not known to the user’s clock. */
    relative: (date: DateValue, now: number): string | null => {
      if (date.kind === 'problem') return null
      const [amount, unit] =
        date.kind === 'instant' ? distance(date.epoch - now) : distanceOnCalendar(date, wallToday(now))
      return formats.relative.format(amount, unit)
    },
  }
}

export type DateFormats = ReturnType<typeof makeDateFormats>

const formatsByLocale = new Map<string, DateFormats>()

/** Formatters are slow to create and the same for every row. */
export function dateFormats(locale: string): DateFormats {
  const known = formatsByLocale.get(locale)
  if (known) return known
  const made = makeDateFormats(locale)
  formatsByLocale.set(locale, made)
  return made
}

type Distance = readonly [number, Intl.RelativeTimeFormatUnit]

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365.2425 * dayMs],
  ['month', 30.436875 * dayMs],
  ['day', dayMs],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

function distance(ms: number): Distance {
  for (const [unit, length] of units) if (Math.abs(ms) >= length) return [Math.trunc(ms / length), unit]
  return [Math.trunc(ms / 1_000), 'second']
}

function distanceOnCalendar(
  date: Extract<DateValue, { kind: 'calendar' | 'clock' }>,
  today: number,
): Distance {
  const then = new Date(date.wall)
  const now = new Date(today)
  const years = then.getUTCFullYear() - now.getUTCFullYear()
  if (date.kind === 'calendar' && date.precision === 'year') return [years, 'year']
  if (date.kind === 'calendar' && date.precision === 'month') {
    const months = years * 12 + then.getUTCMonth() - now.getUTCMonth()
    return Math.abs(months) < 12 ? [months, 'month'] : [Math.trunc(months / 12), 'year']
  }
  const days = Math.floor(date.wall / dayMs) - today / dayMs
  return days === 0 ? [0, 'day'] : distance(days * dayMs)
}

/** Midnight of the user's day as if it were in UTC. */
function wallToday(now: number): number {
  const date = new Date(now)
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
}
