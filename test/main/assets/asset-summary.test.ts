import { describe, expect, it } from 'vitest'
import { tabulateJson } from '../../../src/main/metadata/tabulate-json'
import { summarizeAsset } from '../../../src/shared/asset-list'
import { longestName } from '../../../src/shared/asset-names'

function summaryOf(text: string) {
  return summarizeAsset(text, tabulateJson(text))
}
function summaryWith(assetMetadata: object, repositoryMetadata: object = {}) {
  return summaryOf(JSON.stringify({ assetMetadata, repositoryMetadata }))
}

const nothing = { title: null, name: null, path: null, format: null, size: null }

describe('what a list shows of an asset', () => {
  it.each([
    ['a text', 'Tea', 'Tea'],
    ['language alternatives, the first', { 'x-default': 'Tea', de: 'Tee' }, 'Tea'],
    ['a list, the first', ['Tea', 'Tee'], 'Tea'],
    ['a list of something else', [7, 'Tea'], 'Tea'],
    ['nothing but spaces', '  ', null],
    ['a number', 7, null],
    ['null', null, null],
    ['an empty list', [], null],
  ])('is a title that is %s', (_, title, expected) => {
    expect(summaryWith({ 'dc:title': title }).title).toBe(expected)
  })

  it('is a title of bounded length, cut between characters', () => {
    const title = summaryWith({ 'dc:title': `${'x'.repeat(longestName - 1)}😀` }).title
    expect(title).toBe('x'.repeat(longestName - 1))
  })

  it.each([
    ['a number', 12, 12],
    ['digits in a text', '12', 12],
    ['something else', '12 MB', null],
    ['negative', -1, null],
    ['a fraction', 1.5, null],
  ])('is a size that is %s', (_, size, expected) => {
    expect(summaryWith({}, { 'repo:size': size }).size).toBe(expected)
  })

  it('is the format that the repository knows, else that of the asset', () => {
    const asset = { 'dc:format': 'image/png' }
    expect(summaryWith(asset, { 'dc:format': 'image/jpeg' }).format).toBe('image/jpeg')
    expect(summaryWith(asset).format).toBe('image/png')
  })

  it('is found under a key with escapes in it', () => {
    expect(summaryOf('{"assetMetadata":{"dc:t\\u0069tle":"Tea"}}').title).toBe('Tea')
  })

  it.each(['[]', '7', '{}', '{"assetMetadata":7}', '{"assetMetadata":[{"dc:title":"Tea"}]}'])(
    'is nothing where there is nothing: %s',
    (text) => {
      expect(summaryOf(text)).toEqual(nothing)
    },
  )
})
