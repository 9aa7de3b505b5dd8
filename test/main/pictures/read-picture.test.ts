import { describe, expect, it, onTestFinished } from 'vitest'
import { type DemoCloud, startDemoCloud } from '../../../src/demo-cloud/demo-cloud'
import { createAccessTokens } from '../../../src/main/calls/access-tokens'
import { createReadPicture } from '../../../src/main/pictures/read-picture'
import { causeOf } from '../../support/failures'
import { createNodeHttp } from '../../support/node-http'
import { serve } from '../../support/serve'
import { createSettableClock } from '../../support/settable-clock'

async function openCloud(): Promise<DemoCloud> {
  const cloud = await startDemoCloud()
  onTestFinished(cloud.close)
  return cloud
}

function read(cloud: DemoCloud, path: string, place: { aem?: string; credential?: string } = {}) {
  const http = createNodeHttp()
  const clock = createSettableClock(Date.now())
  const credential = cloud.credentials.find(({ name }) => name === (place.credential ?? 'Reader'))
  const asset = cloud.assets.find((each) => each.path.endsWith(path))
  if (!credential || !asset) throw new Error(`No ${path}`)
  const { clientId, clientSecret, scopes } = credential
  const target = {
    connectionId: 'c',
    aemHost: place.aem ?? cloud.aem,
    author: cloud.aem,
    bucket: cloud.bucket,
    assetId: asset.assetId,
    need: { connectionId: 'c', imsHost: cloud.ims, clientId, scopes, readSecret: async () => clientSecret },
  }
  const readPicture = createReadPicture(http, createAccessTokens(http, clock), clock)
  return readPicture(target, new AbortController().signal)
}

function askedOf(cloud: DemoCloud): string[] {
  return cloud.requests
    .filter(({ server }) => server === 'aem')
    .map(({ target }) => target.replace(/urn:aaid:aem:[-0-9a-f]+/, 'ID'))
}

describe('the picture of an asset, got from the demo cloud', () => {
  it('is the thumbnail that AEM makes, in its own size', async () => {
    const cloud = await openCloud()
    const picture = await read(cloud, 'harbour at first light (final).jpg')
    expect(picture).toMatchObject({ outcome: 'shown', type: 'image/png', width: 319 })
    expect(askedOf(cloud)).toEqual([
      '/adobe/assets/ID/renditions/cq5dam.thumbnail.319.319.png/as/picture.png',
    ])
  })

  it('asks for pictures, not for JSON', async () => {
    const cloud = await openCloud()
    await read(cloud, 'harbour at first light (final).jpg')
    expect(cloud.requests.find(({ server }) => server === 'aem')?.headers.accept).toBe('image/*')
  })

  it.each([
    ['html-as-png.png', 'not-a-picture'],
    ['svg-with-script.svg', 'not-a-picture'],
    ['huge-when-decoded.png', 'too-large'],
    ['heavy.png', 'too-large'],
  ])('of %s is %s', async (path, outcome) => {
    expect(await read(await openCloud(), path)).toEqual({ outcome })
  })

  it('of a sign-in page is a failure with its cause', async () => {
    const cloud = await openCloud()
    expect(await causeOf(read(cloud, 'pictures/html.png'))).toBe('aem-login-page')
  })

  it('is refused to a client that AEM does not let in', async () => {
    const cloud = await openCloud()
    const refused = read(cloud, 'harbour at first light (final).jpg', { credential: 'Not allow-listed' })
    expect(await causeOf(refused)).toMatch(/allow-?list/)
  })

  it('comes from the binary where AEM has no thumbnail, and is missing where it has neither', async () => {
    const cloud = await openCloud()
    const bodies = new Map([['', Buffer.from('GIF89a\x03\x00\x02\x00\x00\x00\x00;', 'latin1')]])
    const aem = await serve((request, response) => {
      const body = bodies.get(request.path.replace(/^\/adobe\/assets\/[^/]+/, ''))
      response.writeHead(body ? 200 : 404, { 'content-type': 'application/octet-stream' }).end(body)
    })
    const place = { aem: aem.origin }
    const ofBinary = await read(cloud, 'harbour at first light (final).jpg', place)
    expect(ofBinary).toMatchObject({ outcome: 'shown', type: 'image/gif', width: 3, height: 2 })
    bodies.clear()
    expect(await read(cloud, 'harbour at first light (final).jpg', place)).toEqual({ outcome: 'missing' })
  })
})
