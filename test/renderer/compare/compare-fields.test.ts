import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ComparedField,
  compareFields,
  mergedOrder,
} from '../../../src/renderer/features/compare/comparison/compare-fields'
import { createNumbering, numberContents } from '../../../src/renderer/model/document/diff-document'
import { bodyText } from '../support/arbitrary-json'
import { documentOf } from '../support/json-nodes'

function compareTexts(...texts: readonly (string | null)[]): readonly ComparedField[] {
  return compareFields(texts.map((text) => (text === null ? null : documentOf(text))))
}

function linesOf(...texts: readonly (string | null)[]): string[] {
  return compareTexts(...texts).map(({ pointer, difference }) => `${pointer} ${difference}`)
}

/** Bodies that have much in common, and those that can be anything. */
const someBody = fc.oneof(
  fc
    .dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 3 })
    .map((value) => JSON.stringify({ assetMetadata: value })),
  bodyText,
)

describe('fields of several assets', () => {
  it('are equal, differ, or are only in some', () => {
    expect(
      linesOf('{"m":{"same":1,"other":"x","mine":true}}', '{"m":{"other":"y","same":1,"theirs":null}}'),
    ).toEqual(['/m/same equal', '/m/theirs partly', '/m/other differs', '/m/mine partly'])
  })

  it('are compared digit by digit, and texts by their characters', () => {
    expect(
      linesOf(
        '{"n":1.0,"big":12345678901234567890,"t":"\\u0061","s":"1"}',
        '{"n":1,"big":12345678901234567891,"t":"a","s":1}',
      ),
    ).toEqual(['/n differs', '/big differs', '/t equal', '/s differs'])
  })

  it('are told of each of two equal keys', () => {
    const fields = compareTexts('{"m":{"k":1,"k":2}}', '{"m":{"k":1,"k":3}}')
    expect(fields.map(({ occurrence, difference }) => [occurrence, difference])).toEqual([
      [0, 'equal'],
      [1, 'differs'],
    ])
  })

  it('tell an object with members by them, and an empty one as itself', () => {
    expect(linesOf('{"o":{"a":{"b":1}},"e":{}}', '{"o":{"a":{"b":2}},"e":{"x":1}}')).toEqual([
      '/o/a/b differs',
      '/e/x partly',
      '/e partly',
    ])
  })

  it('go on without an asset that could not be read', () => {
    const fields = compareTexts('{"a":1}', null, '{"a":1}')
    expect(fields).toMatchObject([{ difference: 'equal', cells: [{ row: 1 }, null, { row: 1 }] }])
    expect(linesOf('{"a":1}', null)).toEqual(['/a alone'])
    expect(compareTexts(null, null)).toEqual([])
  })

  it('of ten thousand levels are compared as one value', () => {
    function deep(leaf: number): string {
      return `${'{"a":'.repeat(10_000)}${leaf}${'}'.repeat(10_000)}`
    }
    expect(compareTexts(deep(1), deep(2)).map(({ difference }) => difference)).toEqual(['differs'])
  })

  it('are all equal exactly when the assets are', () => {
    fc.assert(
      fc.property(someBody, someBody, (one, other) => {
        const numbering = createNumbering()
        const [a, b] = [one, other].map((text) => numberContents(documentOf(text), numbering)[0])
        expect(compareTexts(one, other).every(({ difference }) => difference === 'equal')).toBe(a === b)
      }),
    )
  })

  it('are the same whichever asset comes first, and each is told once', () => {
    fc.assert(
      fc.property(fc.array(someBody, { minLength: 2, maxLength: 4 }), (texts) => {
        const fields = compareTexts(...texts)
        const reversed = compareTexts(...texts.toReversed())
        const told = fields.map(({ id, difference }) => `${id} ${difference}`)
        expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length)
        expect(told.toSorted()).toEqual(
          reversed.map(({ id, difference }) => `${id} ${difference}`).toSorted(),
        )
      }),
    )
  })

  it('belong to exactly the class that their cells say', () => {
    fc.assert(
      fc.property(fc.array(someBody, { minLength: 2, maxLength: 4 }), (texts) => {
        for (const { cells, difference } of compareTexts(...texts)) {
          const present = cells.filter((cell) => cell !== null)
          const contents = new Set(present.map(({ content }) => content))
          const expected =
            present.length < texts.length ? 'partly' : contents.size === 1 ? 'equal' : 'differs'
          expect(difference).toBe(expected)
        }
      }),
    )
  })
})

describe('the order of several lists', () => {
  it('keeps that of the first, and has each item once', () => {
    const list = fc.uniqueArray(fc.constantFrom(...'abcdefgh'))
    fc.assert(
      fc.property(fc.array(list, { maxLength: 4 }), (lists) => {
        const order = mergedOrder(lists)
        expect(new Set(order)).toEqual(new Set(lists.flat()))
        expect(order).toHaveLength(new Set(lists.flat()).size)
        expect(order.filter((item) => lists[0]?.includes(item))).toEqual(lists[0] ?? [])
      }),
    )
  })

  it('puts what only another list has where it is there', () => {
    expect(
      mergedOrder([
        ['a', 'b'],
        ['x', 'a', 'y', 'z', 'b', 'w'],
      ]),
    ).toEqual(['x', 'a', 'y', 'z', 'b', 'w'])
  })
})
