import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesToShow, diffDocuments } from '../../../../src/renderer/features/kept/changes/diff-rows'
import { applyChanges, hasKeyTwice, plainOf } from '../../support/apply-changes'
import { bodyText } from '../../support/arbitrary-json'
import { documentOf, readNodes } from '../../support/json-nodes'

function diffTexts(before: string, after: string) {
  return diffDocuments(documentOf(before), documentOf(after))
}

/** A line for each change: pointer, old text, new text. */
function linesOf(before: string, after: string): string[] {
  return changesToShow(diffTexts(before, after)).map(
    (change) => `${change.pointer} ${change.before?.token ?? '-'} ${change.after?.token ?? '-'}`,
  )
}

/** Values that are told by a line of their own: literals, and objects and lists without members. */
function countAlone(text: string): number {
  return readNodes(text).filter(({ children }) => children.length === 0).length
}

/** Texts of so few values that two of them have some in common. */
const few = fc.constantFrom(
  '1',
  '1.0',
  '"a"',
  '"\\u0061"',
  'null',
  '{}',
  '[1]',
  '[1,"a"]',
  '{"a":1}',
  '{"a":[1,null]}',
)
const fewItems = fc.array(few, { maxLength: 6 }).map((items) => `[${items.join(', ')}]`)
const twoAkin = fc
  .tuple(fewItems, fewItems, few, few)
  .chain(([one, other, a, b]) =>
    fc.constantFrom<[string, string]>(
      [one, other],
      [`{"a/b":${one},"~1":${a}}`, `{"~1":${b},"a/b":${other}}`],
      [`[${a},${one},${b}]`, `[${one},${b},${other}]`],
    ),
  )
const twoOfAnyKind = fc
  .tuple(bodyText, bodyText)
  .filter(([before, after]) => !hasKeyTwice(before) && !hasKeyTwice(after))

describe('the changes of any two texts', () => {
  it.each([
    ['that have much in common', twoAkin, 10_000],
    ['whatever they are', twoOfAnyKind, 500],
  ])('lead from the old one to the new one, %s', { timeout: 60_000 }, (_name, texts, numRuns) => {
    fc.assert(
      fc.property(texts, ([before, after]) => {
        expect(applyChanges(before, diffTexts(before, after).changes)).toEqual(plainOf(after))
      }),
      { numRuns },
    )
  })

  it('have each a place of its own, also where a key stands twice', () => {
    fc.assert(
      fc.property(bodyText, bodyText, (before, after) => {
        const places = diffTexts(before, after).changes.map(
          (change) => `${change.after === null} ${change.occurrence} ${change.pointer}`,
        )
        expect(new Set(places).size).toBe(places.length)
      }),
      { numRuns: 1_000 },
    )
  })

  it('are none for the same text, with every value unchanged', () => {
    fc.assert(
      fc.property(bodyText, (text) => {
        expect(diffTexts(text, text)).toEqual({ changes: [], unchanged: countAlone(text) })
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
    ['a list that becomes an object', '{"a":[1]}', '{"a":{"0":1}}', ['/a  ', '/a/0 1 -', '/a/0 - 1']],
    ['an item put in between', '{"a":["x","y","z"]}', '{"a":["x","new","y","z"]}', ['/a/1 - "new"']],
    ['an item taken away', '{"a":["x","y","z"]}', '{"a":["y","z"]}', ['/a/0 "x" -']],
    ['an item that moved', '{"a":["x","y","z"]}', '{"a":["z","x","y"]}', ['/a/0 - "z"', '/a/2 "z" -']],
    [
      'a change inside an item',
      '[{"a":1,"b":1},{"a":2}]',
      '[{"a":1,"b":9},{"new":0},{"a":2}]',
      ['/0/b 1 9', '/1/new - 0'],
    ],
    ['a text in place of a number', '[1,2,3]', '[1,"2",3]', ['/1 2 "2"']],
    ['an object in place of a text', '["x","y"]', '["x",{"k":1}]', ['/1 "y" -', '/1/k - 1']],
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
    ['spacing and order in the items of a list', '[{"a":1,"b":2},3]', '[ { "b":2, "a":1 }, 3 ]'],
    ['how a key is escaped', '{"é":1}', '{"\\u00e9":1}'],
  ])('is not: %s', (_name, before, after) => {
    expect(linesOf(before, after)).toEqual([])
  })
})
