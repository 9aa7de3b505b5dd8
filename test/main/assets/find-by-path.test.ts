import { describe, expect, it, onTestFinished } from 'vitest'
import type { DemoCredential } from '../../../src/demo-cloud/credentials/credential'
import { type DemoCloud, startDemoCloud } from '../../../src/demo-cloud/demo-cloud'
import { browserAddressOf, createPathFinder, type PathTarget } from '../../../src/main/assets/find-by-path'
import { createAccessTokens } from '../../../src/main/calls/access-tokens'
import { causeOf } from '../../support/failures'
import { createNodeHttp } from '../../support/node-http'
import { serve } from '../../support/serve'
import { createSettableClock } from '../../support/settable-clock'
import { type Answer, answerJson } from '../../support/test-server'

async function openCloud(): Promise<DemoCloud> {
  const cloud = await startDemoCloud()
  onTestFinished(cloud.close)
  return cloud
}

function find(target: PathTarget, signal = new AbortController().signal) {
  const http = createNodeHttp()
  const clock = createSettableClock(Date.now())
  return createPathFinder(http, createAccessTokens(http, clock), clock)(target, signal, () => undefined)
}

function credentialOf({ credentials }: DemoCloud, name: string): DemoCredential {
  const credential = credentials.find((each) => each.name === name)
  if (!credential) throw new Error(`No credential ${name}`)
  return credential
}

function targetIn(cloud: DemoCloud, credentialName: string, path: string): PathTarget {
  const { clientId, clientSecret, scopes } = credentialOf(cloud, credentialName)
  return {
    connectionId: 'c',
    aemHost: cloud.aem,
    author: cloud.aem,
    bucket: cloud.bucket,
    path,
    isDemo: true,
    need: { connectionId: 'c', imsHost: cloud.ims, clientId, scopes, readSecret: async () => clientSecret },
  }
}

const reader = 'Reader'
const withPaths = 'Reader with repository paths'

describe('the asset at a path, asked of the demo cloud', () => {
  it('is found by a credential that AEM lets read paths, whatever characters the path has', async () => {
    const cloud = await openCloud()
    const readable = cloud.assets.filter(({ failing }) => !failing)
    const found = await Promise.all(readable.map(({ path }) => find(targetIn(cloud, withPaths, path))))
    expect(found).toMatchObject(readable.map(({ path, assetId }) => ({ path, outcome: 'found', assetId })))
  })

  it('is asked for on that host alone, at that path with .json, with the headers of the API', async () => {
    const cloud = await openCloud()
    const { clientId } = credentialOf(cloud, withPaths)
    const path = cloud.assets[0]?.path ?? ''
    await find(targetIn(cloud, withPaths, path))
    const [request, ...more] = cloud.requests.filter(({ server }) => server === 'aem')
    expect([decodeURIComponent(request?.target ?? ''), request?.headers['x-api-key'], more]).toEqual([
      `${path}.json`,
      clientId,
      [],
    ])
  })

  it('is refused to a technical account as a rule, which is an answer and not a failure', async () => {
    const cloud = await openCloud()
    const path = cloud.assets[0]?.path ?? ''
    const lookup = await find(targetIn(cloud, reader, path))
    expect(lookup).toMatchObject({ path, outcome: 'refused', evidence: { method: 'GET', status: 403 } })
    expect(decodeURI(lookup.address ?? '')).toBe(`${cloud.aem}${path}.json`)
  })

  it('is missing where there is none', async () => {
    const cloud = await openCloud()
    expect(await find(targetIn(cloud, withPaths, '/content/dam/nothing/here.jpg'))).toMatchObject({
      outcome: 'missing',
      evidence: { status: 404 },
    })
  })

  it('is not asked for when Adobe IMS gives no token', async () => {
    const cloud = await openCloud()
    const target = targetIn(cloud, reader, '/content/dam/a.jpg')
    const refused = { ...target, need: { ...target.need, readSecret: async () => 'wrong' } }
    expect([await causeOf(find(refused)), cloud.requests.filter(({ server }) => server === 'aem')]).toEqual([
      'ims-secret-refused',
      [],
    ])
  })
})

const uuid = '6d3a1c52-8f0e-4a7b-9c41-2e5f7d90b8aa'

async function findOn(answer: Answer, signal?: AbortSignal) {
  const ims = await serve((_request, response) =>
    answerJson(response, { access_token: 'canary-token', token_type: 'bearer', expires_in: 86_399 }),
  )
  const aem = await serve(answer)
  const need = {
    connectionId: 'c',
    imsHost: ims.origin,
    clientId: 'client',
    scopes: ['openid'],
    readSecret: async () => 's',
  }
  const target = {
    connectionId: 'c',
    aemHost: aem.origin,
    author: aem.origin,
    bucket: 'author-p1-e2',
    path: '/content/dam/a.jpg',
    isDemo: false,
    need,
  }
  return { aem, lookup: find(target, signal) }
}

function sending(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_request, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(body)
  }
}

describe('what AEM answers for a path', () => {
  it('is an asset with its jcr:uuid', async () => {
    const { lookup } = await findOn(sending(200, JSON.stringify({ 'jcr:uuid': uuid.toUpperCase() })))
    expect(await lookup).toMatchObject({ outcome: 'found', assetId: `urn:aaid:aem:${uuid}` })
  })

  it.each([
    ['a folder', '{"jcr:primaryType":"sling:Folder"}'],
    ['a jcr:uuid that is none', '{"jcr:uuid":"../x"}'],
    ['JSON that is no object', '[1]'],
    ['no JSON', '{'],
  ])('has no ID: %s', async (_what, body) => {
    expect(await (await findOn(sending(200, body))).lookup).toMatchObject({ outcome: 'no-id' })
  })

  it.each([
    ['a plain 403', sending(403, '{}')],
    [
      'the words of missing scopes',
      sending(403, '{"detail":"The access token is missing required scopes."}'),
    ],
    ['401 to every token', sending(401, '{}')],
    ['a page with 403', sending(403, '<h1>Forbidden</h1>', { 'Content-Type': 'text/html' })],
    [
      'the way to the sign-in page',
      sending(302, '', { Location: '/libs/granite/core/content/login.html?resource=x' }),
    ],
    ['the sign-in page', sending(200, '<title>AEM Sign In</title>', { 'Content-Type': 'text/html' })],
  ])('is a refusal: %s', async (_what, answer) => {
    expect(await (await findOn(answer)).lookup).toMatchObject({ outcome: 'refused' })
  })

  it.each([
    ['aem-client-not-allowlisted', sending(403, '{"detail":"IMS Client ID not allowlisted. x"}')],
    ['aem-throttled', sending(429, '')],
    ['aem-unavailable', sending(503, '')],
    ['redirected', sending(302, '', { Location: 'https://evil.test/' })],
  ])('is a failure with its own cause: %s', async (cause, answer) => {
    expect(await causeOf((await findOn(answer)).lookup)).toBe(cause)
  })

  it('is asked for once more with a new token after 401', async () => {
    const { aem, lookup } = await findOn(sending(401, '{}'))
    await lookup
    expect(aem.seen).toHaveLength(2)
  })

  it('is not waited for once it was cancelled', async () => {
    const controller = new AbortController()
    const { lookup } = await findOn(() => controller.abort('enough'), controller.signal)
    await expect(lookup).rejects.toBe('enough')
  })

  it('never shows a token that AEM sends back', async () => {
    const { lookup } = await findOn((request, response) =>
      answerJson(response, { got: request.headers.authorization?.slice('Bearer '.length) }, 403),
    )
    expect(JSON.stringify(await lookup)).not.toContain('canary-token')
  })
})

describe('the address for the browser', () => {
  const path = '/content/dam/a b/c#d.jpg'

  it('is the very address that AEM was asked', () => {
    expect(browserAddressOf({ aemHost: 'https://author-p1-e2.adobeaemcloud.com', path, isDemo: false })).toBe(
      'https://author-p1-e2.adobeaemcloud.com/content/dam/a%20b/c%23d.jpg.json',
    )
  })

  it.each([
    ['http://127.0.0.1:4503', true, true],
    ['http://127.0.0.1:4503', false, false],
    ['http://localhost:4503', true, false],
    ['http://author-p1-e2.adobeaemcloud.com', true, false],
    ['https://author.shop.example', false, true],
    ['https://user@author.shop.example', false, false],
    ['file:///', true, false],
  ])('of %s, demo cloud %s, may be opened: %s', (aemHost, isDemo, may) => {
    expect(browserAddressOf({ aemHost, path, isDemo }) !== null).toBe(may)
  })
})
