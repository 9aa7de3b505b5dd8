import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ListItem, pairItems } from '../../../../src/renderer/features/kept/changes/pair-items'

const kinds = ['object', 'array', 'string', 'number'] as const

function itemsOf(contents: readonly number[]): ListItem[] {
  return contents.map((content, row) => ({ row, kind: kinds[content % kinds.length] ?? 'null', content }))
}

const list = fc.array(fc.nat(6), { maxLength: 12 }).map(itemsOf)

/** The most items that can stay where they are among their neighbours, found by the table of the textbook. */
function longestCommon(before: readonly ListItem[], after: readonly ListItem[]): number {
  let above = Array.from({ length: after.length + 1 }, () => 0)
  for (const { content } of before) {
    const line = [0]
    for (const [at, other] of after.entries()) {
      const best = Math.max(line[at] ?? 0, above[at + 1] ?? 0)
      line.push(other.content === content ? (above[at] ?? 0) + 1 : best)
    }
    above = line
  }
  return above.at(-1) ?? 0
}

describe('the pairs of any two lists', () => {
  it('hold both lists, each in its order', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const pairs = pairItems(before, after)
        expect(pairs.flatMap((pair) => pair.before ?? [])).toEqual(before)
        expect(pairs.flatMap((pair) => pair.after ?? [])).toEqual(after)
      }),
      { numRuns: 10_000 },
    )
  })

  it('leave as many items unchanged as can be', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const same = pairItems(before, after).filter((pair) => pair.before?.content === pair.after?.content)
        expect(same.length).toBe(longestCommon(before, after))
      }),
      { numRuns: 10_000 },
    )
  })
})

describe('lists that have too little in common', () => {
  function numbers(length: number, from: number) {
    return Array.from({ length }, (_, at) => (from + at) * 4)
  }

  it('are compared place by place', () => {
    const before = itemsOf([...numbers(2_000, 0), 1])
    const after = itemsOf([...numbers(2_000, 5_000), 1])
    const places = pairItems(before, after).map((pair) => [pair.before?.row, pair.after?.row])
    expect(places).toEqual(before.map(({ row }) => [row, row]))
  })
})
