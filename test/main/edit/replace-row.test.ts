import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareMetadata } from '../../../src/main/edit/field-changes'
import { parseDocument } from '../../../src/main/edit/json-value'
import { replaceRow } from '../../../src/main/edit/replace-row'
import { deepestNesting } from '../../../src/main/metadata/tabulate-json'
import { countRows } from '../../../src/shared/metadata-rows'

const json = fc.jsonValue({ maxDepth: 4 })
const white = fc.constantFrom('', ' ', '\n\t')

describe('a value in place of another', () => {
  it('leaves what reading the whole text would', () => {
    fc.assert(
      fc.property(json, json, fc.nat(), fc.constantFrom(0, 2), white, (whole, value, at, indent, around) => {
        const document = parseDocument(JSON.stringify(whole, null, indent))
        const token = parseDocument(around + JSON.stringify(value, null, indent) + around)
        const replaced = replaceRow(document, at % countRows(document.rows), token)
        expect(replaced).toEqual(parseDocument(replaced.text))
      }),
      { numRuns: 2_000 },
    )
  })

  it('is refused where it would stand too deep', () => {
    const document = parseDocument(`${'['.repeat(deepestNesting - 1)}0${']'.repeat(deepestNesting - 1)}`)
    const last = countRows(document.rows) - 1
    expect(replaceRow(document, last, parseDocument('[]')).rows.length).toBe(document.rows.length)
    expect(() => replaceRow(document, last, parseDocument('[[]]'))).toThrow('Below')
  })
})

const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f"', '\\g'), json)

/** `indent` sets two texts of the same fields apart from their second character on. */
function changesOf(before: unknown, after: unknown, indent: number) {
  const [old, now] = [before, after].map((assetMetadata) => ({ assetMetadata }))
  const found = compareMetadata(
    parseDocument(JSON.stringify(old, null, indent)),
    parseDocument(JSON.stringify(now)),
    'digits',
  )
  return found.map((change) => ({
    path: change.path,
    before: change.before === null ? null : JSON.parse(change.before),
    after: change.after === null ? null : JSON.parse(change.after),
  }))
}

describe('the changes of an object', () => {
  it('are the same where the texts have almost everything in common', () => {
    fc.assert(
      fc.property(fields, fields, (before, added) => {
        const after = { ...before, ...added }
        expect(changesOf(before, after, 0)).toEqual(changesOf(before, after, 1))
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    ['{"a":1,"b":2,"a":3}', '{"a":4,"b":2,"a":3}', []],
    ['{"a":1,"b":2,"a":3}', '{"a":1,"b":2,"a":4}', ['a']],
    ['{"a":1,"b":2}', '{"a":12,"b":2}', ['a']],
    ['{"a":"","b":"c"}', '{"a":"","b":"","c":"c"}', ['b', 'c']],
    ['{"b":2}', '{"a":1,"b":2}', ['a']],
    ['{"a":1,"b":2}', '{"b":2}', ['a']],
  ])('of %s and %s are found', (before, after, changed) => {
    const [old, now] = [before, after].map((text) => parseDocument(`{"assetMetadata":${text}}`))
    if (!old || !now) throw new Error('Nothing to compare')
    expect(compareMetadata(old, now, 'digits').map(({ path }) => path.join('/'))).toEqual(changed)
  })
})
