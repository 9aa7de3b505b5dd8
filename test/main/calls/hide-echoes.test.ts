import { describe, expect, it } from 'vitest'
import { createPathFinder } from '../../../src/main/assets/find-by-path'
import { createAccessTokens } from '../../../src/main/calls/access-tokens'
import { probeRights } from '../../../src/main/check/rights'
import { createWriteLock } from '../../../src/main/edit/write-lock'
import { createMetadata } from '../../../src/main/metadata/metadata'
import { settledOf } from '../../support/failures'
import { createNodeHttp } from '../../support/node-http'
import { serve } from '../../support/serve'
import { createSettableClock } from '../../support/settable-clock'
import { type Answer, answerJson } from '../../support/test-server'

/** Neither has a form by which it could be told from other words. */
const token = 'canary-opaque-token-0123456789'
const secret = 'canary&of the-older kind/0123456789'
const assetId = 'urn:aaid:aem:12345678-abcd-4321-9876-0123456789ab'
const somePass = createWriteLock().passForTest({ id: 'c', allowsChanges: true, environment: 'development' })

function echoOf(text: string): Record<string, string> {
  const form = encodeURIComponent(text)
  return {
    'X-Request-Id': form,
    'X-Debug-Id': form,
    'Content-Type': `application/json; echo=${form}`,
    'Content-Language': form,
    'Retry-After': form,
    ETag: `"${form}"`,
    'X-Echo': form,
  }
}

/** A host that sends back whatever it was sent, wherever there is room. */
function echoing(status: number): { ims: Answer; aem: Answer } {
  return {
    ims: (_request, response) =>
      answerJson(
        response,
        { access_token: token, token_type: 'bearer', expires_in: 86_399, scope: `openid ${secret}` },
        200,
        echoOf(`${secret} ${token}`),
      ),
    aem: (request, response) =>
      answerJson(
        response,
        {
          assetMetadata: { 'dc:title': `${request.headers.authorization} ${secret}` },
          detail: `${request.headers.authorization} ${secret}`,
          requestId: token,
        },
        status,
        echoOf(`${token} ${secret}`),
      ),
  }
}

async function setUp({ ims, aem }: { ims: Answer; aem: Answer }) {
  const [imsServer, aemServer] = [await serve(ims), await serve(aem)]
  const clock = createSettableClock(Date.parse('2026-03-01T12:00:00Z'))
  const http = createNodeHttp()
  const tokens = createAccessTokens(http, clock)
  const need = {
    connectionId: 'c',
    imsHost: imsServer.origin,
    clientId: 'client-1',
    scopes: ['openid'],
    readSecret: async () => secret,
  }
  const target = {
    connectionId: 'c',
    bucket: 'author-p1-e2',
    assetId,
    aemHost: aemServer.origin,
    author: aemServer.origin,
    path: '/content/dam/a.jpg',
    isDemo: false,
    need,
  }
  const signal = new AbortController().signal
  return {
    seen: aemServer.seen,
    grant: () => tokens.renew(need, signal),
    read: () => createMetadata(http, tokens, clock).read(target, signal, () => undefined),
    probe: () => probeRights({ http, tokens, clock }, target, somePass, signal),
    find: () => createPathFinder(http, tokens, clock)(target, signal, () => undefined),
  }
}

/** Everything that came of a piece of work, well or not, as text. */
async function outcomeOf(work: Promise<unknown>): Promise<string> {
  return decodeURIComponent(JSON.stringify(await settledOf(work)).replaceAll('%', '%25'))
}

describe.each([200, 400, 401, 403, 404, 412, 500])(
  'a host that echoes what it was sent, with %i',
  (status) => {
    it.each(['read', 'probe', 'find'] as const)('brings neither token nor secret back: %s', async (way) => {
      const { seen, [way]: run } = await setUp(echoing(status))
      const outcome = await outcomeOf(run())
      expect(seen.length).toBeGreaterThan(0)
      expect(outcome).not.toContain('canary')
    })
  },
)

describe('an IMS that echoes', () => {
  it('brings the secret into no part of a token that is shown', async () => {
    const { accessToken: _, ...shown } = await (await setUp(echoing(200))).grant()
    expect(JSON.stringify(shown)).not.toContain('canary')
  })

  it('does not bring back a token that cannot be used', async () => {
    const { aem } = echoing(200)
    const ims: Answer = (_request, response) =>
      answerJson(response, { access_token: token, token_type: 'mac' }, 200, echoOf(token))
    expect(await outcomeOf((await setUp({ ims, aem })).grant())).not.toContain('canary')
  })

  it('does not get the secret shown as a claim', async () => {
    const { aem } = echoing(200)
    const claims = Buffer.from(JSON.stringify({ user_id: secret })).toString('base64url')
    const ims: Answer = (_request, response) =>
      answerJson(response, {
        access_token: `eyJhbGciOiJSUzI1NiJ9.${claims}.sig`,
        token_type: 'bearer',
        expires_in: 86_399,
      })
    expect(await settledOf((await setUp({ ims, aem })).grant())).toMatchObject({
      kind: 'failure',
      cause: 'ims-token-unusable',
    })
  })

  it('may grant the same token twice', async () => {
    const { grant } = await setUp(echoing(200))
    await grant()
    expect((await grant()).accessToken).toBe(token)
  })
})

describe('a body without an echo', () => {
  it('is as it came, whatever bytes it holds', async () => {
    const { ims } = echoing(200)
    const body = Buffer.concat([
      Buffer.from('{"assetMetadata":"'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('"}'),
    ])
    const { read } = await setUp({
      ims,
      aem: (_request, response) => response.writeHead(200, { 'Content-Type': 'application/json' }).end(body),
    })
    expect(await read()).toMatchObject({ bytes: body.length, hasInvalidBytes: true })
  })

  it('keeps the bytes beside an echo that are no text', async () => {
    const { ims } = echoing(200)
    const { read } = await setUp({
      ims,
      aem: (request, response) => {
        const echo = Buffer.from(`{"assetMetadata":"${request.headers.authorization}`)
        response.writeHead(200, { 'Content-Type': 'application/json' })
        response.end(Buffer.concat([echo, Buffer.from([0xff]), Buffer.from('"}')]))
      },
    })
    expect(await read()).toMatchObject({
      text: '{"assetMetadata":"Bearer [hidden secret]\ufffd"}',
      hasInvalidBytes: true,
    })
  })
})
