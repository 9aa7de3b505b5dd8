import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepestNesting, NotJson, tabulateJson } from '../../../src/main/metadata/tabulate-json'
import {
  childRows,
  countRows,
  decodeStringToken,
  type RowKind,
  rowDepth,
  rowKeyToken,
  rowKind,
  rowParent,
  rowPosition,
  rowSubtreeEnd,
  rowTableLayout,
  rowValueToken,
} from '../../../src/shared/metadata-rows'
import { type ExpectedRow, expectRows, jsonContainer, jsonText, writeJson } from '../../support/json-text'
import { patient, thorough } from '../../support/property-runs'

function readTable(text: string): ExpectedRow[] {
  const rows = tabulateJson(text)
  return Array.from({ length: countRows(rows) }, (_, row) => ({
    kind: rowKind(rows, row),
    depth: rowDepth(rows, row),
    parent: rowParent(rows, row),
    position: rowPosition(rows, row),
    key: rowKeyToken(text, rows, row),
    value: rowValueToken(text, rows, row),
  }))
}

function reasonFor(text: string): NotJson['reason'] | 'a table' {
  try {
    tabulateJson(text)
    return 'a table'
  } catch (thrown) {
    if (thrown instanceof NotJson) return thrown.reason
    throw thrown
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** The value that a table stands for, made the way that JSON.parse makes one: the last of equal keys counts. */
function buildValue(text: string, rows: Int32Array, row: number): unknown {
  const kind = rowKind(rows, row)
  if (kind === 'array') return [...childRows(rows, row)].map((child) => buildValue(text, rows, child))
  if (kind !== 'object') return readScalar(kind, rowValueToken(text, rows, row))
  const made = {}
  for (const child of childRows(rows, row)) {
    const value = buildValue(text, rows, child)
    const key = decodeStringToken(rowKeyToken(text, rows, child) ?? '')
    Object.defineProperty(made, key, { value, writable: true, enumerable: true, configurable: true })
  }
  return made
}

function readScalar(kind: RowKind, token: string): unknown {
  if (kind === 'string') return decodeStringToken(token)
  if (kind === 'number') return Number(token)
  return kind === 'null' ? null : token === 'true'
}

/** Keys and plain values of a table in the order of its rows, and what stands in the text between them. */
function splitByTable(text: string, rows: Int32Array): { tokens: string[]; between: string[] } {
  const { width, column } = rowTableLayout
  const tokens: string[] = []
  const between: string[] = []
  let end = 0
  function take(start: number, tokenEnd: number): void {
    between.push(text.slice(end, start))
    tokens.push(text.slice(start, tokenEnd))
    end = tokenEnd
  }
  for (let row = 0; row < countRows(rows); row++) {
    function cell(offset: number) {
      return rows[row * width + offset] ?? -1
    }
    if (rowKeyToken(text, rows, row) !== null) take(cell(column.keyStart), cell(column.keyEnd))
    const kind = rowKind(rows, row)
    if (kind !== 'object' && kind !== 'array') take(cell(column.valueStart), cell(column.valueEnd))
  }
  between.push(text.slice(end))
  return { tokens, between }
}

describe('a JSON text as a table', () => {
  it('has every value once, in the order of the text, with the text of its key and value', patient, () => {
    fc.assert(
      fc.property(jsonText, (json) => {
        expect(readTable(writeJson(json))).toEqual(expectRows(json))
      }),
      thorough,
    )
  })

  it('stands for the value that JSON.parse reads', patient, () => {
    fc.assert(
      fc.property(jsonText, (json) => {
        const text = writeJson(json)
        // As text again: so the order of keys and a `__proto__` of its own are compared too.
        const built = JSON.stringify(buildValue(text, tabulateJson(text), 0))
        expect(built).toBe(JSON.stringify(JSON.parse(text)))
      }),
      thorough,
    )
  })

  it('leaves nothing of the text between its tokens but punctuation and space', patient, () => {
    fc.assert(
      fc.property(jsonText, (json) => {
        const text = writeJson(json)
        const { tokens, between } = splitByTable(text, tabulateJson(text))
        expect(between.flatMap((part, at) => [part, tokens[at] ?? '']).join('')).toBe(text)
        expect(between.join('')).toMatch(/^[\s{}[\]:,]*$/)
      }),
      thorough,
    )
  })

  it('walks from a row to its children, and nowhere else', patient, () => {
    fc.assert(
      fc.property(jsonContainer, (json) => {
        const rows = tabulateJson(writeJson(json))
        const all = Array.from({ length: countRows(rows) }, (_, row) => row)
        const children = all.map((): number[] => [])
        for (const row of all) children[rowParent(rows, row)]?.push(row)
        expect(all.map((row) => [...childRows(rows, row)])).toEqual(children)
      }),
      thorough,
    )
  })

  it('ends the subtree of a row where the next row is not deeper', patient, () => {
    fc.assert(
      fc.property(jsonContainer, (json) => {
        const rows = tabulateJson(writeJson(json))
        const all = Array.from({ length: countRows(rows) }, (_, row) => row)
        const ends = all.map((row) => {
          let end = row + 1
          while (end < all.length && rowDepth(rows, end) > rowDepth(rows, row)) end++
          return end
        })
        expect(all.map((row) => rowSubtreeEnd(rows, row))).toEqual(ends)
      }),
      thorough,
    )
  })

  it('exists for a text exactly when JSON.parse takes it', patient, () => {
    const edit = fc.record({
      at: fc.nat(),
      cut: fc.nat({ max: 2 }),
      put: fc.constantFrom(
        '',
        ',',
        ':',
        '"',
        '\\',
        '}',
        ']',
        '{',
        '[',
        '0',
        '-',
        '.',
        'e',
        ' ',
        '\n',
        '/',
        '\u0001',
      ),
    })
    fc.assert(
      fc.property(jsonText, edit, (json, { at, cut, put }) => {
        const text = writeJson(json)
        const start = at % (text.length + 1)
        const edited = text.slice(0, start) + put + text.slice(start + cut)
        expect(reasonFor(edited) === 'a table', JSON.stringify(edited)).toBe(isJson(edited))
      }),
      thorough,
    )
  })

  it('never exists for a text that ends too early', patient, () => {
    fc.assert(
      fc.property(jsonContainer, fc.nat(), (json, length) => {
        const text = writeJson(json)
        expect(reasonFor(text.slice(0, length % text.length))).toBe('cut-off')
      }),
      thorough,
    )
  })

  it.each([
    '9007199254740993',
    '18446744073709551615',
    '0.1000000000000000055',
    '1.0',
    '1E2',
    '-0',
    '1e400',
    '-1e400',
  ])('keeps the digits of %s', (number) => {
    expect(readTable(`[${number}]`)[1]?.value).toBe(number)
  })

  it('keeps duplicate keys in their order', () => {
    expect(readTable('{"a":1,"b":2,"a":3}').map(({ key, value }) => [key, value])).toEqual([
      [null, '{"a":1,"b":2,"a":3}'],
      ['"a"', '1'],
      ['"b"', '2'],
      ['"a"', '3'],
    ])
  })

  it('keeps integer-like keys in the order of the text', () => {
    expect(readTable('{"10":1,"9":2,"a":3}').map(({ key }) => key)).toEqual([null, '"10"', '"9"', '"a"'])
  })

  it('leaves no trace of a `__proto__` key on objects', () => {
    tabulateJson('{"__proto__":{"polluted":true}}')
    expect({}).not.toHaveProperty('polluted')
  })

  it('has rows for values of a document of 200,000 fields', () => {
    const fields = Array.from({ length: 200_000 }, (_, index) => `"k${index}":${index}`)
    expect(countRows(tabulateJson(`{${fields.join(',')}}`))).toBe(200_001)
  })
})

describe('a text without a table', () => {
  it.each([
    ['nothing', ''],
    ['spaces alone', '  \n '],
    ['an object without its end', '{"a":1'],
    ['a string without its end', '{"a":"x'],
    ['a key without its value', '{"a":'],
    ['an array after a comma', '[1,'],
    ['a word without its end', '{"a":tru'],
    ['a minus sign without its digits', '[1,-'],
    ['a fraction without its digits', '[1.'],
    ['an escape without its end', '["\\u00'],
  ])('ends too early: %s', (_name, text) => {
    expect(reasonFor(text)).toBe('cut-off')
  })

  it.each([
    ['something behind the value', '{}x'],
    ['a second value', '{} {}'],
    ['a line comment', '{} // no'],
    ['a block comment', '{/* no */}'],
    ['a trailing comma in an object', '{"a":1,}'],
    ['a trailing comma in an array', '[1,]'],
    ['a key without quotes', '{a:1}'],
    ['single quotes', "{'a':1}"],
    ['NaN', '[NaN]'],
    ['an unfinished word', '[tru]'],
    ['another word at its end', '[trash'],
    ['a leading zero', '[01]'],
    ['a plus sign', '[+1]'],
    ['a line break in a string', '["a\nb"]'],
    ['a NUL in a string', '["a\u0000b"]'],
    ['an unknown escape', '["\\x41"]'],
    ['a byte order mark', '\ufeff{}'],
    ['a space that JSON does not know', '\u00a0{}'],
  ])('is not JSON: %s', (_name, text) => {
    expect(reasonFor(text)).toBe('not-json')
  })

  it('is as deep as the limit and has one', () => {
    expect(reasonFor('['.repeat(deepestNesting) + ']'.repeat(deepestNesting))).toBe('a table')
  })

  it.each([deepestNesting + 1, 10_000, 100_000])('is nested %i levels deep', (depth) => {
    expect(reasonFor('['.repeat(depth) + ']'.repeat(depth))).toBe('too-deep')
  })
})

describe('a string token', () => {
  it.each([
    ['"\\ud800"', '\ud800'],
    ['"\\u0000"', '\u0000'],
    ['"\\/"', '/'],
    ['"\\u00e9"', 'é'],
  ])('%s stands for its characters', (token, value) => {
    expect(decodeStringToken(token)).toBe(value)
  })
})
