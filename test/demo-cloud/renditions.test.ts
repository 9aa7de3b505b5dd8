import { describe, expect, it } from 'vitest'
import type { DemoCloud } from '../../src/demo-cloud/demo-cloud'
import { type Answer, call, json, signIn, startCloud } from './client'

function urlOf(cloud: DemoCloud, pathPart: string, rest: string): string {
  const found = cloud.assets.find(({ path }) => path.includes(pathPart))
  return `${cloud.aem}/adobe/assets/${found?.assetId}${rest}`
}

async function get(cloud: DemoCloud, pathPart: string, rest: string): Promise<Answer> {
  return call(urlOf(cloud, pathPart, rest), { headers: await signIn(cloud, 'Reader') })
}

function pngSize({ body }: Answer): [width: number, height: number] {
  expect(body.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  return [body.readUInt32BE(16), body.readUInt32BE(20)]
}

/** Size of the frame, and whether the file is whole from its first to its last marker. */
function jpegSize({ body }: Answer): [width: number, height: number] {
  expect([body.readUInt16BE(0), body.readUInt16BE(body.length - 2)]).toEqual([0xffd8, 0xffd9])
  const frame = body.indexOf(Buffer.from([0xff, 0xc0]))
  return [body.readUInt16BE(frame + 7), body.readUInt16BE(frame + 5)]
}

describe('renditions', () => {
  it.each([
    ['48.48', [48, 32]],
    ['140.100', [140, 93]],
    ['319.319', [319, 213]],
  ])('cq5dam.thumbnail.%s.png is a PNG inside its box', async (box, size) => {
    const cloud = await startCloud()
    const answer = await get(cloud, 'harbour', `/renditions/cq5dam.thumbnail.${box}.png/as/small.png`)
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'image/png'])
    expect(pngSize(answer)).toEqual(size)
  })

  it('cq5dam.web.1280.1280.jpeg is a JPEG inside its box', async () => {
    const cloud = await startCloud()
    const answer = await get(cloud, 'harbour', '/renditions/cq5dam.web.1280.1280.jpeg/as/web.jpeg')
    expect(answer.headers['content-type']).toBe('image/jpeg')
    expect(jpegSize(answer)).toEqual([1280, 853])
  })

  it('the original has the format and the size of the metadata', async () => {
    const cloud = await startCloud()
    const direct = await get(cloud, 'harbour', '/original/as/harbour.jpg')
    expect(direct.headers['content-type']).toBe('image/jpeg')
    const metadata = json(await get(cloud, 'harbour', '/metadata')).repositoryMetadata
    const [width, height] = jpegSize(direct)
    expect(metadata).toMatchObject({ 'tiff:imageWidth': width, 'tiff:imageLength': height })
    const named = await get(cloud, 'harbour', '/renditions/original/as/harbour.jpg')
    expect(named.body.equals(direct.body)).toBe(true)
  })

  it.each([
    ['a name that AEM does not give', 'harbour', '/renditions/huge.png/as/x.png'],
    ['a size that AEM does not make', 'harbour', '/renditions/cq5dam.thumbnail.9999.9999.png/as/x.png'],
    ['an asset in processing', 'DSC_9981', '/renditions/cq5dam.thumbnail.48.48.png/as/x.png'],
    ['a fragment', '/fragments/', '/renditions/cq5dam.thumbnail.48.48.png/as/x.png'],
    ['the original of a fragment', '/fragments/', '/original/as/x'],
    ['an asset that is not there', 'no such path', '/original/as/x'],
  ])('answers 404 to %s', async (_name, part, rest) => {
    const cloud = await startCloud()
    const answer = await get(cloud, part, rest)
    expect([answer.status, answer.headers['content-type']]).toEqual([404, 'application/problem+json'])
  })

  it('need a token, a scope and the right to read, as metadata does', async () => {
    const cloud = await startCloud()
    const url = urlOf(cloud, 'harbour', '/renditions/cq5dam.thumbnail.48.48.png/as/x.png')
    const without = await call(url)
    const unread = await call(url, { headers: await signIn(cloud, 'No read right') })
    expect([without.status, unread.status]).toEqual([401, 403])
  })

  it('answer 304 to their ETag, and HEAD without a body', async () => {
    const cloud = await startCloud()
    const url = urlOf(cloud, 'harbour', '/renditions/cq5dam.thumbnail.48.48.png/as/x.png')
    const headers = await signIn(cloud, 'Reader')
    const { etag, 'content-length': length } = (await call(url, { headers })).headers
    const unchanged = await call(url, { headers: { ...headers, 'if-none-match': etag } })
    const head = await call(url, { method: 'HEAD', headers })
    expect([unchanged.status, head.headers['content-length'], head.body.length]).toEqual([304, length, 0])
  })
})

describe('odd pictures', () => {
  const thumbnail = '/renditions/cq5dam.thumbnail.319.319.png/as/x.png'

  it.each(['', thumbnail, '/original/as/x.png'])('are given at %s', async (rest) => {
    const cloud = await startCloud()
    const answer = await get(cloud, '/pictures/html.png', rest)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  })

  it('a web page may say that it is a PNG', async () => {
    const cloud = await startCloud()
    const { headers, body } = await get(cloud, 'html-as-png', thumbnail)
    expect([headers['content-type'], body.toString()]).toEqual([
      'image/png',
      expect.stringContaining('<html>'),
    ])
  })

  it('few bytes may have 600 million pixels', async () => {
    const cloud = await startCloud()
    const answer = await get(cloud, 'huge-when-decoded', thumbnail)
    expect(pngSize(answer)).toEqual([30_000, 20_000])
    expect(answer.body.length).toBeLessThan(100_000)
  })

  it('a small picture may have 48 MB', async () => {
    const cloud = await startCloud()
    const answer = await get(cloud, '/pictures/heavy', thumbnail)
    expect(pngSize(answer)).toEqual([64, 48])
    expect(answer.body.length).toBeGreaterThan(48_000_000)
  })

  it('an SVG may hold scripts and outside addresses', async () => {
    const cloud = await startCloud()
    const { headers, body } = await get(cloud, 'svg-with-script', thumbnail)
    expect(headers['content-type']).toBe('image/svg+xml')
    expect(body.toString()).toMatch(/onload=.*<script>.*https:\/\/www\.example\.com\//s)
  })

  it('a picture may end in the middle', async () => {
    const cloud = await startCloud()
    const { complete, body } = await get(cloud, 'cut-off', thumbnail)
    expect([complete, body.includes('IEND')]).toEqual([true, false])
  })

  it('leave the metadata readable', async () => {
    const cloud = await startCloud()
    const odd = cloud.assets.filter(({ path }) => path.includes('/pictures/'))
    expect(odd).toHaveLength(6)
    const headers = await signIn(cloud, 'Reader')
    for (const { assetId } of odd) {
      const answer = await call(`${cloud.aem}/adobe/assets/${assetId}/metadata`, { headers })
      expect(json(answer).assetId).toBe(assetId)
    }
  })
})
