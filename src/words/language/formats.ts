/** Largest first. */
const sizeUnits = [
  { unit: 'terabyte', bytes: 1e12 },
  { unit: 'gigabyte', bytes: 1e9 },
  { unit: 'megabyte', bytes: 1e6 },
  { unit: 'kilobyte', bytes: 1e3 },
] as const
const msPerSecond = 1_000

const timeAlone: Intl.DateTimeFormatOptions = { timeStyle: 'medium' }
const dateWithTime: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'medium' }
const dateWithMinutes: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' }
const dateAlone: Intl.DateTimeFormatOptions = { dateStyle: 'long' }

export function makeFormats(locale: string) {
  function inUnit(value: number, unit: string, digits: number): string {
    return new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: unit === 'byte' ? 'long' : 'short',
      maximumFractionDigits: digits,
    }).format(value)
  }
  const dateFormats = new Map<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>()
  /** Creating a formatter takes a hundred times as long as using it. */
  function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const format = dateFormats.get(options) ?? new Intl.DateTimeFormat(locale, options)
    dateFormats.set(options, format)
    return format
  }
  function inDate(iso: string, options: Intl.DateTimeFormatOptions): string {
    const date = new Date(iso)
    return Number.isNaN(date.getTime()) ? iso : dateFormat(options).format(date)
  }
  function isToday(iso: string): boolean {
    return new Date(iso).toDateString() === new Date().toDateString()
  }

  return {
    locale,
    bytes: (bytes: number): string => {
      const size = sizeUnits.find((larger) => bytes >= larger.bytes)
      return size ? inUnit(bytes / size.bytes, size.unit, 1) : inUnit(bytes, 'byte', 0)
    },
    milliseconds: (ms: number): string =>
      ms < msPerSecond ? inUnit(ms, 'millisecond', 0) : inUnit(ms / msPerSecond, 'second', 1),
    /** The time, with the date where it is not today. */
    moment: (iso: string): string => inDate(iso, isToday(iso) ? timeAlone : dateWithTime),
    dateAndTime: (iso: string): string => inDate(iso, dateWithMinutes),
    date: (iso: string): string => inDate(iso, dateAlone),
    hoursAndMinutes: (ms: number): string => {
      const minutes = Math.max(0, Math.floor(ms / 60_000))
      const parts = [inUnit(Math.floor(minutes / 60), 'hour', 0), inUnit(minutes % 60, 'minute', 0)]
      return parts.slice(minutes < 60 ? 1 : 0).join(' ')
    },
  }
}

export type Formats = ReturnType<typeof makeFormats>
