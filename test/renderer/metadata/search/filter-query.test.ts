import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../../../src/renderer/components/text/fold'
import {
  type FilterQuery,
  isEmptyQuery,
  parseFilter,
  withOperator,
} from '../../../../src/renderer/features/metadata/search/filter-query'
import { findRows } from '../../../../src/renderer/features/metadata/search/find-rows'
import { auditedFields } from '../../../../src/renderer/features/metadata/search/missing-fields'
import { createSearchIndex, searchRows } from '../../../../src/renderer/features/metadata/search/search-index'
import { searchText } from '../../../../src/renderer/features/metadata/search/text-search'
import { patient, thorough } from '../../../support/property-runs'
import { bodyText } from '../../support/arbitrary-json'
import { finish } from '../../support/finish'
import { documentOf, type JsonNode, readNodes } from '../../support/json-nodes'

const nothing: FilterQuery = { texts: [], keys: [], values: [], types: [], states: [], missing: [] }

const body =
  '{"dc:title":"Date palms","xmp:CreateDate":"2024-05-01T12:00:00Z","exif:DateTimeOriginal":"0000:00:00 00:00:00",' +
  '"dam:size":12,"n":null,"e":"","l":[],"o":{},"c":{"red":1,"green":2,"blue":3},"t":"12","b":true}'

/** The keys of the fields that are found, or the kinds where there is no key. */
function find(typed: string, text = body): string[] {
  const matches = finish(findRows(createSearchIndex(documentOf(text)), parseFilter(typed)))
  return readNodes(text).flatMap(({ row, key }) => (matches[row] && row > 0 ? [key ?? '-'] : []))
}

describe('parseFilter', () => {
  it.each<[string, Partial<FilterQuery>]>([
    ['dc:title', { texts: ['dc:title'] }],
    ['Two words ', { texts: ['two words '] }],
    ['key:Date', { keys: ['date'] }],
    ['VALUE:x', { values: ['x'] }],
    ['value:"two words" more', { values: ['two words'], texts: ['more'] }],
    ['before key:a after', { keys: ['a'], texts: ['before after'] }],
    ['type:number', { types: [['number']] }],
    ['type:da', { types: [['date']] }],
    ['type:date|size', { types: [['date', 'size']] }],
    ['type:colour', { texts: ['type:colour'] }],
    ['is:empty type:text', { states: ['empty'], types: [['text']] }],
    ['is:purple', { texts: ['is:purple'] }],
    ['missing:dc:Rights', { missing: ['dc:Rights'] }],
    ['missing:a missing:"b c" x', { missing: ['a', 'b c'], texts: ['x'] }],
    ['is:missing', { missing: auditedFields }],
    ['IS:m', { missing: auditedFields }],
    ['missing:', {}],
    ['key:', {}],
    ['type:', {}],
    ['"key:x"', { texts: ['key:x'] }],
    ['monkey:x', { texts: ['monkey:x'] }],
    ['', {}],
  ])('reads %j', (typed, expected) => {
    expect(parseFilter(typed)).toEqual({ ...nothing, ...expected })
  })

  it('takes everything without an operator as one text', () => {
    const plain = fc
      .string()
      .filter((text) => !/\b(?:key|value|type|is|missing):/i.test(text) && !/^".+"$/.test(text))
    fc.assert(
      fc.property(plain, (typed) => {
        expect(parseFilter(typed)).toEqual({ ...nothing, texts: typed === '' ? [] : [fold(typed)] })
        expect(isEmptyQuery(parseFilter(typed))).toBe(typed === '')
      }),
    )
  })
})

describe('withOperator', () => {
  it.each([
    ['', 'key:', 'key:'],
    ['harbour', 'type:date', 'harbour type:date'],
    ['key:', 'value:', 'value:'],
    ['harbour key:', 'value:', 'harbour value:'],
    ['missing:', 'is:missing', 'is:missing'],
  ])('adds to %j the operator %s', (typed, operator, expected) => {
    expect(withOperator(typed, operator)).toBe(expected)
  })
})

describe('findRows', () => {
  it.each<[string, readonly string[]]>([
    ['date', ['dc:title', 'xmp:CreateDate', 'exif:DateTimeOriginal']],
    ['key:date', ['xmp:CreateDate', 'exif:DateTimeOriginal']],
    ['value:date', ['dc:title']],
    ['value:12', ['xmp:CreateDate', 'dam:size', 't']],
    ['type:date', ['xmp:CreateDate', 'exif:DateTimeOriginal']],
    ['is:invalid', ['exif:DateTimeOriginal']],
    ['type:size', ['dam:size']],
    ['type:number key:dam', ['dam:size']],
    ['type:number|null', ['dam:size', 'n', 'red', 'green', 'blue']],
    ['type:color', ['c']],
    ['type:boolean', ['b']],
    ['type:list', ['l']],
    ['is:empty', ['n', 'e', 'l', 'o']],
    ['is:empty type:object', ['o']],
    ['key:date value:2024', ['xmp:CreateDate']],
    ['key:date value:palms', []],
    ['missing:n missing:e missing:t missing:absent', ['n', 'e']],
    ['missing:n missing:e key:e', ['e']],
    ['missing:absent', []],
  ])('finds with %s', (typed, expected) => {
    expect(find(typed)).toEqual(expected)
  })

  it('finds exactly what asking every value by itself finds', patient, () => {
    const asked = fc.uniqueArray(fc.constantFrom(...Object.keys(holds)), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(bodyText, asked, (text, operators) => {
        const found = readNodes(text).filter((node) =>
          operators.every((operator) => holds[operator]?.(node, text)),
        )
        expect(rowsFound(text, operators.join(' '))).toEqual(found.map(({ row }) => row))
      }),
      thorough,
    )
  })

  it('finds with key: and value: together exactly what the text alone finds', patient, () => {
    fc.assert(
      fc.property(bodyText, fc.constantFrom('a', 'dc', ':', '1', 'e', 'title'), (text, word) => {
        const either = new Set([...rowsFound(text, `key:${word}`), ...rowsFound(text, `value:${word}`)])
        expect([...either].sort((one, other) => one - other)).toEqual(rowsFound(text, word))
      }),
      thorough,
    )
  })
})

/** Marks that fold to nothing where they stand alone. */
const marksAlone = [
  '\u0301',
  '\u05b0',
  '\u064b',
  '\u0301\u0308',
  'key:\u0301',
  'value:"\u05b0"',
  'missing:\u0301',
]

describe('a filter of marks without letters', () => {
  it.each(marksAlone)('asks for nothing: %j', (typed) => {
    const { texts, keys, values } = parseFilter(typed)
    expect([texts, keys, values]).toEqual([[], [], []])
  })

  it.each(marksAlone)('comes to its end: %j', (typed) => {
    const index = createSearchIndex(documentOf('{"a":"e\u0301","\u0301":1}'))
    expect(finish(findRows(index, parseFilter(typed)))).toHaveLength(3)
    expect(finish(searchRows(index, fold(typed)))).toHaveLength(3)
  })

  it('comes to its end in any document', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'\u0301\u0308\u05b0\u064be"|: ') })
    fc.assert(
      fc.property(bodyText, typed, (text, filter) => {
        const index = createSearchIndex(documentOf(text))
        finish(findRows(index, parseFilter(filter)))
        finish(searchRows(index, fold(filter)))
        finish(searchText(text, fold(filter)))
      }),
    )
  })
})

function plainValue({ kind, start, end }: JsonNode, text: string): string {
  if (kind === 'object' || kind === 'array') return ''
  return kind === 'string' ? JSON.parse(text.slice(start, end)) : text.slice(start, end)
}

/** What each operator asks of one value, in other words than the program's. */
const holds: Readonly<Record<string, (node: JsonNode, text: string) => boolean>> = {
  'key:e': ({ key }) => fold(key ?? '').includes('e'),
  'key:":"': ({ key }) => (key ?? '').includes(':'),
  'value:1': (node, text) => plainValue(node, text).includes('1'),
  'value:" "': (node, text) => plainValue(node, text).includes(' '),
  'type:text': ({ kind }) => kind === 'string',
  'type:number|boolean': ({ kind }) => kind === 'number' || kind === 'boolean',
  'type:list': ({ kind }) => kind === 'array',
  'type:null|object': ({ kind }) => kind === 'null' || kind === 'object',
  'is:empty': ({ kind, start, end, children }, text) =>
    kind === 'null' ||
    (kind === 'string' && end - start === 2) ||
    (/[{[]/.test(text[start] ?? '') && children.length === 0),
}

function rowsFound(text: string, typed: string): number[] {
  const matches = finish(findRows(createSearchIndex(documentOf(text)), parseFilter(typed)))
  return [...matches].flatMap((match, row) => (match ? [row] : []))
}
