import fc from 'fast-check'

const character = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  fc.constantFrom(
    'e\u0301',
    'É',
    'ß',
    'İ',
    'Σ',
    'ς',
    '한',
    '\u202e',
    '\u200d',
    '\ufeff',
    ' ',
    '/',
    '~',
    '~1',
    ':',
    '.',
    '👨‍👩‍👧',
  ),
)

/** A string token, with characters as they are or escaped, lone surrogates among them. */
const stringToken = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: character.map((text) => JSON.stringify(text).slice(1, -1)) },
      {
        weight: 1,
        arbitrary: fc
          .integer({ min: 0, max: 0xffff })
          .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`),
      },
      { weight: 1, arbitrary: fc.constantFrom('\\ud800', '\\udfff', '\\u0000', '\\n', '\\/', '\\"', '\\\\') },
    ),
    { maxLength: 8 },
  )
  .map((parts) => `"${parts.join('')}"`)

const keyToken = fc.oneof(
  stringToken,
  fc.constantFrom(
    '"dc:title"',
    '"dc:subject"',
    '"dc:title_xmpArrayType"',
    '"dc:rights"',
    '"DC:Rights"',
    '"repo:path"',
    '"exif:GPSLatitude"',
    '"dam:size"',
    '"xmp:Rating"',
    '"dc\\u003atitle"',
    '""',
    '" "',
    '"__proto__"',
    '"constructor"',
    '"then"',
    '"a/b"',
    '"a~b"',
    '":x"',
    '"10"',
    '"9"',
    '"assetMetadata"',
  ),
)

/** Digits that no number type holds. */
export const hardDigits = [
  '1.0',
  '1E2',
  '-0',
  '1e400',
  '-1e400',
  '1e-400',
  '18446744073709551615',
  '0.1000000000000000055',
]

const numberToken = fc.oneof(fc.constantFrom(...hardDigits), fc.integer().map(String))

const space = fc.constantFrom('', '', '', ' ', '\n  ', '\t', '\r\n')

const { value: shallow } = fc.letrec<{ value: string; list: string; object: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    stringToken,
    numberToken,
    fc.constantFrom('true', 'false', 'null'),
    tie('list'),
    tie('object'),
  ),
  list: fc
    .tuple(fc.array(tie('value'), { maxLength: 4 }), space)
    .map(([items, gap]) => `[${items.join(`${gap},`)}${gap}]`),
  object: fc
    .tuple(fc.array(fc.tuple(keyToken, tie('value')), { maxLength: 5 }), space)
    .map(
      ([members, gap]) =>
        `{${members.map(([key, text]) => `${gap}${key}${gap}:${gap}${text}`).join(',')}${gap}}`,
    ),
}))

/** A value below many lists and objects of one member each. */
const deep = fc
  .tuple(shallow, fc.array(fc.option(keyToken), { minLength: 1, maxLength: 60 }))
  .map(([innermost, keys]) =>
    keys.reduceRight<string>((below, key) => (key === null ? `[${below}]` : `{${key}:${below}}`), innermost),
  )

/** Correct JSON texts that keep every freedom of JSON: white space, escapes, digits, duplicate keys, depth. */
const value = fc.oneof({ weight: 19, arbitrary: shallow }, { weight: 1, arbitrary: deep })

const member = fc.tuple(
  fc.constantFrom(
    'assetMetadata',
    'repositoryMetadata',
    'folderMetadata',
    'collectionMetadata',
    'assetId',
    'other',
  ),
  value,
)

/** Answers of AEM and what might come in their place. */
export const bodyText = fc.oneof(
  value,
  fc
    .array(member, { maxLength: 5 })
    .map((members) => `{${members.map(([key, text]) => `"${key}":${text}`).join(',')}}`),
  fc
    .tuple(
      fc.array(fc.tuple(keyToken, value), { maxLength: 12 }),
      fc.array(fc.tuple(keyToken, value), { maxLength: 6 }),
    )
    .map(([asset, repository]) => {
      function join(members: [string, string][]) {
        return members.map(([key, text]) => `${key}:${text}`).join(',')
      }
      return `{"assetId":"urn:aaid:aem:1","repositoryMetadata":{${join(repository)}},"assetMetadata":{${join(asset)}}}`
    }),
)
