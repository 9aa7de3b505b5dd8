/** What a number of a known field counts. */
export type QuantityUnit =
  | 'second'
  | 'aperture'
  | 'millimetre'
  | 'metre'
  | 'stop'
  | 'perInch'
  | 'perCentimetre'
  | 'none'

/** `fraction` is the amount as one part of so many: 60 for 1/60. */
export type Quantity = {
  readonly amount: number
  readonly unit: QuantityUnit
  readonly fraction: number | null
}

const unitByKey: ReadonlyMap<string, QuantityUnit> = new Map([
  ['exif:ExposureTime', 'second'],
  ['exif:ShutterSpeedValue', 'second'],
  ['exif:FNumber', 'aperture'],
  ['exif:ApertureValue', 'aperture'],
  ['exif:MaxApertureValue', 'aperture'],
  ['exif:FocalLength', 'millimetre'],
  ['exif:FocalLengthIn35mmFilm', 'millimetre'],
  ['exif:SubjectDistance', 'metre'],
  ['exif:GPSAltitude', 'metre'],
  ['exif:ExposureBiasValue', 'stop'],
])

const rational = /^([+-]?\d{1,15})\/([+-]?\d{1,15})$/
const decimal = /^[+-]?\d{1,15}(?:\.\d{1,15})?$/
/** Prefixes whose standards write fractions as text. */
const rationalPrefixes = /^(?:exif|exifEX|tiff|aux|xmpDM):/

/** A fraction or number as text; null for anything else, and for division by zero, Exif's “unknown”. */
export function readRational(text: string): number | null {
  if (decimal.test(text)) return Number(text)
  const found = rational.exec(text)
  if (!found) return null
  const divisor = Number(found[2])
  return divisor === 0 ? null : Number(found[1]) / divisor
}

/** The number that a camera field holds, in its unit; fractions of other fields of such standards as a plain number. */
export function readQuantity(key: string, text: string): Quantity | null {
  const unit = unitByKey.get(key) ?? 'none'
  if (unit === 'none' && !(rationalPrefixes.test(key) && rational.test(text))) return null
  const number = readRational(text)
  if (number === null) return null
  const amount = fromApex(key, number)
  const isShort = unit === 'second' && amount > 0 && amount < 0.3
  return { amount, unit, fraction: isShort ? Math.round(1 / amount) : null }
}

/** Exif keeps some values as logarithms to the base 2 (APEX). */
function fromApex(key: string, value: number): number {
  if (key === 'exif:ShutterSpeedValue') return 2 ** -value
  if (key === 'exif:ApertureValue' || key === 'exif:MaxApertureValue') return 2 ** (value / 2)
  return value
}

/** Seconds of an ISO 8601 duration such as `PT1M30S`; years and months have no fixed length and are not read. */
export function readIsoDuration(text: string): number | null {
  const found =
    /^P(?=\d|T\d)(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,10}(?:\.\d{1,9})?)S)?)?$/.exec(
      text,
    )
  if (!found) return null
  const [days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0))
  return (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)
}

/** Degrees from `62,28.356N`, `62,28,21.4N` (XMP) or a plain decimal; null outside of the globe. */
export function readCoordinate(text: string, axis: 'latitude' | 'longitude'): number | null {
  const found = /^(\d{1,3}),(\d{1,2}(?:\.\d{1,12})?)(?:,(\d{1,2}(?:\.\d{1,12})?))?([NSEW])$/.exec(text)
  const limit = axis === 'latitude' ? 90 : 180
  const letters = axis === 'latitude' ? 'NS' : 'EW'
  let degrees: number
  if (found) {
    const [, whole, minutes, seconds, letter = ''] = found
    if (!letters.includes(letter) || Number(minutes) >= 60 || Number(seconds ?? 0) >= 60) return null
    degrees = Number(whole) + Number(minutes) / 60 + Number(seconds ?? 0) / 3_600
    if (letter === letters[1]) degrees = -degrees
  } else if (/^[+-]?\d{1,3}(?:\.\d{1,15})?$/.test(text)) {
    degrees = Number(text)
  } else {
    return null
  }
  return Math.abs(degrees) <= limit ? degrees : null
}
