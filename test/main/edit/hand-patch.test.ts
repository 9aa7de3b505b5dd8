import { describe, expect, it } from 'vitest'
import { applyPatch, readPatch } from '../../../src/main/edit/hand-patch'
import { parseDocument } from '../../../src/main/edit/json-value'

const body = parseDocument(
  '{"assetMetadata":{"dc:title":"Harbour","n":1.50,"tags":["a","b","a"],"people":[{"@key":"ann","role":"author"}]}}',
)

function patch(operations: unknown) {
  const { operations: read, problems, barePaths } = readPatch(JSON.stringify(operations))
  const { body: patched, problem } = applyPatch(body, read)
  return { problems: problem === null ? problems : [problem], barePaths, text: patched.text }
}

function fieldsAfter(...operations: object[]): Record<string, unknown> {
  const { problems, text } = patch(operations)
  expect(problems).toEqual([])
  return JSON.parse(text).assetMetadata
}

it('understands what the tutorial sends', () => {
  const { problems, barePaths, text } = patch([{ op: 'add', path: 'foo', value: 'bar' }])
  expect([problems, barePaths, JSON.parse(text).assetMetadata.foo]).toEqual([[], ['foo'], 'bar'])
})

describe('the operations that AEM adds', () => {
  it.each([
    ['set', { op: 'set', path: '/new', value: 1 }, { new: 1 }],
    [
      'addUnique, of what is there',
      { op: 'addUnique', path: '/tags', value: 'b' },
      { tags: ['a', 'b', 'a'] },
    ],
    [
      'addUnique, of what is not',
      { op: 'addUnique', path: '/tags', value: 'c' },
      { tags: ['a', 'b', 'a', 'c'] },
    ],
    ['addUnique, without a list', { op: 'addUnique', path: '/other', value: 'c' }, { other: ['c'] }],
    ['removeFirst', { op: 'removeFirst', path: '/tags', value: 'a' }, { tags: ['b', 'a'] }],
    ['removeAll', { op: 'removeAll', path: '/tags', value: 'a' }, { tags: ['b'] }],
    [
      '@key',
      { op: 'replace', path: '/people/ann/role', value: 'editor' },
      { people: [{ '@key': 'ann', role: 'editor' }] },
    ],
  ])('%s', (_, operation, expected) => {
    expect(fieldsAfter(operation)).toMatchObject(expected)
  })

  it('removeIfExists does nothing where there is nothing', () => {
    expect(patch([{ op: 'removeIfExists', path: '/nowhere' }]).text).toBe(body.text)
    expect(fieldsAfter({ op: 'removeIfExists', path: '/n' })).not.toHaveProperty('n')
  })
})

it('takes paths with and without assetMetadata', () => {
  expect(fieldsAfter({ op: 'remove', path: '/assetMetadata/dc:title' })).toEqual(
    fieldsAfter({ op: 'remove', path: '/dc:title' }),
  )
})

it('changes nothing where one operation cannot be applied', () => {
  const { problems, text } = patch([
    { op: 'replace', path: '/dc:title', value: 'New' },
    { op: 'test', path: '/n', value: 2 },
  ])
  expect([problems, text]).toEqual([[{ operation: 1, code: 'test-failed', path: '/n' }], body.text])
})

it.each([
  ['not JSON', '[', null, 'not-json'],
  ['no list', '{}', null, 'not-a-list'],
  ['no object', '["add"]', 0, 'not-an-operation'],
  ['no op', '[{"path":"/a"}]', 0, 'no-op'],
  ['another op', '[{"op":"merge","path":"/a"}]', 0, 'unknown-op'],
  ['no path', '[{"op":"remove"}]', 0, 'no-path'],
  ['an escape that is none', '[{"op":"remove","path":"/a~2"}]', 0, 'bad-path'],
  ['the metadata as a whole', '[{"op":"remove","path":""}]', 0, 'bad-path'],
  ['no value', '[{"op":"add","path":"/a"}]', 0, 'no-value'],
  ['no from', '[{"op":"move","path":"/a"}]', 0, 'no-from'],
  ['what is read-only', '[{"op":"remove","path":"/repositoryMetadata/repo:path"}]', 0, 'read-only'],
])('says what is wrong: %s', (_, text, operation, code) => {
  expect(readPatch(text).problems).toMatchObject([{ operation, code }])
})

it('moves and copies from one field to another, in the order in which they are written', () => {
  const { problems, text } = patch([
    { op: 'move', from: '/tags/0', path: '/first' },
    { op: 'copy', from: '/people/ann/role', path: '/tags/-' },
    { op: 'move', from: '/n', path: '/first' },
  ])
  expect([problems, text]).toEqual([
    [],
    '{"assetMetadata":{"dc:title":"Harbour","tags":["b","a","author"],"people":[{"@key":"ann","role":"author"}],"first":1.50}}',
  ])
})
