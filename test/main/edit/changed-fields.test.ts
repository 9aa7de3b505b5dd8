import fc from 'fast-check'
import { expect, it } from 'vitest'
import { takeFields } from '../../../src/main/edit/changed-fields'
import { writeField } from '../../../src/main/edit/field-changes'
import { parseDocument } from '../../../src/main/edit/json-value'
import { jsonKey, jsonText, writeJson } from '../../support/json-text'
import { patient } from '../../support/property-runs'

const key = fc.constantFrom('a', 'b', 'c', '__proto__', 'ü')
const change = fc.tuple(key, fc.option(jsonText.map(writeJson), { nil: null }))

function withoutSpace(text: string): string {
  return text.replace(/\s/g, '')
}

it('leaves what changing one field after the other in the whole body would', patient, () => {
  const members = fc.array(
    fc.tuple(
      fc.oneof(
        key.map((name) => JSON.stringify(name)),
        jsonKey,
      ),
      jsonText,
    ),
    {
      maxLength: 8,
    },
  )
  fc.assert(
    fc.property(members, fc.array(change, { maxLength: 8 }), (fields, changes) => {
      const text = fields.map(([name, value]) => `${name} : ${writeJson(value)}`).join(' , ')
      const body = parseDocument(`{"x":0,"assetMetadata":{ ${text} },"y":0}`)
      const oneByOne = changes.reduce((now, [name, value]) => writeField(now, [name], value), body)
      const taken = takeFields(body)
      for (const [name, value] of changes) taken.set(name, writeField(taken.of(name), [name], value))
      const whole = taken.whole()
      expect(withoutSpace(whole.text)).toBe(withoutSpace(oneByOne.text))
      expect(whole).toEqual(parseDocument(whole.text))
    }),
    { numRuns: 5_000 },
  )
})

it('leaves every byte of what was not changed', () => {
  const body = parseDocument('{ "assetMetadata" : { "a" : 1.0 ,\n "b" : [ 2 ], "c":{"d" : 3} } }')
  const fields = takeFields(body)
  fields.set('a', writeField(fields.of('a'), ['a'], '1.50'))
  fields.set('c', writeField(fields.of('c'), ['c', 'd'], '4'))
  fields.set('e', writeField(fields.of('e'), ['e'], 'true'))
  expect(fields.whole().text).toBe(
    '{ "assetMetadata" : { "a" : 1.50 ,\n "b" : [ 2 ], "c":{"d" : 4},"e":true } }',
  )
})
