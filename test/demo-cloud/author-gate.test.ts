import { describe, expect, it } from 'vitest'
import { call, firstAssetId, json, metadataUrl, signIn, startCloud } from './client'

describe('AEM lets a caller in', () => {
  it('refuses a missing, an unknown and a cut-off token with 401', async () => {
    const cloud = await startCloud()
    const { authorization = '', ...others } = await signIn(cloud, 'Reader')
    const tries = [{}, { authorization: 'Bearer nonsense' }, { authorization: authorization.slice(0, -3) }]
    for (const headers of tries) {
      const answer = await call(metadataUrl(cloud), { headers: { ...others, ...headers } })
      expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Bearer'])
      expect(json(answer)).toMatchObject({ status: 401, title: 'Unauthorized' })
    }
  })

  it('refuses a token without the word Bearer', async () => {
    const cloud = await startCloud()
    const headers = await signIn(cloud, 'Reader')
    const bare = { ...headers, authorization: (headers.authorization ?? '').slice('Bearer '.length) }
    expect((await call(metadataUrl(cloud), { headers: bare })).status).toBe(401)
  })

  it('refuses a token from the moment it expires', async () => {
    let now = 1_800_000_000_000
    const cloud = await startCloud({ clock: () => now })
    const headers = await signIn(cloud, 'Reader')
    now += 86_399_999
    expect((await call(metadataUrl(cloud), { headers })).status).toBe(200)
    now += 1
    expect((await call(metadataUrl(cloud), { headers })).status).toBe(401)
  })

  it('wants an API key', async () => {
    const cloud = await startCloud()
    const { 'x-api-key': _key, ...headers } = await signIn(cloud, 'Reader')
    const answer = await call(metadataUrl(cloud), { headers })
    expect([answer.status, json(answer).error_code]).toEqual([403, '403000'])
  })

  it('wants the API key of the token', async () => {
    const cloud = await startCloud()
    const headers = await signIn(cloud, 'Reader')
    const { 'x-api-key': otherKey } = await signIn(cloud, 'Editor')
    const answer = await call(metadataUrl(cloud), { headers: { ...headers, 'x-api-key': otherKey } })
    expect([answer.status, json(answer)]).toEqual([
      403,
      { error_code: '403003', message: 'Api Key is invalid' },
    ])
  })

  it('answers 406 without the experimental header to the strict credential only', async () => {
    const cloud = await startCloud()
    for (const [name, status] of [
      ['Strict 2024.11 API', 406],
      ['Reader', 200],
    ] as const) {
      const { 'x-adobe-accept-experimental': _header, ...headers } = await signIn(cloud, name)
      expect((await call(metadataUrl(cloud), { headers })).status).toBe(status)
    }
  })

  it('answers 406 to everybody when the switch says so', async () => {
    const cloud = await startCloud({ switches: { requireExperimentalHeader: true } })
    const { 'x-adobe-accept-experimental': _header, ...headers } = await signIn(cloud, 'Reader')
    expect((await call(metadataUrl(cloud), { headers })).status).toBe(406)
  })

  it('hides assets instead of refusing when the switch says so', async () => {
    const cloud = await startCloud({ switches: { unreadableStatus: 404 } })
    const answer = await call(metadataUrl(cloud), { headers: await signIn(cloud, 'No read right') })
    expect([answer.status, json(answer).title]).toEqual([404, 'Not Found'])
  })

  it('names the request in a header and in the body of a 404', async () => {
    const cloud = await startCloud()
    const answer = await call(`${cloud.aem}/adobe/nowhere`)
    expect(json(answer).requestId).toBe(answer.headers['x-request-id'])
    const silent = await startCloud({ switches: { requestIdHeader: null } })
    expect((await call(`${silent.aem}/adobe/nowhere`)).headers).not.toHaveProperty('x-request-id')
  })

  it('can use http as the scheme of problem types', async () => {
    const cloud = await startCloud({ switches: { problemTypeScheme: 'http' } })
    const answer = await call(`${cloud.aem}/adobe/nowhere`)
    expect(json(answer).type).toBe('http://api.adobeaemcloud.com/adobe/meta/errors/not_found')
  })
})

describe('AEM paths', () => {
  it.each(['/adobe/assets?limit=10', '/adobe/assets/', '/adobe/asset/x/metadata', '/adobe/folders/x/assets'])(
    'has no processor for %s',
    async (path) => {
      const cloud = await startCloud()
      const answer = await call(`${cloud.aem}${path}`, { headers: await signIn(cloud, 'Reader') })
      expect(json(answer)).toEqual({
        type: 'https://api.adobeaemcloud.com/adobe/meta/errors/not_found',
        title: 'Not Found',
        status: 404,
        detail: 'No RequestProcessor can handle this request.',
        requestId: expect.any(String),
      })
    },
  )

  it.each(['import', 'publish'])('has no processor for %s, as older releases', async (name) => {
    const cloud = await startCloud()
    const headers = await signIn(cloud, 'Reader')
    const answer = await call(`${cloud.aem}/adobe/assets/${name}`, { method: 'POST', headers, body: '{}' })
    expect([answer.status, json(answer).detail]).toEqual([
      404,
      'No RequestProcessor can handle this request.',
    ])
  })

  it.each([
    ['the dotted path of the tutorial as clients send it', '/assets/'],
    ['the dotted path sent as it is', '/adobe/../assets/'],
  ])('answers an HTML 404 to %s', async (_name, prefix) => {
    const cloud = await startCloud()
    const target = `${prefix}${firstAssetId(cloud)}/metadata`
    const answer = await call(cloud.aem, { headers: await signIn(cloud, 'Reader'), target })
    expect(cloud.requests.at(-1)?.target).toBe(target)
    expect([answer.status, answer.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
  })

  it.each([
    'f47ac10b-58cc-4372-a567-0e02b2c3d479',
    'urn:aaid:aem:f47ac10b-58cc-4372-a567-0e02b2c3d479',
    '%zz',
    '%00',
  ])('has no asset %s', async (assetId) => {
    const cloud = await startCloud()
    const answer = await call(metadataUrl(cloud, assetId), { headers: await signIn(cloud, 'Reader') })
    expect([answer.status, json(answer).detail]).toEqual([404, 'The requested asset does not exist.'])
  })
})
