import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tableRows } from '../../../src/main/exports/metadata-table'
import { mostCellCharacters } from '../../../src/main/exports/spreadsheet-cell'
import { writeCsv } from '../../../src/main/exports/write-csv'
import { writeXlsx } from '../../../src/main/exports/write-xlsx'
import { type JsonText, jsonText, writeJson } from '../../support/json-text'
import { patient, thorough } from '../../support/property-runs'
import { readXlsx, unzip } from '../../support/read-xlsx'
import {
  expectCells,
  readCsv,
  tabulate,
  wellFormed,
  withoutCsvGuards,
  withoutGuard,
  words,
} from '../../support/table-support'

function csvOf(json: string) {
  const { text, rows } = tabulate(json)
  return writeCsv(tableRows(text, rows), words)
}

async function xlsxOf(json: string) {
  const { text, rows } = tabulate(json)
  const { bytes, counts } = await writeXlsx(tableRows(text, rows), words)
  const [sheet = []] = readXlsx(bytes)
  return { sheet, counts, texts: unzip(Buffer.from(bytes)).get('xl/sharedStrings.xml') ?? '' }
}

const asset =
  '{"assetId":"urn:1","assetMetadata":{"dc:title":"Tea","dc:subject":["a",2],"plain":{"x:y":true}},"repositoryMetadata":{"repo:size":10}}'

/** The cells of the value column, of documents of one field each. */
function csvCell(value: string) {
  return readCsv(csvOf(JSON.stringify({ v: value })).text)[1]?.[5]
}
async function xlsxCell(value: string) {
  return (await xlsxOf(JSON.stringify({ v: value }))).sheet[1]?.[5]
}

function expectedRows(json: JsonText) {
  return expectCells(json).map(([pointer, kind, value]) => [wellFormed(pointer), kind, wellFormed(value)])
}

/** What a reader that splits at semicolons, tabs and line breaks takes for a formula; plain numbers are none. */
function formulasFor(csv: string): string[] {
  const cells = csv.split(/[;\t\r\n]/).map((cell) => cell.replace(/^[\s\0"\ufeff]+/, ''))
  return cells.filter((cell) => /^[=+\-@＝＋－＠]/.test(cell) && !/^-?[\d.e+-]+"*(,|$)/.test(cell))
}

describe('a table', () => {
  it('says of each value where it stands and what it is', () => {
    expect(readCsv(csvOf(asset).text)).toEqual([
      ['Group', 'Namespace', 'Key', 'JSON Pointer', 'Type', 'Value'],
      ['', '', 'assetId', '/assetId', 'string', 'urn:1'],
      ['assetMetadata', '', 'assetMetadata', '/assetMetadata', 'object', ''],
      ['assetMetadata', 'dc', 'dc:title', '/assetMetadata/dc:title', 'string', 'Tea'],
      ['assetMetadata', 'dc', 'dc:subject', '/assetMetadata/dc:subject', 'array', ''],
      ['assetMetadata', 'dc', '0', '/assetMetadata/dc:subject/0', 'string', 'a'],
      ['assetMetadata', 'dc', '1', '/assetMetadata/dc:subject/1', 'number', '2'],
      ['assetMetadata', '', 'plain', '/assetMetadata/plain', 'object', ''],
      ['assetMetadata', '', 'x:y', '/assetMetadata/plain/x:y', 'boolean', 'true'],
      ['repositoryMetadata', '', 'repositoryMetadata', '/repositoryMetadata', 'object', ''],
      ['repositoryMetadata', 'repo', 'repo:size', '/repositoryMetadata/repo:size', 'number', '10'],
    ])
  })

  it('is the same in CSV and XLSX', async () => {
    const { sheet } = await xlsxOf(asset)
    const cells = sheet.map((row) => Array.from({ length: 6 }, (_, at) => String(row[at] ?? '')))
    expect(cells).toEqual(readCsv(csvOf(asset).text))
  })
})

describe('CSV', () => {
  it('loses nothing of any document', patient, () => {
    fc.assert(
      fc.property(jsonText, (json) => {
        const [, ...lines] = readCsv(csvOf(writeJson(json)).text)
        const cells = lines.map(([, , , pointer = '', kind, value = '']) => [
          withoutCsvGuards(pointer),
          kind,
          withoutCsvGuards(value),
        ])
        expect(cells).toEqual(expectedRows(json))
      }),
      thorough,
    )
  })

  it('has no formula for a reader that splits at semicolons, whatever it makes of quotes', patient, () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', ';', '=', '"', "'", ' ', '\t', '\r', '\n', '-', '@', ',')),
        (parts) => {
          const { text } = csvOf(JSON.stringify({ v: parts.join('') }))
          expect(formulasFor(text)).toEqual([])
        },
      ),
      thorough,
    )
  })

  it('begins with a byte order mark and ends its lines with CRLF', () => {
    const { text } = csvOf('{"a":1}')
    expect([text.startsWith('\ufeff"Group"'), text.endsWith('"1"\r\n'), text.match(/[^\r]\n/)]).toEqual([
      true,
      true,
      null,
    ])
  })

  it.each(['a,b', 'a;b', 'say "x"', 'two\nlines', 'two\rlines', 'two\r\nlines', '\ufeffmark', ' spaces '])(
    'keeps %j',
    (value) => {
      expect(csvCell(value)).toBe(value)
    },
  )
})

describe('XLSX', () => {
  it('loses nothing of any document, twenty to a workbook', patient, async () => {
    const twenty = fc.tuple(...Array.from({ length: 20 }, () => jsonText))
    await fc.assert(
      fc.asyncProperty(twenty, async (items) => {
        const json: JsonText = { kind: 'array', items, space: '' }
        const [, ...lines] = (await xlsxOf(writeJson(json))).sheet
        const cells = lines.map(([, , , pointer, kind, value]) => [
          withoutGuard(String(pointer ?? '')),
          kind,
          withoutGuard(String(value ?? '')),
        ])
        expect(cells).toEqual(expectedRows(json))
      }),
      { numRuns: thorough.numRuns / 20 },
    )
  })

  it.each([
    '__proto__',
    'constructor',
    'toString',
    '_x0041_',
    '_x005F_',
    'a\r\nb',
    '\u0001',
    '\ufffd',
    '\u{1fffe}x',
  ])('keeps %j', async (value) => {
    expect(await xlsxCell(value)).toBe(value)
  })

  it.each([
    ['42', 42],
    ['-1.5', -1.5],
    ['1.0', '1.0'],
    ['9007199254740993', '9007199254740993'],
    ['1e400', '1e400'],
    ['-0', '-0'],
  ])('holds the number %s without rounding it', async (token, cell) => {
    expect((await xlsxOf(`{"v":${token}}`)).sheet[1]?.[5]).toBe(cell)
  })
})

describe('a cell that a spreadsheet would take for a formula', () => {
  const formulas = [
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\nx',
    '\0x',
    ' =1',
    '"=1',
    "'=1",
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '=cmd|"/c calc"!A1',
    '-',
    '+49 40 123',
  ]
  it.each(formulas)('has an apostrophe in front in CSV: %j', (value) => {
    expect(csvCell(value)).toBe(`'${value}`)
  })

  it.each(formulas)('has an apostrophe in front in XLSX: %j', async (value) => {
    expect(await xlsxCell(value)).toBe(`'${value}`)
  })

  it.each([
    ['a;=1', "a;'=1"],
    ['a; "=1"', 'a;\' "=1"'],
    ['a\n=1;@x', "a\n'=1;'@x"],
    ["a;'=1", "a;''=1"],
    ['1;-2', "1;'-2"],
    ['a;b=c', 'a;b=c'],
  ])('has one in CSV also where another reader would begin a cell: %j', (value, cell) => {
    expect(csvCell(value)).toBe(cell)
  })

  it('has none within in XLSX, whose cells nobody splits', async () => {
    expect(await xlsxCell('a;=1')).toBe('a;=1')
  })

  it('has it in a key as well', () => {
    expect(readCsv(csvOf('{"=x":1}').text)[1]?.[2]).toBe("'=x")
  })

  it.each(['-1', '-1.5e3', '0', 'a=b', 'e-mail@example.com', '1+1', "it's", ''])('is not %j', (value) => {
    expect(csvCell(value)).toBe(value)
  })

  it('is counted', () => {
    expect(csvOf('{"a":"=1","b":"-1","c":"@x"}').counts.guardedCells).toBe(2)
  })
})

describe('a text that is longer than a cell', () => {
  const long = 'x'.repeat(mostCellCharacters + 1)

  it('is cut, and says so', () => {
    const cell = csvCell(long) ?? ''
    expect([cell.length, cell.endsWith('… [cut]')]).toEqual([mostCellCharacters, true])
  })

  it('is counted', async () => {
    const json = JSON.stringify({ a: long, b: 'x'.repeat(mostCellCharacters) })
    expect([csvOf(json).counts.cutCells, (await xlsxOf(json)).counts.cutCells]).toEqual([1, 1])
  })

  it('is not cut through a character', () => {
    expect(csvCell(`x${'🚢'.repeat(20_000)}`)).toMatch(/^x(?:🚢)+… \[cut\]$/u)
  })
})

describe('a text that a program which reads workbooks shows as it stands in the file', () => {
  const odd = ['constructor', '__proto__', 'toString', 'x\ufffdy', '\ufffd', 'x\ufffcy']

  it.each(odd)('has no escape in XLSX: %j', async (value) => {
    const json = JSON.stringify({ a: value, b: 'constructor', c: `${value} ${value}` })
    const { sheet, texts } = await xlsxOf(json)
    expect(texts).not.toMatch(/_x[\dA-F]{4}_/)
    expect(sheet.slice(1).map((row) => row[5])).toEqual([value, 'constructor', `${value} ${value}`])
  })
})

describe('half a character', () => {
  it('becomes U+FFFD and is counted', () => {
    const { text, counts } = csvOf('{"a":"x\\ud800y"}')
    expect([readCsv(text)[1]?.[5], counts.mendedCells]).toEqual(['x\ufffdy', 1])
  })
})
