import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AssetFacts,
  factsOf,
  newestOf,
  relateFiles,
} from '../../../src/renderer/features/compare/comparison/asset-facts'
import { compareFields } from '../../../src/renderer/features/compare/comparison/compare-fields'
import { createExpectation, namesIn } from '../../../src/renderer/features/compare/comparison/expected-fields'
import { countRows, differencesIn, rowsOf } from '../../../src/renderer/features/compare/comparison-rows'
import { canBeEdited, editFor, repeatedFields } from '../../../src/renderer/features/compare/take-over'
import { usualDifferences } from '../../../src/shared/compare'
import { documentOf } from '../support/json-nodes'

function fieldAt(pointer: string) {
  const path = pointer.split('/').slice(1)
  return { pointer, path }
}

describe('the profile of what always differs', () => {
  it('names keys, with any characters for an asterisk, wherever they stand', () => {
    const expects = createExpectation(['repo:etag', 'jcr:last*'])
    const named = ['/repositoryMetadata/repo:etag', '/assetMetadata/jcr:lastModifiedBy', '/x/repo:etag/y']
    expect(named.map((pointer) => expects(fieldAt(pointer)))).toEqual([true, true, true])
    const others = ['/repositoryMetadata/repo:etags', '/repositoryMetadata/repo.etag', '/a/jcr:las']
    expect(others.map((pointer) => expects(fieldAt(pointer)))).toEqual([false, false, false])
  })

  it('names a JSON Pointer with all below it', () => {
    const expects = createExpectation(['/assetMetadata/a'])
    const pointers = ['/assetMetadata/a', '/assetMetadata/a/b', '/assetMetadata/ab', '/x/assetMetadata/a']
    expect(pointers.map((pointer) => expects(fieldAt(pointer)))).toEqual([true, true, false, false])
  })

  it('takes every name by its characters, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const name = text.replaceAll('*', '').replace(/^\/+/, '') || 'x'
        expect(createExpectation([name])({ pointer: '/other', path: [name] })).toBe(true)
        expect(createExpectation([name])({ pointer: '/other', path: [`${name}.`] })).toBe(false)
      }),
    )
  })

  it('expects nothing where it is empty', () => {
    expect(createExpectation([])(fieldAt('/a'))).toBe(false)
    expect(namesIn(' a \r\n\n b\na')).toEqual(['a', 'b'])
  })

  it('never changes how many fields there are, only how they are counted', () => {
    const texts = ['{"r":{"repo:etag":"1","x":1},"s":1}', '{"r":{"repo:etag":"2","x":2},"s":1}']
    const fields = compareFields(texts.map(documentOf))
    const rows = rowsOf(fields, createExpectation(usualDifferences))
    expect(countRows(rows, false)).toEqual({ differing: 1, equal: 1, expected: 1 })
    expect(countRows(rows, true)).toEqual({ differing: 2, equal: 1, expected: 0 })
    expect(differencesIn(rows, false).map(({ field }) => field.pointer)).toEqual(['/r/x'])
    expect(differencesIn(rows, true)).toHaveLength(2)
  })
})

describe('what tells one asset from another', () => {
  function facts(sha1: string | null, modified: string | null): AssetFacts {
    return { path: null, sha1, modified }
  }

  it('is the file by its SHA-1, compared with the first one that was read', () => {
    expect(
      relateFiles([null, facts('ab', null), facts('AB', null), facts('cd', null), facts(null, null)]),
    ).toEqual([null, 'first', 'same', 'other', 'unknown'])
    expect(relateFiles([facts(null, null), facts('ab', null)])).toEqual(['first', 'unknown'])
  })

  it('is the date, by the moment and not by its text', () => {
    const one = facts(null, '2026-03-01T10:00:00.000+02:00')
    const other = facts(null, '2026-03-01T09:00:00Z')
    expect(newestOf([one, other])).toEqual(new Set([1]))
    expect(newestOf([one, facts(null, '2026-03-01T08:00:00Z')])).toEqual(new Set())
    expect(newestOf([one, null])).toEqual(new Set())
    expect(newestOf([one, facts(null, '2026-03-02T09:00:00')])).toEqual(new Set())
  })

  it('is read from the repository metadata before the asset metadata', () => {
    const text =
      '{"assetMetadata":{"dam:sha1":"old"},"repositoryMetadata":{"dam:sha1":"new","repo:path":"/content/dam/a.jpg"}}'
    expect(factsOf(documentOf(text))).toEqual({ path: '/content/dam/a.jpg', sha1: 'new', modified: null })
  })
})

describe('a value that is taken over', () => {
  const draft = documentOf('{"assetMetadata":{"a":1,"o":{"x":1}}}')

  it('is set where the field is, added where it is not, and removed where the other has none', () => {
    expect(editFor(draft, { path: ['a'], value: '1.50' })).toEqual({
      kind: 'set',
      path: ['a'],
      value: '1.50',
      continues: false,
    })
    expect(editFor(draft, { path: ['b'], value: '[1]' })).toEqual({ kind: 'add', path: ['b'], value: '[1]' })
    expect(editFor(draft, { path: ['a'], value: null })).toEqual({ kind: 'remove', path: ['a'] })
    expect(editFor(draft, { path: ['b'], value: null })).toBeNull()
  })

  it('brings along the objects that it stands in', () => {
    expect(editFor(draft, { path: ['o', 'y'], value: '2' })).toEqual({
      kind: 'add',
      path: ['o', 'y'],
      value: '2',
    })
    expect(editFor(draft, { path: ['p', 'q"', 'r'], value: '2' })).toEqual({
      kind: 'add',
      path: ['p'],
      value: '{"q\\"":{"r":2}}',
    })
  })

  it('is none of the repository metadata, nor of a key that stands twice', () => {
    const fields = compareFields(
      ['{"assetMetadata":{"k":1,"k":2,"a":1},"repositoryMetadata":{"r":1}}', '{"assetMetadata":{"a":2}}'].map(
        documentOf,
      ),
    )
    const repeated = repeatedFields(fields)
    expect(fields.filter((field) => canBeEdited(field, repeated)).map(({ pointer }) => pointer)).toEqual([
      '/assetMetadata/a',
    ])
  })
})
