import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keysToMiss, parseFilter } from '../../../../src/renderer/features/metadata/search/filter-query'
import {
  auditedFields,
  findMissing,
  type MissingField,
} from '../../../../src/renderer/features/metadata/search/missing-fields'
import { patient, thorough } from '../../../support/property-runs'
import { bodyText } from '../../support/arbitrary-json'
import { finish } from '../../support/finish'
import { documentOf, type JsonNode, readNodes } from '../../support/json-nodes'

function find(text: string, ...keys: string[]): readonly MissingField[] {
  return finish(findMissing(documentOf(text), keys))
}

function told(text: string, ...keys: string[]): string[] {
  return find(text, ...keys).map(
    ({ key, emptyRows }) => `${key} ${emptyRows.length > 0 ? 'empty' : 'absent'}`,
  )
}

function answer(asset: string, repository = '') {
  return `{"assetId":"urn:1","repositoryMetadata":{${repository}},"assetMetadata":{${asset}}}`
}

describe('a field that is missing', () => {
  it.each<[string, string, string[]]>([
    ['is not there at all', answer('"dc:title":"x"'), ['dc:rights absent']],
    ['is an empty text', answer('"dc:rights":""'), ['dc:rights empty']],
    ['is null', answer('"dc:rights":null'), ['dc:rights empty']],
    ['is an empty list', answer('"dc:rights":[]'), ['dc:rights empty']],
    ['is a list of nothing', answer('"dc:rights":["",null,{"x-default":""}]'), ['dc:rights empty']],
    ['is empty as often as it is there', answer('"dc:rights":"","dc:rights":null'), ['dc:rights empty']],
    ['is filled once', answer('"dc:rights":"","dc:rights":"©"'), []],
    ['has something deep inside', answer('"dc:rights":["",{"x-default":"©"}]'), []],
    ['is a number', answer('"dc:rights":0'), []],
    ['is false', answer('"dc:rights":false'), []],
    ['has an escaped key', answer('"dc\\u003arights":"©"'), []],
    ['stands below another field only', answer('"dc:title":{"dc:rights":"©"}'), ['dc:rights absent']],
    ['stands in the repository section', answer('', '"dc:rights":"©"'), ['dc:rights absent']],
    ['belongs to a folder', '{"folderMetadata":{"dc:rights":"©"}}', []],
    ['belongs to an answer of another shape', '{"dc:rights":"©"}', []],
    ['is asked for of a list', '["dc:rights"]', ['dc:rights absent']],
    ['is in the second of two sections', '{"assetMetadata":{},"assetMetadata":{"dc:rights":"©"}}', []],
  ])('%s', (_name, text, expected) => {
    expect(told(text, 'dc:rights')).toEqual(expected)
  })

  it('of the repository is looked for in its section alone', () => {
    expect(told(answer('"repo:path":"/a"', '"aem:assetState":"x"'), 'repo:path', 'aem:assetState')).toEqual([
      'repo:path absent',
    ])
  })

  it('without a prefix may stand anywhere', () => {
    const text = answer('"condition":"new"', '"isPublishedToAemPublish":true')
    expect(told(text, 'condition', 'isPublishedToAemPublish', 'assetId', 'other')).toEqual(['other absent'])
  })

  it.each(['__proto__', 'constructor', 'two words', 'a"b', '\ud800', '', 'a\\b'])(
    'may be called %j',
    (key) => {
      expect(told(answer(''), key)).toEqual([`${key} absent`])
      expect(told(answer(`${JSON.stringify(key)}:1`), key)).toEqual([])
    },
  )

  it('tells what may have been meant: other case, or another section', () => {
    const text = answer('"xmpRights:UsageTerms":"x"', '"dc:format":"image/jpeg"')
    expect(
      find(text, 'xmprights:usageterms', 'dc:format', 'dc:title', 'xmpRights:UsageTerms').map(
        ({ near }) => near,
      ),
    ).toEqual([
      { key: 'xmpRights:UsageTerms', section: 'assetMetadata' },
      { key: 'dc:format', section: 'repositoryMetadata' },
      null,
    ])
  })

  it('is found among 200,000 fields, in slices', patient, () => {
    const fields = Array.from({ length: 200_000 }, (_, at) => `"dc:f${at}":${at}`)
    const work = findMissing(documentOf(answer(`${fields.join(',')},"dc:title":""`)), [...auditedFields])
    let slices = 0
    let step = work.next()
    for (; !step.done; step = work.next()) slices++
    expect(step.value.map(({ key }) => key)).toEqual([...auditedFields])
    expect(slices).toBeGreaterThan(200)
  })
})

describe('the keys among which a filter looks for absent fields', () => {
  it.each<[string, readonly string[] | null]>([
    ['missing:dc:rights', ['dc:rights']],
    ['missing:dc:rights missing:dc:rights', ['dc:rights']],
    ['is:missing', auditedFields],
    ['is:missing RIGHTS', ['dc:rights', 'xmpRights:UsageTerms', 'xmpRights:Owner']],
    ['is:missing key:repo', ['repo:name', 'repo:path', 'repo:createDate', 'repo:modifyDate']],
    ['is:missing type:text', null],
    ['is:missing value:x', null],
    ['is:missing is:empty', null],
    ['rights', null],
  ])('of %s', (typed, keys) => {
    expect(keysToMiss(parseFilter(typed))).toEqual(keys)
  })
})

/** The same, by looking at every node. */
function missingByHand(text: string, key: string): { key: string; emptyRows: readonly number[] }[] {
  const nodes = readNodes(text)
  const names = ['assetMetadata', 'folderMetadata', 'collectionMetadata', 'repositoryMetadata']
  function isSection({ depth, kind, key: name }: JsonNode) {
    return depth === 1 && kind === 'object' && names.includes(name ?? '')
  }
  const hasSections = nodes.some(isSection)
  function belongs(node: JsonNode): boolean {
    const parent = nodes[node.parent]
    if (!parent || node.key !== key) return false
    if (node.depth === 1) return !hasSections || key.indexOf(':') <= 0
    if (!isSection(parent)) return false
    if (key.indexOf(':') <= 0) return true
    return /^(?:repo|aem):/.test(key) === (parent.key === 'repositoryMetadata')
  }
  function isBlank({ kind, children, start, end }: JsonNode): boolean {
    return (
      kind === 'null' ||
      (kind === 'string' && text.slice(start, end) === '""') ||
      ((kind === 'object' || kind === 'array') && children.every(isBlank))
    )
  }
  const there = nodes.filter(belongs)
  return there.every(isBlank) ? [{ key, emptyRows: there.map(({ row }) => row) }] : []
}

it('finds the same fields as looking at every value of any body', patient, () => {
  const key = fc.constantFrom(
    ...[
      'dc:title',
      'dc:rights',
      'repo:path',
      '__proto__',
      'constructor',
      '',
      ' ',
      'a/b',
      ':x',
      '10',
      'assetId',
    ],
  )
  fc.assert(
    fc.property(bodyText, key, (text, asked) => {
      const found = find(text, asked).map(({ key, emptyRows }) => ({ key, emptyRows }))
      expect(found).toEqual(missingByHand(text, asked))
    }),
    thorough,
  )
})
