import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planAgain, planOperations } from '../../../../src/main/edit/bulk/plan-changes'
import { writeField } from '../../../../src/main/edit/field-changes'
import { isSameText, parseDocument } from '../../../../src/main/edit/json-value'
import type { BulkOperation } from '../../../../src/shared/bulk'
import { jsonKey, jsonText, writeJson } from '../../../support/json-text'
import { patient } from '../../../support/property-runs'

function plan(metadata: string, ...operations: BulkOperation[]) {
  return planOperations(parseDocument(`{"assetMetadata":${metadata}}`), operations)
}
function changed(before: string | null, after: string | null, field = 'x') {
  return { state: 'planned', changes: [{ path: [field], before, after }] }
}
const nothing = { state: 'nothing' }
function refused(code: string, field = 'x') {
  return { state: 'refused', rule: { code, field } }
}

describe('the same change', () => {
  const set = { kind: 'set', field: 'x', value: '"new"' } as const
  it.each([
    ['{}', changed(null, '"new"')],
    ['{"x":"old"}', changed('"old"', '"new"')],
    ['{"x":1.50}', changed('1.50', '"new"')],
    ['{"x":"\\u006eew"}', nothing],
    ['{"x":[]}', changed('[]', '"new"')],
    ['{"x":["old"]}', refused('other-kind')],
    ['{"x":{}}', refused('other-kind')],
    ['{"x":"a","x":"b"}', refused('twice')],
  ])('sets a value: %s', (metadata, expected) => {
    expect(plan(metadata, set)).toEqual(expected)
  })

  it.each([
    ['{}', changed(null, '"new"')],
    ['{"x":null}', changed('null', '"new"')],
    ['{"x":""}', changed('""', '"new"')],
    ['{"x":[ ]}', changed('[ ]', '"new"')],
    ['{"x":"old"}', nothing],
    ['{"x":0}', nothing],
    ['{"x":false}', nothing],
    ['{"x":["old"]}', nothing],
  ])('sets a value where it is missing: %s', (metadata, expected) => {
    expect(plan(metadata, { ...set, kind: 'set-missing' })).toEqual(expected)
  })

  it.each([
    ['{}', changed(null, '["new"]')],
    ['{"x":[]}', changed('[]', '["new"]')],
    ['{"x":["a"]}', changed('["a"]', '["a","new"]')],
    ['{"x":["new"]}', nothing],
    ['{"x":"a"}', refused('not-a-list')],
  ])('adds a value to a list: %s', (metadata, expected) => {
    expect(plan(metadata, { ...set, kind: 'add-item' })).toEqual(expected)
  })

  it.each([
    ['{}', nothing],
    ['{"x":["a"]}', nothing],
    ['{"x":["new","a","new"]}', changed('["new","a","new"]', '["a"]')],
    ['{"x":["new"]}', changed('["new"]', '[]')],
    ['{"x":"new"}', refused('not-a-list')],
  ])('removes a value from a list: %s', (metadata, expected) => {
    expect(plan(metadata, { ...set, kind: 'remove-item' })).toEqual(expected)
  })

  it.each([
    ['{}', nothing],
    ['{"x":{"y":1}}', changed('{"y":1}', null)],
  ])('removes a field: %s', (metadata, expected) => {
    expect(plan(metadata, { kind: 'remove', field: 'x' })).toEqual(expected)
  })

  it('keeps every digit of a value', () => {
    expect(plan('{"x":1}', { ...set, value: '1.0000000000000000001' })).toEqual(
      changed('1', '1.0000000000000000001'),
    )
    expect(plan('{"x":[1.50]}', { ...set, kind: 'add-item', value: '2.0' })).toEqual(
      changed('[1.50]', '[1.50,2.0]'),
    )
  })

  it.each(['repo:path', 'repositoryMetadata', 'jcr:uuid', 'dam:sha1'])('leaves %s to AEM', (field) => {
    expect(plan('{}', { ...set, field })).toEqual(refused('read-only', field))
  })

  it('leaves an asset as it is where one of several operations is refused', () => {
    const tag = { kind: 'add-item', field: 'tags', value: '"a"' } as const
    expect(plan('{"tags":"one"}', set, tag)).toEqual(refused('not-a-list', 'tags'))
    expect(plan('{}', set, tag)).toEqual({
      state: 'planned',
      changes: [
        { path: ['x'], before: null, after: '"new"' },
        { path: ['tags'], before: null, after: '["a"]' },
      ],
    })
  })

  it('replaces an object as a whole in which a field stands twice', () => {
    const body = parseDocument('{"assetMetadata":{"x":{"y":1,"y":2}}}')
    expect(planOperations(body, [{ kind: 'set', field: 'x', value: '{"y":3}' }])).toEqual({
      state: 'planned',
      changes: [{ path: ['x'], before: '{"y":1,"y":2}', after: '{"y":3}' }],
    })
  })

  it('is refused without metadata', () => {
    expect(planOperations(parseDocument('{"assetMetadata":[]}'), [set])).toEqual(refused('no-metadata'))
  })
})

const anyOperation = fc.oneof(
  fc.record({
    kind: fc.constantFrom(
      'set' as const,
      'set-missing' as const,
      'add-item' as const,
      'remove-item' as const,
    ),
    field: jsonKey.map((key) => String(JSON.parse(key))),
    value: jsonText.map(writeJson),
  }),
  fc.record({ kind: fc.constant('remove' as const), field: jsonKey.map((key) => String(JSON.parse(key))) }),
)

it('of any document is done when it has been done, and can be undone', patient, () => {
  const members = fc.array(fc.tuple(jsonKey, jsonText), { maxLength: 6 })
  fc.assert(
    fc.property(members, fc.array(anyOperation, { minLength: 1, maxLength: 3 }), (fields, operations) => {
      const text = fields.map(([key, value]) => `${key}:${writeJson(value)}`).join(',')
      const body = parseDocument(`{"assetMetadata":{${text}}}`)
      const planned = planOperations(body, operations)
      if (planned.state !== 'planned') return
      const after = planned.changes.reduce((now, change) => writeField(now, change.path, change.after), body)
      for (const change of planned.changes) expect(change.before).not.toBe(change.after)
      const back = planned.changes.map(({ path, before, after }) => ({ path, before: after, after: before }))
      const undone = planAgain(after, back)
      // Of a number that was only written in another way, there is nothing to undo.
      const isAnother = back.some(({ before, after: old }) => !isSameText(before, old, 'value'))
      if (!isAnother) return
      expect(undone.state).toBe('planned')
      if (undone.state !== 'planned') return
      const again = undone.changes.reduce((now, change) => writeField(now, change.path, change.after), after)
      expect(planAgain(again, back)).toEqual({ state: 'nothing' })
    }),
    { numRuns: 2_000 },
  )
})

it('is not undone where somebody has changed the field since', () => {
  const body = parseDocument('{"assetMetadata":{"x":"theirs","y":1}}')
  const back = [{ path: ['x'], before: '"mine"', after: '"old"' }]
  expect(planAgain(body, back)).toEqual(refused('changed-since'))
})
