import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Change,
  changesToShow,
  type DiffTable,
  type DiffValue,
  diffTables,
  isSameValue,
  tableOf,
} from '../../../src/renderer/features/keep/diff-rows'
import { bodyText, jsonText } from '../tree/arbitrary-json'
import { documentOf } from '../tree/json-nodes'

const tableOfText = (text: string): DiffTable => tableOf(documentOf(text))
const diffTexts = (before: string, after: string) => diffTables(tableOfText(before), tableOfText(after))

/** What the changes make of a table: removals from the end, so that places stay what they are. */
const apply = (table: DiffTable, changes: readonly Change[]): Map<string, DiffValue[]> => {
  const result = new Map([...table].map(([pointer, values]) => [pointer, [...values]]))
  const inOrder = (change: Change) => (change.after === null ? -change.occurrence : change.occurrence)
  for (const change of [...changes].sort((one, other) => inOrder(one) - inOrder(other))) {
    const values = result.get(change.pointer) ?? []
    if (change.after === null) values.splice(change.occurrence, 1)
    else values[change.occurrence] = change.after
    if (values.length === 0) result.delete(change.pointer)
    else result.set(change.pointer, values)
  }
  return result
}

const isSameTable = (one: DiffTable, other: DiffTable): boolean =>
  one.size === other.size &&
  [...one].every(([pointer, values]) => {
    const others = other.get(pointer) ?? []
    return (
      values.length === others.length &&
      values.every((value, index) => {
        const twin = others[index]
        return twin !== undefined && isSameValue(value, twin)
      })
    )
  })

/** A line for each change: pointer, old text, new text. */
const linesOf = (before: string, after: string): string[] =>
  changesToShow(diffTexts(before, after)).map(
    (change) => `${change.pointer} ${change.before?.token ?? '-'} ${change.after?.token ?? '-'}`,
  )

describe('the changes of any two texts', () => {
  it('lead from the old table to the new one', () => {
    fc.assert(
      fc.property(bodyText, bodyText, (before, after) => {
        const { changes } = diffTexts(before, after)
        expect(isSameTable(apply(tableOfText(before), changes), tableOfText(after))).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  it('lead back from the new one when they are turned round', () => {
    fc.assert(
      fc.property(jsonText, jsonText, (before, after) => {
        const { changes } = diffTexts(after, before)
        expect(isSameTable(apply(tableOfText(after), changes), tableOfText(before))).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it('are none for the same text, with every value unchanged', () => {
    fc.assert(
      fc.property(bodyText, (text) => {
        const { changes, unchanged } = diffTexts(text, text)
        const alone = [...tableOfText(text).values()]
          .flat()
          .filter(({ kind, isEmpty }) => (kind !== 'object' && kind !== 'array') || isEmpty)
        expect([changes, unchanged]).toEqual([[], alone.length])
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('a change', () => {
  it.each([
    ['a value', '{"a":"x"}', '{"a":"y"}', ['/a "x" "y"']],
    ['a digit that means nothing', '{"a":1}', '{"a":1.0}', ['/a 1 1.0']],
    [
      'a digit beyond the precision of numbers',
      '{"a":18446744073709551615}',
      '{"a":18446744073709551614}',
      ['/a 18446744073709551615 18446744073709551614'],
    ],
    ['a number that becomes a text', '{"a":1}', '{"a":"1"}', ['/a 1 "1"']],
    ['a field that came', '{}', '{"a":null}', ['/a - null']],
    ['a field that went', '{"a":null,"b":1}', '{"b":1}', ['/a null -']],
    ['an object that came with members', '{"k":0}', '{"k":0,"a":{"b":1}}', ['/a/b - 1']],
    ['an empty object that came', '{"k":0}', '{"k":0,"a":{}}', ['/a - ']],
    ['a list that becomes an object', '{"a":[1]}', '{"a":{"0":1}}', ['/a  ']],
    ['the second of two equal keys', '{"a":1,"a":2}', '{"a":1,"a":3}', ['/a 2 3']],
    ['characters that a pointer escapes', '{"a/b~c":1}', '{"a/b~c":2}', ['/a~1b~0c 1 2']],
    ['a key that objects have by nature', '{"__proto__":1}', '{"__proto__":2}', ['/__proto__ 1 2']],
  ])('is seen: %s', (_name, before, after, lines) => {
    expect(linesOf(before, after)).toEqual(lines)
  })

  it.each([
    ['the order of fields', '{"a":1,"b":2}', '{"b":2,"a":1}'],
    ['spacing', '{"a":[1,2]}', '{ "a" : [ 1,\n2 ] }'],
    ['how a text is escaped', '{"a":"é"}', '{"a":"\\u00e9"}'],
    ['how a key is escaped', '{"é":1}', '{"\\u00e9":1}'],
  ])('is not: %s', (_name, before, after) => {
    expect(linesOf(before, after)).toEqual([])
  })
})
