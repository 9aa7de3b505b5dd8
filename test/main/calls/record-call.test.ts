import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createAccessTokens } from '../../../src/main/calls/access-tokens'
import { createMetadata } from '../../../src/main/metadata/metadata'
import type { HttpExchange } from '../../../src/shared/http-exchange'
import { errorOf } from '../../support/failures'
import { createNodeHttp } from '../../support/node-http'
import { serve } from '../../support/serve'
import { createSettableClock } from '../../support/settable-clock'
import { type Answer, answerJson } from '../../support/test-server'

const assetId = 'urn:aaid:aem:12345678-abcd-4321-9876-0123456789ab'
const body = '{"assetMetadata":{}}'
const token = 'the-access-token-0123456789'
const secret = 'the-client-secret-0123456789'
const grantToken: Answer = (_request, response) =>
  answerJson(response, { access_token: token, token_type: 'bearer', expires_in: 86_399 })

function json(
  body: string | Uint8Array,
  headers: Readonly<Record<string, string | string[]>> = {},
  status = 200,
): Answer {
  return (_request, response) =>
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(body)
}

async function setUp(aemAnswer: Answer, imsAnswer: Answer = grantToken) {
  const ims = await serve(imsAnswer)
  const aem = await serve(aemAnswer)
  const clock = createSettableClock(Date.parse('2026-03-01T12:00:00Z'))
  const http = createNodeHttp()
  const metadata = createMetadata(http, createAccessTokens(http, clock), clock)
  const need = {
    connectionId: 'c',
    imsHost: ims.origin,
    clientId: 'client-1',
    scopes: ['openid', 'AdobeID'],
    readSecret: async () => secret,
  }
  const target = {
    connectionId: 'c',
    bucket: 'author-p1-e2',
    assetId,
    aemHost: aem.origin,
    author: aem.origin,
    need,
  }
  function read() {
    return metadata.read(target, new AbortController().signal, () => undefined)
  }
  return { ims, aem, read, metadata, target }
}

async function exchangeOf(work: Promise<unknown>): Promise<HttpExchange | undefined> {
  const error = await errorOf(work)
  return error.kind === 'failure' ? error.evidence?.exchange : undefined
}

function headerOf(exchange: HttpExchange | undefined, name: string): string | undefined {
  return exchange?.responseHeaders.find(([found]) => found === name)?.[1]
}

describe('the call that brought a reading', () => {
  it('is shown with the headers that were sent, and a placeholder for the token', async () => {
    const { aem, read } = await setUp(json(body))
    const { exchange } = await read()
    const sent = aem.seen[0]?.headers ?? {}
    const shown = exchange.requestHeaders.map(([name, value]) => [name.toLowerCase(), value])
    expect(shown).toEqual([
      ['accept', sent.accept],
      ['authorization', 'Bearer $ACCESS_TOKEN'],
      ['x-api-key', sent['x-api-key']],
      ['x-adobe-accept-experimental', sent['x-adobe-accept-experimental']],
    ])
  })

  it('has URL, status, tries and what the token was got with', async () => {
    const { ims, aem, read } = await setUp(json(body))
    expect((await read()).exchange).toMatchObject({
      to: 'aem',
      method: 'GET',
      url: `${aem.origin}/adobe/assets/${assetId}/metadata`,
      at: '2026-03-01T12:00:00.000Z',
      attempts: 1,
      status: 200,
      credential: { imsHost: ims.origin, clientId: 'client-1', scopes: ['openid', 'AdobeID'] },
    })
  })

  it('has the ETag that was sent, and the 304', async () => {
    const { read } = await setUp((request, response) =>
      request.headers['if-none-match']
        ? response.writeHead(304).end()
        : json(body, { ETag: '"7"' })(request, response, response.req),
    )
    await read()
    const { exchange } = await read()
    expect([exchange.status, exchange.requestHeaders.at(-1)]).toEqual([304, ['If-None-Match', '"7"']])
  })

  it('counts a try with a token that AEM refused', async () => {
    let calls = 0
    const { read } = await setUp((...call) => json(body, {}, calls++ === 0 ? 401 : 200)(...call))
    const { exchange } = await read()
    expect([exchange.attempts, exchange.status]).toEqual([2, 200])
  })

  it('knows the size on the wire of a compressed body that tells its length', async () => {
    const packed = gzipSync(JSON.stringify({ assetMetadata: { text: 'x'.repeat(5_000) } }))
    const { read } = await setUp(
      json(packed, { 'Content-Encoding': 'gzip', 'Content-Length': String(packed.length) }),
    )
    const { exchange, bytes } = await read()
    expect([exchange.bodyBytes, exchange.wireBytes]).toEqual([bytes, packed.length])
  })

  it('does not guess the size on the wire of a compressed body that does not', async () => {
    const { read } = await setUp(json(gzipSync(body), { 'Content-Encoding': 'gzip' }))
    expect((await read()).exchange.wireBytes).toBeNull()
  })
})

describe('the call that failed', () => {
  it('is part of the evidence, with the headers of the answer', async () => {
    const { read } = await setUp(json(body, { 'X-Request-Id': 'r1' }, 404))
    const exchange = await exchangeOf(read())
    expect([exchange?.to, exchange?.status, headerOf(exchange, 'x-request-id')]).toEqual(['aem', 404, 'r1'])
  })

  it('shows the headers of a body that was given up', async () => {
    const { read } = await setUp(json('{"a":', { 'X-Request-Id': 'r1' }))
    expect(headerOf(await exchangeOf(read()), 'x-request-id')).toBe('r1')
  })

  it('is that of Adobe IMS where no token came', async () => {
    const { aem, read } = await setUp(json(body), json('{"error":"invalid_client"}', {}, 400))
    const exchange = await exchangeOf(read())
    expect([exchange?.to, exchange?.method, exchange?.status, aem.seen]).toEqual(['ims', 'POST', 400, []])
    expect(exchange?.requestBody).toBe(
      'grant_type=client_credentials&client_id=client-1&client_secret=$CLIENT_SECRET&scope=openid%2CAdobeID',
    )
  })
})

describe('a secret', () => {
  const echo: Answer = (request, response) =>
    json(body, {
      'Set-Cookie': ['session=one; Path=/', 'other=two'],
      'X-Echo': `got ${request.headers.authorization ?? request.body}`,
      'X-Bare': [token, secret].join(' '),
    })(request, response, response.req)

  it('does not come back with the headers of a host that echoes it', async () => {
    const { read } = await setUp(echo)
    const { exchange } = await read()
    expect([JSON.stringify(exchange).includes(token), headerOf(exchange, 'set-cookie')]).toEqual([
      false,
      '[hidden]',
    ])
  })

  it('does not come back with a failed token call either', async () => {
    const { read } = await setUp(json(body), (request, response) => {
      response.writeHead(500, { 'X-Echo': request.body, 'X-Bare': secret }).end()
    })
    expect(JSON.stringify(await exchangeOf(read()))).not.toContain(secret)
  })
})
