import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partOf, partsOf } from '../../../../src/renderer/features/metadata/copy/copied-text'
import { arrangeRows, cellOf } from '../../../../src/renderer/features/metadata/rows/display-rows'
import { dottedPathOf, jsonPathOf, pathOf } from '../../../../src/renderer/model/document/json-pointer'
import type { CopiedPart } from '../../../../src/shared/metadata'
import { patient, thorough } from '../../../support/property-runs'
import { bodyText } from '../../support/arbitrary-json'
import { documentOf, readNodes } from '../../support/json-nodes'

type Step = string | number

/** The steps of a normalized path of RFC 9535, by its own grammar. */
function readJsonPath(path: string): Step[] {
  return [...path.slice(1).matchAll(/\[(?:(\d+)|'((?:[^'\\]|\\.)*)')\]/gs)].map(([, index, name]) =>
    index === undefined
      ? JSON.parse(`"${(name ?? '').replaceAll("\\'", "'").replace(/(?<!\\)((?:\\\\)*)"/g, '$1\\"')}"`)
      : Number(index),
  )
}

/** The steps of a dotted path. */
function readDottedPath(path: string): Step[] {
  return [...path.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|\.?([^.[\]]+)/gs)].map(
    ([, index, quoted, plain]) =>
      index !== undefined ? Number(index) : quoted !== undefined ? JSON.parse(quoted) : (plain ?? ''),
  )
}

describe('paths', () => {
  it.each([
    ['{"a":{"dc:title":[1]}}', "$['a']['dc:title'][0]", 'a.dc:title[0]'],
    [`{"it's":{"a.b":1}}`, "$['it\\'s']['a.b']", `["it's"]["a.b"]`],
    ['{"\\n":{"":1}}', "$['\\n']['']", '["\\n"][""]'],
    ['[{"x":1}]', "$[0]['x']", '[0].x'],
  ])('of the innermost value of %s', (text, jsonPath, dottedPath) => {
    const document = documentOf(text)
    const row = readNodes(text).length - 1
    expect(jsonPathOf(document, row)).toBe(jsonPath)
    expect(dottedPathOf(document, row)).toBe(dottedPath)
  })

  it('lead back to the value, whatever its keys are', patient, () => {
    fc.assert(
      fc.property(bodyText, (text) => {
        const document = documentOf(text)
        const rows = readNodes(text).map(({ row }) => row)
        const steps = rows.map((row) => pathOf(document, row))
        expect(rows.map((row) => readJsonPath(jsonPathOf(document, row)))).toEqual(steps)
        expect(rows.map((row) => readDottedPath(dottedPathOf(document, row)))).toEqual(steps)
      }),
      thorough,
    )
  })
})

describe('partOf', () => {
  const text = '{"assetMetadata":{"dc:title":"A \\"b\\"","dc:list":[1.0,  2]}}'
  const display = arrangeRows(documentOf(text))
  function idOf(source: number) {
    return display.source.indexOf(source)
  }

  it.each<[CopiedPart, string]>([
    ['value', 'A "b"'],
    ['key', 'dc:title'],
    ['pointer', '/assetMetadata/dc:title'],
    ['jsonPath', "$['assetMetadata']['dc:title']"],
    ['dottedPath', 'assetMetadata.dc:title'],
    ['keyValue', 'dc:title: A "b"'],
    ['json', '"A \\"b\\""'],
  ])('gives the %s', (part, expected) => {
    expect(partOf(display, idOf(2), part)).toBe(expected)
  })

  it('gives the JSON of a branch as it stands in the body', () => {
    expect(partOf(display, idOf(3), 'json')).toBe('[1.0,  2]')
  })

  it('joins several rows by line, without those that have no such part', () => {
    const ids = [idOf(2), idOf(4), idOf(5)]
    expect(partsOf(display, ids, 'value')).toBe('A "b"\n1.0\n2')
    expect(partsOf(display, ids, 'key')).toBe('dc:title')
    expect(partsOf(display, [display.source.indexOf(-1)], 'value')).toBeNull()
    expect(cellOf(display.source, idOf(4))).toBe(4)
  })
})
