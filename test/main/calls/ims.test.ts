import { OAuth2Server } from 'oauth2-mock-server'
import { describe, expect, it, onTestFinished } from 'vitest'
import { requestToken, type TokenGrant } from '../../../src/main/calls/ims'
import { causeOf, errorOf } from '../../support/failures'
import { createNodeHttp } from '../../support/node-http'
import { serve } from '../../support/serve'
import { createSettableClock } from '../../support/settable-clock'
import { type Answer, answerJson, type TestServer } from '../../support/test-server'
import { jwtOf } from '../../support/tokens'

const never = new AbortController().signal
const startedAt = Date.parse('2026-03-01T12:00:00Z')

function ask(
  imsHost: string,
  { clientSecret = 'canary-secret', scopes = ['openid', 'AdobeID'] } = {},
  signal = never,
): Promise<TokenGrant> {
  return requestToken(
    createNodeHttp(),
    createSettableClock(startedAt),
    { imsHost, clientId: 'client-1', clientSecret, scopes },
    signal,
  )
}

function answering(value: unknown, status = 200, contentType = 'application/json'): Answer {
  return (_request, response) => answerJson(response, value, status, { 'Content-Type': contentType })
}

function granting(grant: Readonly<Record<string, unknown>>): Answer {
  return answering({ access_token: 'token-1', token_type: 'bearer', expires_in: 86_399, ...grant })
}

describe('the request for a token', () => {
  async function requestSeen(
    ...asked: Parameters<typeof ask> extends [string, ...infer Rest] ? Rest : never
  ) {
    const server = await serve(granting({}))
    await ask(server.origin, ...asked)
    return server.seen
  }

  it('is one POST of a form', async () => {
    expect(await requestSeen()).toMatchObject([
      {
        method: 'POST',
        path: '/ims/token/v3',
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      },
    ])
  })

  it('has grant, client, secret and scopes in its body, scopes between commas', async () => {
    const [seen] = await requestSeen()
    expect(seen?.body).toBe(
      'grant_type=client_credentials&client_id=client-1&client_secret=canary-secret&scope=openid%2CAdobeID',
    )
  })

  it.each(['&', '+', '=', '%', 'é', ' ', 'a&client_id=other', '%2B', '😀', '"'])(
    'brings a secret with %j there as it is',
    async (clientSecret) => {
      const [seen] = await requestSeen({ clientSecret })
      expect(new URLSearchParams(seen?.body).getAll('client_secret')).toEqual([clientSecret])
    },
  )

  it('encodes what means something in a form', async () => {
    const [seen] = await requestSeen({ clientSecret: '&+=%é' })
    expect(seen?.body).toContain('&client_secret=%26%2B%3D%25%C3%A9&')
  })

  it('has no secret in its address or headers', async () => {
    const [seen] = await requestSeen()
    expect(JSON.stringify([seen?.path, seen?.headers])).not.toContain('canary')
  })
})

describe('a token', () => {
  async function grantFor(grant: Readonly<Record<string, unknown>>): Promise<TokenGrant> {
    return ask((await serve(granting(grant))).origin)
  }

  it('comes with the times of this machine', async () => {
    expect(await grantFor({})).toMatchObject({
      accessToken: 'token-1',
      issuedAt: startedAt,
      expiresAt: startedAt + 86_399_000,
    })
  })

  it('has the scopes of its own claim', async () => {
    const accessToken = jwtOf({ scope: 'openid,AdobeID,read_organizations' })
    expect((await grantFor({ access_token: accessToken, scope: 'other' })).scopes).toEqual([
      'openid',
      'AdobeID',
      'read_organizations',
    ])
  })

  it('has the scopes of the answer when it is opaque', async () => {
    expect((await grantFor({ scope: 'openid aem.assets.author' })).scopes).toEqual([
      'openid',
      'aem.assets.author',
    ])
  })

  it('has the scopes that were asked for when nobody says others', async () => {
    expect((await grantFor({})).scopes).toEqual(['openid', 'AdobeID'])
  })

  it.each([
    ['a claim that is no text', jwtOf({ scope: 7 })],
    ['a payload that is no JSON', 'a.b.c'],
  ])('is used in spite of %s', async (_name, accessToken) => {
    expect(await grantFor({ access_token: accessToken })).toMatchObject({
      accessToken,
      scopes: ['openid', 'AdobeID'],
    })
  })

  it.each(['bearer', 'Bearer', 'BEARER'])('may be of type %s', async (type) => {
    expect((await grantFor({ token_type: type })).accessToken).toBe('token-1')
  })

  it.each<[unknown, number]>([
    [86_399, 86_399],
    ['86399', 86_399],
    [60, 60],
    [9e15, 86_400],
    [0, 900],
    [-1, 900],
    [null, 900],
    ['', 900],
    ['soon', 900],
    ['NaN', 900],
    ['Infinity', 900],
    [{}, 900],
    [[60], 900],
  ])('that says it lives %j seconds is kept for %i', async (expiresIn, seconds) => {
    expect((await grantFor({ expires_in: expiresIn })).expiresAt).toBe(startedAt + seconds * 1_000)
  })

  it.each([
    '{"access_token":"t","token_type":"bearer"}',
    '{"access_token":"t","token_type":"bearer","expires_in":1e400}',
  ])('is kept for 15 minutes when its life is not told: %s', async (text) => {
    const server = await serve(answering(text))
    expect((await ask(server.origin)).expiresAt).toBe(startedAt + 900_000)
  })
})

describe('an answer that is no token', () => {
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['no token', { access_token: undefined }],
    ['an empty token', { access_token: '' }],
    ['a number', { access_token: 7 }],
    ['a token with a line break', { access_token: 'canary\r\nX-Evil: 1' }],
    ['a token with NUL', { access_token: 'canary\u0000' }],
    ['a token with a space', { access_token: 'canary token' }],
    ['a token beyond ASCII', { access_token: 'canaryé' }],
    ['a token of 64 KB', { access_token: 'canary'.padEnd(65_536, 'x') }],
    ['no type', { token_type: undefined }],
    ['another type', { token_type: 'mac' }],
  ])('is refused for %s, and not shown', async (_name, grant) => {
    const error = await errorOf(ask((await serve(granting(grant))).origin))
    expect(error).toMatchObject({ kind: 'failure', cause: 'ims-token-unusable', evidence: { excerpt: '' } })
  })

  it.each<[string, Answer, string]>([
    ['an array', answering([]), 'ims-token-unusable'],
    ['null', answering('null'), 'ims-token-unusable'],
    ['HTML', answering('<html>', 200, 'text/html'), 'ims-not-ims'],
    ['HTML that says it is JSON', answering('<html>'), 'ims-not-ims'],
    [
      'JSON that says it is HTML',
      granting({}) && answering('{"access_token":"t"}', 200, 'text/html'),
      'ims-not-ims',
    ],
    ['nothing', answering(''), 'ims-not-ims'],
    ['plain text', answering('token', 200, 'text/plain'), 'ims-not-ims'],
    ['half of the JSON', answering('{"access_token":"tok'), 'ims-not-ims'],
    [
      'a wrong secret',
      answering({ error: 'invalid_client', error_description: 'invalid client_secret parameter' }, 400),
      'ims-secret-refused',
    ],
    [
      'a wrong client',
      answering({ error: 'invalid_client', error_description: 'invalid client_id parameter' }, 400),
      'ims-client-id-unknown',
    ],
    ['a wrong scope', answering({ error: 'invalid_scope' }, 400), 'ims-scope-refused'],
    ['a service that is down', answering({}, 503), 'ims-unavailable'],
    [
      'a token that comes with another status',
      answering({ access_token: 't', token_type: 'bearer' }, 201),
      'unknown-ims-answer',
    ],
  ])('is told apart: %s', async (_name, answer, cause) => {
    expect(await causeOf(ask((await serve(answer)).origin))).toBe(cause)
  })

  it.each([400, 401])('is asked for once, with status %i', async (status) => {
    const server = await serve(answering({ error: 'invalid_client' }, status))
    await errorOf(ask(server.origin))
    expect(server.seen).toHaveLength(1)
  })

  it('is cut off at 256 KB', async () => {
    const server = await serve(answering({ error: 'x'.repeat(300_000) }, 400))
    expect(await causeOf(ask(server.origin))).toBe('body-too-large')
  })

  it('does not show a secret that it sends back', async () => {
    const clientSecret = 'canary & secret"é'
    const server = await serve(({ body }, response) =>
      answerJson(
        response,
        { error: 'invalid_request', error_description: `Unknown: ${clientSecret} in ${body}` },
        400,
      ),
    )
    expect(JSON.stringify(await errorOf(ask(server.origin, { clientSecret })))).not.toContain('canary')
  })
})

describe('a redirect from IMS', () => {
  it.each([301, 302, 303, 307, 308])(
    'with status %i is a failure, and nothing arrives where it points',
    async (status) => {
      const elsewhere = await serve(granting({}))
      const server = await serve((_request, response) => {
        response.writeHead(status, { Location: `${elsewhere.origin}/ims/token/v3` }).end()
      })
      expect([await causeOf(ask(server.origin)), elsewhere.seen]).toEqual(['redirected', []])
    },
  )
})

describe('a request for a token that is cancelled', () => {
  async function hanging(): Promise<{
    server: TestServer
    arrived: Promise<void>
    closed: Promise<void>
  }> {
    let arrive: () => void = () => undefined
    let close: () => void = () => undefined
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve
    })
    const closed = new Promise<void>((resolve) => {
      close = resolve
    })
    const server = await serve((_request, response) => {
      response.once('close', close)
      arrive()
    })
    return { server, arrived, closed }
  }

  it('ends with the reason of the one who cancelled', async () => {
    const { server, arrived } = await hanging()
    const controller = new AbortController()
    const asking = ask(server.origin, {}, controller.signal)
    await arrived
    controller.abort('enough')
    await expect(asking).rejects.toBe('enough')
  })

  it('ends on the wire as well', async () => {
    const { server, arrived, closed } = await hanging()
    const controller = new AbortController()
    const asking = ask(server.origin, {}, controller.signal).catch(() => undefined)
    await arrived
    controller.abort()
    await Promise.all([closed, asking])
    expect(server.seen).toHaveLength(1)
  })
})

describe('a token server that is not ours', () => {
  it('gives a token that we understand', async () => {
    const server = new OAuth2Server(undefined, undefined, { endpoints: { token: '/ims/token/v3' } })
    await server.issuer.keys.generate('RS256')
    await server.start(0, '127.0.0.1')
    onTestFinished(() => server.stop())
    const grant = await ask(`http://127.0.0.1:${server.address().port}`, { scopes: ['openid'] })
    expect(grant).toMatchObject({ scopes: ['openid'], expiresAt: startedAt + 3_600_000 })
  })
})
