import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLink, readLink } from '../../../src/main/assets/read-link'
import { linkTo } from '../../../src/shared/asset-link'

const assetId = 'urn:aaid:aem:6d3a1c52-8f0e-4a7b-9c41-2e5f7d90b8aa'
const bucket = 'author-p1-e2'

describe('a link to an asset', () => {
  it('is readable, and leads to what it was made of', () => {
    const link = linkTo({ bucket, asset: assetId })
    expect(link).toBe(`asset-inspector://open?bucket=${bucket}&asset=${assetId}`)
    expect(readLink(link)).toEqual({ bucket, asset: assetId })
  })

  it('leads to any path of the repository', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(name, (text) => {
        const asset = `/content/dam/shop/${text}`
        const read = readLink(linkTo({ bucket, asset }))
        // A name that no repository has makes no link.
        expect([null, asset]).toContain(read?.asset ?? null)
      }),
    )
    for (const asset of ['/content/dam/tea & biscuits #1 (100 %)?.jpg', '/content/dam/äöü/茶.jpg'])
      expect(readLink(linkTo({ bucket, asset }))).toEqual({ bucket, asset })
  })

  it('may have the slash that browsers of Windows add', () => {
    expect(readLink(`asset-inspector://open/?bucket=${bucket}&asset=${assetId}`)).toEqual({
      bucket,
      asset: assetId,
    })
  })

  it.each([
    `asset-inspector://send?bucket=${bucket}&asset=${assetId}`,
    `asset-inspector://open@evil.example?bucket=${bucket}&asset=${assetId}`,
    `asset-inspector://open:80?bucket=${bucket}&asset=${assetId}`,
    `asset-inspector://open/x?bucket=${bucket}&asset=${assetId}`,
    `asset-inspector:open?bucket=${bucket}&asset=${assetId}`,
    `https://open?bucket=${bucket}&asset=${assetId}`,
    `asset-inspector://open?bucket=${bucket}`,
    `asset-inspector://open?asset=${assetId}`,
    `asset-inspector://open?bucket=${bucket}&bucket=author-p9-e9&asset=${assetId}`,
    `asset-inspector://open?bucket=evil.example&asset=${assetId}`,
    `asset-inspector://open?bucket=${bucket}.evil.example&asset=${assetId}`,
    `asset-inspector://open?bucket=${bucket}&asset=../../etc/passwd`,
    `asset-inspector://open?bucket=${bucket}&asset=/content/dam/../x`,
    `asset-inspector://open?bucket=${bucket}&asset=/content/dam/${'a'.repeat(10_000)}`,
    `asset-inspector://open?bucket=${bucket}&asset=${assetId}%0Acurl`,
    'asset-inspector://',
  ])('is not %s', (address) => {
    expect(readLink(address)).toBeNull()
  })

  it('is known among the words of a command line', () => {
    expect(['--lang=de', '/home', 'Asset-Inspector://open', 'asset-inspector.txt'].filter(isLink)).toEqual([
      'Asset-Inspector://open',
    ])
  })
})
