import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeAemImport } from '../../../src/main/exports/write-aem-import'
import { type JsonText, jsonKey, jsonText, writeJson } from '../../support/json-text'
import { patient, thorough } from '../../support/property-runs'
import { readCsv, tabulate } from '../../support/table-support'

const path = '/content/dam/shop/tea, green.jpg'

function documentOf(metadata: string) {
  return `{"assetMetadata":${metadata},"repositoryMetadata":{"repo:path":${JSON.stringify(path)}}}`
}

function importOf(metadata: string) {
  const { text, rows } = tabulate(documentOf(metadata))
  return writeAemImport(text, rows)
}

/** Heading and cell of each field that went into the file. */
function columnsOf(metadata: string): (string | undefined)[][] {
  const written = importOf(metadata)
  if (written.kind === 'refused') return []
  const [headings = [], cells = []] = readCsv(written.text)
  return headings.map((heading, at) => [heading, cells[at]]).slice(1)
}

type Member = readonly [string, JsonText]

const usualText = fc
  .string({ unit: fc.constantFrom(...'a |",;\n=é') })
  .map((text): JsonText => ({ kind: 'string', token: JSON.stringify(text) }))
const usualList = fc
  .array(usualText, { maxLength: 3 })
  .map((items): JsonText => ({ kind: 'array', items, space: '' }))
const usualName = fc.stringMatching(/^(dc|xmp):[a-f]{2}$/).map((name) => JSON.stringify(name))

/** A field as people have them, or with any name and value of JSON. */
const member: fc.Arbitrary<Member> = fc.oneof(
  fc.tuple(usualName, fc.oneof(usualText, usualList)),
  fc.tuple(usualName, jsonText),
  fc.tuple(jsonKey, jsonText),
)

function leftOutOf(metadata: string) {
  const written = importOf(`{"dc:title":"x",${metadata.slice(1)}`)
  return written.kind === 'written' ? written.leftOut : []
}

describe('the columns for the metadata import of AEM', () => {
  it('begin with the path of the asset', () => {
    const written = importOf('{"dc:title":"x"}')
    expect(written.kind === 'written' && readCsv(written.text).map(([first]) => first)).toEqual([
      'assetPath',
      path,
    ])
  })

  it.each([
    ['"Tea"', 'f {{String}}', 'Tea'],
    ['"true"', 'f {{String}}', 'true'],
    ['"12"', 'f {{String}}', '12'],
    ['"=1+1"', 'f {{String}}', '=1+1'],
    ['"a|b"', 'f {{String}}', 'a|b'],
    ['"a, \\"b\\"\\nc"', 'f {{String}}', 'a, "b"\nc'],
    ['true', 'f {{Boolean}}', 'true'],
    ['42', 'f {{Long}}', '42'],
    ['-1.5', 'f {{Double}}', '-1.5'],
    ['"2025-06-03T10:15:00.000Z"', 'f {{Date}}', '2025-06-03T10:15:00.000Z'],
    ['"2025-06-03T10:15:00+02:00"', 'f {{Date}}', '2025-06-03T10:15:00.000+02:00'],
    ['"2025-06-03T10:15:00.5-07:00"', 'f {{Date}}', '2025-06-03T10:15:00.500-07:00'],
    ['"2025-02-30T10:15:00Z"', 'f {{String}}', '2025-02-30T10:15:00Z'],
    ['"2025-06-03"', 'f {{String}}', '2025-06-03'],
    ['"2025:06:03 10:15:00"', 'f {{String}}', '2025:06:03 10:15:00'],
    ['["a","b"]', 'f {{String : MULTI}}', 'a|b'],
    ['["a"]', 'f {{String : MULTI}}', 'a'],
    ['[1,2]', 'f {{Long : MULTI}}', '1|2'],
    ['[1,2.5]', 'f {{Double : MULTI}}', '1|2.5'],
    ['["2025-06-03T10:15:00Z"]', 'f {{Date : MULTI}}', '2025-06-03T10:15:00.000Z'],
  ])('hold %s as %s', (value, heading, cell) => {
    expect(columnsOf(`{"f":${value}}`)).toEqual([[heading, cell]])
  })

  it('keep names as they are', () => {
    expect(columnsOf('{"dc:title":"a","acme:Long Name":"b"}').map(([heading]) => heading)).toEqual([
      'dc:title {{String}}',
      'acme:Long Name {{String}}',
    ])
  })
})

describe('a field that the import cannot take', () => {
  it.each([
    ['{"f":null}', 'empty'],
    ['{"f":""}', 'empty'],
    ['{"f":[]}', 'empty'],
    ['{"f":["a",""]}', 'empty'],
    ['{"f":{"a":1}}', 'structured'],
    ['{"f":[{"a":1}]}', 'structured'],
    ['{"f":["a",1]}', 'mixed-list'],
    ['{"f":["a|b","c"]}', 'delimiter-inside'],
    ['{"f":18446744073709551615}', 'number-too-exact'],
    ['{"f":1.0}', 'number-too-exact'],
    ['{"f":1,"f":2}', 'several-of-one-name'],
    ['{"a:b:c":1}', 'name'],
    ['{"a/b":1}', 'name'],
    ['{"a{{b}}":1}', 'name'],
    ['{"":1}', 'name'],
    ['{"f":"\\ud800"}', 'characters'],
    ['{"f":"\\u0000"}', 'characters'],
    ['{"jcr:primaryType":"x"}', 'kept-by-aem'],
    ['{"dam:sha1":"x"}', 'kept-by-aem'],
  ])('is left out: %s', (metadata, reason) => {
    expect([...new Set(leftOutOf(metadata).map((field) => field.reason))]).toEqual([reason])
  })
})

describe('a file for the import', () => {
  it('has no byte order mark, which AEM would take for part of the first heading', () => {
    const written = importOf('{"f":1}')
    expect(written.kind === 'written' && written.text.startsWith('assetPath,')).toBe(true)
  })

  it('is refused where AEM does not say where the asset is', () => {
    const { text, rows } = tabulate('{"assetMetadata":{"dc:title":"x"},"repositoryMetadata":{}}')
    expect(writeAemImport(text, rows)).toEqual({ kind: 'refused', reason: 'no-path' })
  })

  it('is refused where nothing of the asset can be imported', () => {
    expect(importOf('{"f":null}')).toEqual({ kind: 'refused', reason: 'no-fields' })
  })

  it('holds every field of any document with its values, or names it as left out', patient, () => {
    fc.assert(
      fc.property(fc.array(member), (others) => {
        const fields: Member[] = [['"dc:title"', { kind: 'string', token: '"Tea"' }], ...others]
        const written = importOf(writeJson({ kind: 'object', members: fields, space: '' }))
        if (written.kind === 'refused') throw new Error('A title can be imported')
        const [headings = [], cells = []] = readCsv(written.text)
        const columns = headings.slice(1).map((heading, at) => readColumn(heading, cells[at + 1] ?? ''))
        const leftOut = new Set(written.leftOut.map(({ key }) => key))
        const taken = fields.map(([key, value]) => ({ key: decode(key), value }))
        expect(columns).toEqual(
          taken.filter(({ key }) => !leftOut.has(key)).map(({ key, value }) => [key, textsOf(value)]),
        )
        expect(written.leftOut.length + columns.length).toBe(fields.length)
      }),
      thorough,
    )
  })
})

function decode(token: string): string {
  return String(JSON.parse(token))
}

/** A moment may be written in more than one way. */
function plainly(text: string): string {
  return /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(text) ? String(Date.parse(text)) : text
}

/** Name and values of a column, as AEM reads them. */
function readColumn(heading: string, cell: string): [string, string[]] {
  const [, name = '', multi] = /^(.*) \{\{\w+( : MULTI)?\}\}$/s.exec(heading) ?? []
  return [name, (multi ? cell.split('|') : [cell]).map(plainly)]
}

function textsOf(value: JsonText): string[] {
  if (value.kind === 'array') return value.items.flatMap(textsOf)
  if (value.kind === 'object') return []
  return [plainly(value.kind === 'string' ? decode(value.token) : value.token)]
}
