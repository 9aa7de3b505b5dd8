import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replaceRow } from '../../../src/main/edit/replace-row'
import { tabulateJson } from '../../../src/main/metadata/tabulate-json'
import { arrangeRows } from '../../../src/renderer/features/metadata/rows/display-rows'
import { hasSameShape } from '../../../src/renderer/features/metadata/rows/same-shape'
import { rowAtPath, rowsAtPaths } from '../../../src/renderer/model/document/json-pointer'
import { countRows, rowKind } from '../../../src/shared/metadata-rows'

const key = fc.constantFrom('dc:title', 'dc:title_xmpArrayType', 'dc:subject', 'xmp:a', 'plain', '"')
const value = fc.jsonValue({ maxDepth: 2 })
const answer = fc.record({
  assetMetadata: fc.dictionary(key, value),
  repositoryMetadata: fc.dictionary(key, value),
})

function documentOf(content: unknown) {
  const text = JSON.stringify(content)
  return { text, rows: tabulateJson(text) }
}

describe('two documents of the same shape', () => {
  it('are arranged alike', () => {
    fc.assert(
      fc.property(answer, fc.nat(), value, (content, at, typed) => {
        const one = documentOf(content)
        const other = replaceRow(one, at % countRows(one.rows), documentOf(typed))
        if (!hasSameShape(one, other)) return
        for (const grouping of ['namespace', 'meaning'] as const) {
          expect({ ...arrangeRows(one, grouping), document: other }).toEqual(arrangeRows(other, grouping))
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('are found where a value of the same kind was typed', () => {
    fc.assert(
      fc.property(answer, fc.nat(), fc.string(), (content, at, typed) => {
        const one = documentOf(content)
        const row = at % countRows(one.rows)
        fc.pre(rowKind(one.rows, row) === 'string')
        expect(hasSameShape(one, replaceRow(one, row, documentOf(typed)))).toBe(true)
      }),
    )
  })

  it.each([
    ['{"a":1}', '{"b":1}'],
    ['{"a":1,"b":2}', '{"b":1,"a":2}'],
    ['{"a":1}', '{"a":"1"}'],
    ['{"a":[1],"b":2}', '{"a":[],"b":[2]}'],
  ])('are not %s and %s', (one, other) => {
    expect(
      hasSameShape({ text: one, rows: tabulateJson(one) }, { text: other, rows: tabulateJson(other) }),
    ).toBe(false)
  })
})

it('rows at several paths are those at each of them', () => {
  fc.assert(
    fc.property(answer, fc.array(fc.array(fc.oneof(key, fc.nat(2)), { maxLength: 3 })), (content, paths) => {
      const document = documentOf(content)
      const all = paths.map((path) => ['assetMetadata', ...path])
      const each = all.map((path) => rowAtPath(document, path)).filter((row) => row >= 0)
      expect(new Set(rowsAtPaths(document, all))).toEqual(new Set(each))
    }),
    { numRuns: 2_000 },
  )
})
