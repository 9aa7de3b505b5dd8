import { describe, expect, it } from 'vitest'
import { readAssetId } from '../../../src/main/assets/asset-id'

const uuid = '12345678-abcd-4321-9876-0123456789ab'
const assetId = `urn:aaid:aem:${uuid}`

describe('an asset ID', () => {
  it.each([assetId, `  ${assetId}\n`, uuid, uuid.toUpperCase(), `URN:AAID:AEM:${uuid}`])(
    'is understood in %j',
    (typed) => {
      expect(readAssetId(typed)).toEqual({ ok: true, value: assetId })
    },
  )

  it.each([
    ['', 'empty'],
    [' ', 'empty'],
    ['x'.repeat(10_000), 'too-long'],
    [`${uuid}\u0000`, 'control-characters'],
    [`${uuid}\nx`, 'control-characters'],
    [`../${assetId}`, 'asset-has-path'],
    [`${assetId}/metadata`, 'asset-has-path'],
    [`${assetId}%2f..`, 'asset-has-path'],
    [`${assetId}%00`, 'asset-has-path'],
    [`${assetId}?a=1`, 'asset-has-path'],
    [`${assetId}#x`, 'asset-has-path'],
    [`${assetId}\\x`, 'asset-has-path'],
    [assetId.slice(0, -1), 'asset-not-an-id'],
    [`${assetId}0`, 'asset-not-an-id'],
    [`urn:aaid:sc:${uuid}`, 'asset-not-an-id'],
    [`urn:aaid:aem:urn:aaid:aem:${uuid}`, 'asset-not-an-id'],
    ['😀', 'asset-not-an-id'],
    ['photo.jpg', 'asset-not-an-id'],
    [uuid.replace('a', '\u0430'), 'asset-not-an-id'],
  ])('is refused: %j as %s', (typed, code) => {
    expect(readAssetId(typed)).toMatchObject({ ok: false, code })
  })
})
