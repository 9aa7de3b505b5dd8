import { isolate, type SayFrom } from '../../../words/language/say-in'
import { dateFormats } from './date-formats'
import type { DateValue } from './date-text'
import type { FieldValue } from './field-value'
import type messages from './messages/en.json'
import type { Quantity } from './quantities'

/** What a value means, in words that stand beside its raw text. */
export type ValueDescription = {
  /** For one line; null where the raw text says the same. */
  readonly short: string | null
  /** All that is known, at a time in milliseconds since 1970. */
  readonly long: (now: number) => readonly string[]
  /** The value is not valid for its field. */
  readonly isProblem: boolean
}

export type Formats = { readonly locale: string; readonly bytes: (bytes: number) => string }

/** Describes a value in the conventions of the user's locale. */
export function describeValue(
  value: FieldValue,
  say: SayFrom<typeof messages>,
  formats: Formats,
): ValueDescription {
  switch (value.type) {
    case 'date':
      return describeDate(value.date, say, formats.locale)
    case 'size':
      return words(formats.bytes(value.bytes), [
        formats.bytes(value.bytes),
        say('size.bytes', { count: value.bytes }),
      ])
    case 'duration':
      return words(durationText(value.seconds, formats.locale))
    case 'dimensions':
      return describeDimensions(value, say, formats.locale)
    case 'place':
      return words(describePlace(value, say, formats.locale))
    case 'color':
      return words(hexOf(value), [hexOf(value), say('color.rgb', value)])
    case 'quantity':
      return words(quantityText(value.quantity, say, formats.locale))
    case 'code':
      return words(say(value.word))
    case 'textNumber':
      return words(null, [say('text.number')])
    case 'textBoolean':
      return words(null, [say('text.boolean')])
  }
}

function words(short: string | null, long: readonly string[] = short ? [short] : []): ValueDescription {
  return {
    short,
    long: () => long,
    isProblem: false,
  }
}

function describeDate(date: DateValue, say: SayFrom<typeof messages>, locale: string): ValueDescription {
  if (date.kind === 'problem') {
    const problem = say(`date.problem.${date.problem}`)
    return { short: problem, long: () => [problem], isProblem: true }
  }
  const dates = dateFormats(locale)
  const told =
    date.kind === 'instant'
      ? () => [
          say('date.local', { text: isolate(dates.local(date.epoch)) }),
          say('date.utc', { text: isolate(dates.utc(date.epoch)) }),
        ]
      : () => [say(`date.${date.kind}`, { text: dates.asWritten(date) })]
  const note = date.kind !== 'calendar' && date.note ? say(`date.${date.note}`) : null
  return {
    short: dates.short(date),
    long: (now) => [...told(), note, dates.relative(date, now)].filter((text) => text !== null),
    isProblem: false,
  }
}

function durationText(seconds: number, locale: string): string {
  function inUnit(amount: number, unit: string, digits = 0) {
    return new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    }).format(amount)
  }
  const whole = Math.floor(seconds)
  const [hours, minutes] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60]
  const parts = [
    hours > 0 ? inUnit(hours, 'hour') : null,
    minutes > 0 ? inUnit(minutes, 'minute') : null,
    whole < 60 || seconds % 60 > 0 ? inUnit(seconds % 60, 'second', 3) : null,
  ]
  return parts.filter((part) => part !== null).join(' ')
}

function number(amount: number, locale: string, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(locale, options).format(amount)
}

function describeDimensions(
  { width, height, unit }: Extract<FieldValue, { type: 'dimensions' }>,
  say: SayFrom<typeof messages>,
  locale: string,
): ValueDescription {
  const sides = { width: number(width, locale), height: number(height, locale) }
  const isPixel = /^pixels?$/i.test(unit)
  const short = isPixel
    ? say('dimensions.pixel', sides)
    : say('dimensions.unit', { ...sides, unit: isolate(unit.slice(0, 20)) })
  const megapixels = Math.round((width * height) / 100_000) / 10
  const isLarge = isPixel && megapixels >= 0.1
  return words(short, isLarge ? [short, say('dimensions.megapixels', { count: megapixels })] : [short])
}

function describePlace(
  { latitude, longitude }: Extract<FieldValue, { type: 'place' }>,
  say: SayFrom<typeof messages>,
  locale: string,
): string {
  function degrees(angle: number) {
    return number(Math.abs(angle), locale, { maximumFractionDigits: 5 })
  }
  const parts = [
    latitude === null
      ? null
      : say(latitude < 0 ? 'place.south' : 'place.north', { degrees: degrees(latitude) }),
    longitude === null
      ? null
      : say(longitude < 0 ? 'place.west' : 'place.east', { degrees: degrees(longitude) }),
  ]
  return parts.filter((part) => part !== null).join(', ')
}

function quantityText(
  { amount, unit, fraction }: Quantity,
  say: SayFrom<typeof messages>,
  locale: string,
): string {
  if (fraction !== null) return say('quantity.fraction', { text: number(fraction, locale) })
  const text = number(amount, locale, {
    maximumFractionDigits: unit === 'aperture' ? 1 : 3,
    signDisplay: unit === 'stop' ? 'exceptZero' : 'auto',
  })
  return say(`quantity.${unit}`, { text })
}

/** Such as `#28588c`. */
export function hexOf({ red, green, blue }: { red: number; green: number; blue: number }): string {
  return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}
