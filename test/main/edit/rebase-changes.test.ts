import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareMetadata } from '../../../src/main/edit/field-changes'
import { parseDocument } from '../../../src/main/edit/json-value'
import { rebaseChanges, reverseChanges, settleConflicts } from '../../../src/main/edit/rebase-changes'

type Fields = Record<string, unknown>

function documentOf(fields: Fields) {
  return parseDocument(JSON.stringify({ assetMetadata: fields }))
}

function merge(base: Fields, mine: Fields, theirs: Fields) {
  const changes = compareMetadata(documentOf(base), documentOf(mine), 'digits')
  return { changes, ...rebaseChanges(changes, documentOf(theirs)) }
}

function fieldsOf({ text }: { text: string }): Fields {
  return JSON.parse(text).assetMetadata
}

it('merges fields that one side changed', () => {
  const { body, conflicts, merged } = merge({ a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 3, c: 4 })
  expect([fieldsOf(body), conflicts, merged]).toEqual([{ a: 2, b: 3, c: 4 }, [], 1])
})

it('has nothing left of what both sides changed alike', () => {
  const { body, conflicts, merged } = merge({ a: 1 }, { a: 2 }, { a: 2.0 })
  expect([fieldsOf(body), conflicts, merged]).toEqual([{ a: 2 }, [], 0])
})

it.each<[string, Fields, Fields, Fields]>([
  ['both gave another value', { a: 1 }, { a: 2 }, { a: 3 }],
  ['one removed it, the other changed it', { a: 1 }, {}, { a: 3 }],
  ['one changed it, the other removed it', { a: 1 }, { a: 2 }, {}],
  ['both added it', {}, { a: 2 }, { a: 3 }],
  ['both changed a list', { a: [1] }, { a: [1, 2] }, { a: [1, 3] }],
  ['a field was changed in an object that is gone', { a: { b: 1 } }, { a: { b: 2 } }, {}],
  ['a field was added to an object that is gone', { a: {} }, { a: { b: 2 } }, {}],
  ['a field was added to what is no object now', { a: {} }, { a: { b: 2 } }, { a: 'x' }],
])('asks where %s', (_, base, mine, theirs) => {
  const { body, conflicts } = merge(base, mine, theirs)
  expect(conflicts).toHaveLength(1)
  expect(fieldsOf(body)).toEqual(theirs)
  expect(fieldsOf(settleConflicts(body, conflicts, ['mine']))).toEqual(mine)
  expect(fieldsOf(settleConflicts(body, conflicts, ['theirs']))).toEqual(theirs)
})

describe('of any three versions', () => {
  const fields = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.oneof(
      fc.integer({ min: 0, max: 2 }),
      fc.dictionary(fc.constantFrom('x', 'y'), fc.integer({ min: 0, max: 2 })),
    ),
  )

  it('loses no change of either side without asking', () => {
    fc.assert(
      fc.property(fields, fields, fields, (base, mine, theirs) => {
        const { body, changes, conflicts } = merge(base, mine, theirs)
        const settled = settleConflicts(
          body,
          conflicts,
          conflicts.map(() => 'mine'),
        )
        const left = compareMetadata(settled, documentOf(mine), 'value')
        const ofMine = changes.map(({ path }) => path.join('/'))
        // What still differs from mine is what they changed.
        expect(left.filter(({ path }) => ofMine.includes(path.join('/')))).toEqual([])
        const conflicted = conflicts.map(({ path }) => path.join('/'))
        const lost = compareMetadata(documentOf(theirs), body, 'value').filter(
          ({ path }) => !ofMine.includes(path.join('/')),
        )
        expect([lost, conflicted.every((path) => ofMine.includes(path))]).toEqual([[], true])
      }),
      { numRuns: 5_000 },
    )
  })

  it('is undone by the reverse', () => {
    fc.assert(
      fc.property(fields, fields, (base, mine) => {
        const changes = compareMetadata(documentOf(base), documentOf(mine), 'digits')
        const { body, conflicts } = rebaseChanges(reverseChanges(changes), documentOf(mine))
        expect([fieldsOf(body), conflicts]).toEqual([base, []])
      }),
      { numRuns: 2_000 },
    )
  })
})
