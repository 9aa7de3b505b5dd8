import { childRows, rowKeyToken, rowParent } from '../../../shared/metadata-rows'
import { keyStartOf, kindOf, type MetadataDocument, valueStartOf } from '../document/document'
import { type DateValue, readDate, readDateOfDateKey } from './date-text'
import { type Quantity, readCoordinate, readIsoDuration, readQuantity, readRational } from './quantities'

/** What a value means beyond its JSON, as far as key and text say so. The value itself stays as it is. */
export type FieldValue =
  | { readonly type: 'date'; readonly date: DateValue }
  | { readonly type: 'size'; readonly bytes: number }
  | { readonly type: 'duration'; readonly seconds: number }
  | { readonly type: 'dimensions'; readonly width: number; readonly height: number; readonly unit: string }
  | { readonly type: 'place'; readonly latitude: number | null; readonly longitude: number | null }
  | { readonly type: 'color'; readonly red: number; readonly green: number; readonly blue: number }
  | { readonly type: 'quantity'; readonly quantity: Quantity }
  | { readonly type: 'code'; readonly word: CodeWord }
  | { readonly type: 'textNumber' }
  | { readonly type: 'textBoolean' }

/** Words for numbers that stand for a word, by field. */
const codeWords = {
  'tiff:Orientation': [
    'orientation.1',
    'orientation.2',
    'orientation.3',
    'orientation.4',
    'orientation.5',
    'orientation.6',
    'orientation.7',
    'orientation.8',
  ],
  'exif:ColorSpace': ['colorSpace.1', 'colorSpace.65535'],
  'photoshop:ColorMode': [
    'colorMode.0',
    'colorMode.1',
    'colorMode.2',
    'colorMode.3',
    'colorMode.4',
    'colorMode.7',
    'colorMode.8',
    'colorMode.9',
  ],
} as const
type CodeWord = (typeof codeWords)[keyof typeof codeWords][number]
const codeWordsByKey: ReadonlyMap<string, readonly CodeWord[]> = new Map(Object.entries(codeWords))

/** Both keys of a picture's size, width first. */
const dimensionKeys = [
  ['tiff:ImageWidth', 'tiff:ImageLength'],
  ['tiff:imageWidth', 'tiff:imageLength'],
  ['exif:PixelXDimension', 'exif:PixelYDimension'],
  ['Iptc4xmpExt:MaxAvailWidth', 'Iptc4xmpExt:MaxAvailHeight'],
  ['GPano:FullPanoWidthPixels', 'GPano:FullPanoHeightPixels'],
] as const

const sizeKeys: ReadonlySet<string> = new Set(['dam:size', 'repo:size'])
/** A key is one of a date by its last word alone: `acme:candidateId` and `xmpDM:startTimeScale` are not. */
const dateKey = new RegExp(
  [
    // The whole name, or the last of several words: dc:date, stEvt:when, release_date.
    '(?:^|[^\\p{L}\\d])(?:[Dd]ate|[Yy]ear|[Ww]hen|[Cc]reated|[Mm]odified|[Pp]ublished|[Ee]xtracted)$',
    // xmp:CreateDate, prism:copyrightYear, photoshop:DateCreated, exif:DateTimeOriginal, jcr:lastModified.
    '(?<![A-Z])Year$',
    '(?<![A-Z])Date(?:Time)?(?:Created|Modified|Published|Original|Digitized)?$',
    '[Ll]ast(?:Modified|Published|Replicated)$',
    // Of AEM: when an asset comes on and goes off.
    '(?:^|[^\\p{L}\\d])(?:onTime|offTime)$',
  ].join('|'),
  'u',
)
/** A value that means something is short. */
const longestText = 200
const keyCharacters = 200
/** More than any real object has, and few enough to stay fast on a hostile one. */
const membersLookedAt = 2_000
const membersOfSmallObject = 12

/** What a value means; null where nothing is known beyond its kind. */
export function readField(document: MetadataDocument, row: number): FieldValue | null {
  const kind = kindOf(document, row)
  if (kind === 'object') return readObject(document, row)
  if (kind !== 'string' && kind !== 'number') return null
  const start = valueStartOf(document, row, longestText)
  const isCalendarText = start.isCut && start.text.startsWith('java.util.GregorianCalendar[')
  if (start.text === '' || (start.isCut && !isCalendarText)) return null
  const known = readKnown(document, row, keyFor(document, row), start.text, kind)
  return known ?? (kind === 'string' ? readLooks(start.text) : null)
}

/** The key of the field; for an item of a list that of the list. */
export function keyFor(document: MetadataDocument, row: number): string {
  for (let at = row; at >= 0; at = rowParent(document.rows, at)) {
    const key = keyStartOf(document, at, keyCharacters)
    if (key) return key.isCut ? '' : key.text
  }
  return ''
}

function readKnown(
  document: MetadataDocument,
  row: number,
  key: string,
  text: string,
  kind: 'string' | 'number',
): FieldValue | null {
  if (sizeKeys.has(key)) return readSize(text)
  const codes = codeWordsByKey.get(key)
  if (codes) return readCode(codes, text)
  const pair = dimensionKeys.find((keys) => keys.some((name) => name === key))
  if (pair) return readDimensions(document, row, pair)
  if (key === 'exif:GPSLatitude' || key === 'exif:GPSLongitude') return readPlace(document, row)
  if (key === 'tiff:XResolution' || key === 'tiff:YResolution') return readResolution(document, row, text)
  const quantity = readQuantity(key, text)
  if (quantity) return { type: 'quantity', quantity }
  const date = dateKey.test(key) ? readDateOfDateKey(text) : kind === 'string' ? readDate(text) : null
  if (date) return { type: 'date', date }
  const seconds = kind === 'string' ? readIsoDuration(text) : null
  return seconds === null ? null : { type: 'duration', seconds }
}

function readLooks(text: string): FieldValue | null {
  if (/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) return { type: 'textNumber' }
  return text === 'true' || text === 'false' ? { type: 'textBoolean' } : null
}

function readSize(text: string): FieldValue | null {
  const bytes = Number(text)
  return /^\d+$/.test(text) && Number.isSafeInteger(bytes) ? { type: 'size', bytes } : null
}

function readCode(words: readonly CodeWord[], text: string): FieldValue | null {
  const word = words.find((candidate) => candidate.endsWith(`.${text}`))
  return word ? { type: 'code', word } : null
}

function readDimensions(
  document: MetadataDocument,
  row: number,
  [widthKey, heightKey]: readonly [string, string],
): FieldValue | null {
  const width = readRational(siblingText(document, row, widthKey) ?? '')
  const height = readRational(siblingText(document, row, heightKey) ?? '')
  return width && height && width > 0 && height > 0
    ? { type: 'dimensions', width, height, unit: 'pixel' }
    : null
}

function readPlace(document: MetadataDocument, row: number): FieldValue | null {
  const latitude = readCoordinate(siblingText(document, row, 'exif:GPSLatitude') ?? '', 'latitude')
  const longitude = readCoordinate(siblingText(document, row, 'exif:GPSLongitude') ?? '', 'longitude')
  return latitude === null && longitude === null ? null : { type: 'place', latitude, longitude }
}

/** TIFF counts in inches unless it says otherwise. */
function readResolution(document: MetadataDocument, row: number, text: string): FieldValue | null {
  const amount = readRational(text)
  if (amount === null) return null
  const unitText = siblingText(document, row, 'tiff:ResolutionUnit') ?? '2'
  const unit = /^(?:3|cm|centimet)/i.test(unitText) ? 'perCentimetre' : 'perInch'
  return { type: 'quantity', quantity: { amount, unit: unitText === '1' ? 'none' : unit, fraction: null } }
}

function siblingText(document: MetadataDocument, row: number, key: string): string | null {
  const parent = rowParent(document.rows, row)
  return parent < 0 ? null : (readMembers(document, parent, [key], membersLookedAt).get(key) ?? null)
}

/** The short plain values of some members of an object, looking no further than at `limit` of them. */
function readMembers(
  document: MetadataDocument,
  row: number,
  keys: readonly string[],
  limit: number,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  let looked = 0
  for (const member of childRows(document.rows, row)) {
    if (looked++ >= limit || found.size === keys.length) break
    const token = rowKeyToken(document.text, document.rows, member)
    const key = keys.find((name) => token?.length === name.length + 2 && token.startsWith(name, 1))
    const kind = kindOf(document, member)
    if (key === undefined || found.has(key) || (kind !== 'string' && kind !== 'number')) continue
    const { text, isCut } = valueStartOf(document, member, longestText)
    if (!isCut) found.set(key, text)
  }
  return found
}

const objectKeys = [
  'red',
  'green',
  'blue',
  'xmpG:red',
  'xmpG:green',
  'xmpG:blue',
  'xmpDM:value',
  'xmpDM:scale',
  'stDim:w',
  'stDim:h',
  'stDim:unit',
]

function readObject(document: MetadataDocument, row: number): FieldValue | null {
  const members = readMembers(document, row, objectKeys, membersOfSmallObject)
  if (members.size < 2) return null
  function number(key: string): number | null {
    return readRational(members.get(key) ?? '')
  }
  const [red, green, blue] = ['red', 'green', 'blue'].map((name) => number(name) ?? number(`xmpG:${name}`))
  if (isChannel(red) && isChannel(green) && isChannel(blue)) return { type: 'color', red, green, blue }
  const [value, scale] = [number('xmpDM:value'), number('xmpDM:scale')]
  if (value !== null && scale !== null && value >= 0 && scale > 0)
    return { type: 'duration', seconds: value * scale }
  const [width, height] = [number('stDim:w'), number('stDim:h')]
  if (!width || !height || width < 0 || height < 0) return null
  return { type: 'dimensions', width, height, unit: members.get('stDim:unit') ?? '' }
}

function isChannel(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 255
}
