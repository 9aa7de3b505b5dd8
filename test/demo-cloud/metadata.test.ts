import { describe, expect, it } from 'vitest'
import { call, firstAssetId, json, metadataUrl, signIn, startCloud } from './client'

describe('GET metadata', () => {
  it('gives the envelope, with its ETag in the header and in the body', async () => {
    const cloud = await startCloud()
    const answer = await call(metadataUrl(cloud), { headers: await signIn(cloud, 'Reader') })
    expect(Object.keys(json(answer))).toEqual(['assetId', 'assetMetadata', 'repositoryMetadata'])
    expect(answer.headers.etag).toMatch(/^"[0-9a-f]+"$/)
    expect(json(answer).repositoryMetadata).toMatchObject({
      'repo:assetId': firstAssetId(cloud),
      'repo:assetClass': 'file',
      'repo:repositoryId': `${cloud.bucket}.adobeaemcloud.com`,
      'repo:etag': answer.headers.etag,
      isPublishedToAemPublish: true,
    })
  })

  it('accepts the asset ID with its colons escaped', async () => {
    const cloud = await startCloud()
    const url = metadataUrl(cloud, encodeURIComponent(firstAssetId(cloud)))
    expect((await call(url, { headers: await signIn(cloud, 'Reader') })).status).toBe(200)
  })

  it.each([
    ['the ETag', (etag: string) => etag],
    ['the weak form of the ETag', (etag: string) => `W/${etag}`],
    ['a list that holds the ETag', (etag: string) => `"other", ${etag}`],
    ['a star', () => '*'],
  ])('answers 304 without a body to %s', async (_name, toHeader) => {
    const cloud = await startCloud()
    const headers = await signIn(cloud, 'Reader')
    const { etag = '' } = (await call(metadataUrl(cloud), { headers })).headers
    const answer = await call(metadataUrl(cloud), {
      headers: { ...headers, 'if-none-match': toHeader(etag) },
    })
    expect([answer.status, answer.headers.etag, answer.body.length]).toEqual([304, etag, 0])
  })

  it("answers 200 to the tutorial's literal string", async () => {
    const cloud = await startCloud()
    const headers = { ...(await signIn(cloud, 'Reader')), 'if-none-match': 'string' }
    expect((await call(metadataUrl(cloud), { headers })).status).toBe(200)
  })

  it('answers HEAD with the headers of GET', async () => {
    const cloud = await startCloud()
    const headers = await signIn(cloud, 'Reader')
    const { etag, 'content-length': length } = (await call(metadataUrl(cloud), { headers })).headers
    const answer = await call(metadataUrl(cloud), { method: 'HEAD', headers })
    expect([answer.status, answer.headers.etag, answer.headers['content-length']]).toEqual([
      200,
      etag,
      length,
    ])
    expect(answer.body).toHaveLength(0)
  })
})

describe('GET asset', () => {
  it('gives a small PNG', async () => {
    const cloud = await startCloud()
    const url = `${cloud.aem}/adobe/assets/${firstAssetId(cloud)}`
    const answer = await call(url, { headers: await signIn(cloud, 'Reader') })
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'image/png'])
    expect(answer.body.subarray(1, 4).toString()).toBe('PNG')
    // The checksum of the empty last chunk is a constant of the PNG format.
    expect(answer.body.subarray(-8).toString('hex')).toBe('49454e44ae426082')
  })

  it('gives text for a content fragment', async () => {
    const cloud = await startCloud()
    const fragment = cloud.assets.find(({ path }) => path.includes('/fragments/en/'))
    const url = `${cloud.aem}/adobe/assets/${fragment?.assetId}`
    const answer = await call(url, { headers: await signIn(cloud, 'Reader') })
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
  })
})

describe('DELETE asset', () => {
  it('is refused without the right', async () => {
    const cloud = await startCloud()
    const url = `${cloud.aem}/adobe/assets/${firstAssetId(cloud)}`
    for (const name of ['Reader', 'Metadata editor']) {
      expect((await call(url, { method: 'DELETE', headers: await signIn(cloud, name) })).status).toBe(403)
    }
  })

  it('deletes, with a job that runs and then leads to its result', async () => {
    const cloud = await startCloud()
    const headers = await signIn(cloud, 'Editor')
    const answer = await call(`${cloud.aem}/adobe/assets/${firstAssetId(cloud)}`, {
      method: 'DELETE',
      headers,
    })
    const jobUrl = `${cloud.aem}${answer.headers.location}`
    expect([answer.status, json(answer).state]).toEqual([202, 'PROCESSING'])
    expect((await call(metadataUrl(cloud), { headers })).status).toBe(404)
    const [running, ended] = [await call(jobUrl, { headers }), await call(jobUrl, { headers })]
    expect([running.status, ended.status]).toEqual([200, 303])
    const result = await call(`${cloud.aem}${ended.headers.location}`, { headers })
    expect(json(result).state).toBe('COMPLETED')
  })

  it('answers 204 when the switch says so', async () => {
    const cloud = await startCloud({ switches: { deleteAnswer: 'no-content' } })
    const url = `${cloud.aem}/adobe/assets/${firstAssetId(cloud)}`
    expect((await call(url, { method: 'DELETE', headers: await signIn(cloud, 'Editor') })).status).toBe(204)
  })
})
