import { CalendarDate, CalendarDateTime } from '@internationalized/date'

/** ISO 8601 as AEM and XMP write it: a day, or a day and a time with or without seconds, fraction and zone. */
const dateText =
  /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/

export type WrittenDate = CalendarDate | CalendarDateTime

export type ShownDate = {
  /** As it is written, in its own zone. */
  value: WrittenDate
  granularity: 'day' | 'minute' | 'second'
  /** `Z`, `+02:00`; null where none is written. */
  zone: string | null
}

/** The date that a text writes; null where it writes none that exists. */
export function readDateText(text: string): ShownDate | null {
  const [, ...parts] = dateText.exec(text) ?? []
  const [year = 0, month = 0, day = 0, hour, minute = 0, second] = parts.slice(0, 6).map(numberOf)
  const date = new CalendarDate(year, month ?? 0, day ?? 0)
  // Of a day that does not exist the calendar makes another one.
  if (date.toString() !== text.slice(0, dayLength)) return null
  if (hour === undefined) return { value: date, granularity: 'day', zone: null }
  if (hour > 23 || minute > 59 || (second ?? 0) > 59) return null
  return {
    value: new CalendarDateTime(date.year, date.month, date.day, hour, minute, second ?? 0),
    granularity: second === undefined ? 'minute' : 'second',
    zone: parts[6] ?? null,
  }
}

function numberOf(part: string | undefined): number | undefined {
  return part === undefined ? undefined : Number(part)
}

const dayLength = 'YYYY-MM-DD'.length
const lengths = { day: dayLength, minute: 'YYYY-MM-DDTHH:MM'.length, second: 'YYYY-MM-DDTHH:MM:SS'.length }

/** The text with another day or time; fraction and zone stay as they are written. */
export function writeDateText(text: string, changed: WrittenDate): string {
  const { granularity = 'day' } = readDateText(text) ?? {}
  const length = lengths[granularity]
  return changed.toString().slice(0, length) + text.slice(length)
}
