import { describe, expect, it, vi } from 'vitest'
import type { DemoCloud } from '../../src/demo-cloud/demo-cloud'
import {
  type Answer,
  call,
  credentialNamed,
  json,
  metadataUrl,
  requestToken,
  signIn,
  startCloud,
  tokenFields,
} from './client'

const works = 'works'
const notAllowListed =
  'IMS Client ID not allowlisted. Allowlist the Client ID using the Configuration Pipeline.'
const missingScopes = 'The access token is missing required scopes.'

/** Credentials that get a token, with the status and a text of AEM's answer. */
const seenByAem: Record<string, [status: number, text: string] | typeof works> = {
  Reader: works,
  Editor: works,
  'Metadata editor': works,
  'Stage: metadata editor with repository paths': works,
  'Reader with repository paths': works,
  'Strict 2024.11 API': works,
  'Rotation: old secret': works,
  'Rotation: new secret': works,
  'Secret with special characters': works,
  'More scopes than needed': works,
  'Token of one minute': works,
  'IMS clock two days ahead': works,
  'IMS clock two days behind': works,
  'Token that is not a JWT': works,
  'Token type BEARER': works,
  'No expires_in': works,
  'expires_in as text': works,
  'expires_in 0': works,
  'expires_in -1': works,
  'No token type': works,
  'Token type mac': works,
  'Technical account new to AEM': [403, 'not known in this environment'],
  'Not allow-listed': [403, notAllowListed],
  'Missing scopes': [403, missingScopes],
  'Nothing set up in AEM': [403, missingScopes],
  'Scope silently left out': [403, missingScopes],
  'No folder scope': works,
  'Folder scope silently left out': works,
  'No read right': [403, 'does not have permission'],
  'Token that AEM refuses': [401, 'errors/unauthorized'],
  'Token of IMS stage': [401, 'errors/unauthorized'],
  'Token of another client': [403, '{"error_code":"403003","message":"Api Key is invalid"}'],
  'API not added in ADC': [403, '{"error_code":"403003","message":"Api Key is invalid"}'],
  'API key lost on the way': [403, '{"error_code":"403000","message":"Api Key is required"}'],
  'Gateway refuses the token': [401, '{"error_code":"401013","message":"Oauth token is not valid"}'],
  'Gateway throttles': [429, '{"error_code":"429050","message":"Too many requests"}'],
  'AEM hibernated': [200, 'hibernated'],
  'AEM login page': [200, 'Sign In'],
  'AEM redirects to login': [302, ''],
  'AEM redirects to its login page': [302, ''],
  'IP address not allowed': [403, '<!DOCTYPE html>'],
  'AEM release too old': [404, 'No RequestProcessor can handle this request.'],
  'AEM unavailable': [503, 'errors/service_unavailable'],
  'AEM throttles': [429, 'errors/too_many_requests'],
  'Unknown AEM refusal': [403, 'Tenant guardrail 7'],
}

/** Credentials for which the token answer is what matters. */
const seenByIms: Record<string, (answer: Answer) => void> = {
  'Wrong secret': imsError(400, {
    error: 'invalid_client',
    error_description: 'invalid client_secret parameter',
  }),
  'Unknown client ID': imsError(400, {
    error: 'invalid_client',
    error_description: 'invalid client_id parameter',
  }),
  'Scope not granted': imsError(400, { error: 'invalid_scope' }),
  'Refused without a reason': imsError(401, {
    error: 'invalid_client',
    error_description: expect.not.stringMatching(/client_(id|secret)/),
  }),
  'Grant not supported': imsError(400, { error: 'unsupported_grant_type' }),
  'Request not understood': imsError(400, { error: 'bad_request' }),
  'Unauthorized client': imsError(400, { error: 'unauthorized_client' }),
  'Access denied': imsError(400, { error: 'access_denied' }),
  'Unknown IMS error': imsError(400, { error: expect.any(String) }),
  'Hostile IMS error': imsError(400, {
    error_description: expect.stringContaining('<img src=x onerror=alert(1)>\u202E'),
  }),
  'IMS throttles': ({ status, headers }) => expect([status, headers['retry-after']]).toEqual([429, '30']),
  'IMS throttles once': ({ status, headers }) => expect([status, headers['retry-after']]).toEqual([429, '1']),
  'IMS internal error': imsError(500, {
    error: 'internal_error',
    error_description: 'Please try again later',
  }),
  'IMS unavailable': ({ status, body }) => expect([status, body.length]).toEqual([503, 0]),
  'IMS answers HTML': html(200),
  'Proxy before IMS': html(403),
  'IMS cuts the connection': ({ status }) => expect(status).toBeNull(),
  'IMS redirects (307)': ({ status, headers }) =>
    expect([status, headers.location]).toEqual([307, expect.any(String)]),
  'IMS redirects (302)': ({ status, headers }) =>
    expect([status, headers.location]).toEqual([302, expect.any(String)]),
  'No access token': (answer) => expect(json(answer)).not.toHaveProperty('access_token'),
  'Access token is a number': (answer) => expect(json(answer).access_token).toBe(12_345),
  'IMS answers an array': ({ body }) => expect(body.toString()).toBe('[]'),
  'IMS answers nothing': ({ status, body }) => expect([status, body.length]).toEqual([200, 0]),
  'IMS answers broken JSON': (answer) => expect(() => json(answer)).toThrow(SyntaxError),
  'Token with a line break': (answer) => expect(json(answer).access_token).toContain('\r\n'),
  'Token of 64 kB': (answer) => expect(String(json(answer).access_token)).toHaveLength(65_536),
  'expires_in 1e400': ({ body }) => expect(body.toString()).toContain('"expires_in":1e400'),
}

const neverAnswered = ['IMS never answers', 'AEM never answers']

function imsError(status: number, body: object): (answer: Answer) => void {
  return (answer) => {
    expect(answer.status).toBe(status)
    expect(json(answer)).toMatchObject(body)
  }
}

function html(status: number): (answer: Answer) => void {
  return ({ headers, body, ...answer }) => {
    expect(answer.status).toBe(status)
    expect(headers['content-type']).toContain('text/html')
    expect(body.toString()).toContain('<!DOCTYPE html>')
  }
}

async function readWith(cloud: DemoCloud, name: string): Promise<Answer> {
  return call(metadataUrl(cloud), { headers: await signIn(cloud, name) })
}

describe('documented credentials', () => {
  it('are all tested here', async () => {
    const cloud = await startCloud()
    const tested = [...Object.keys(seenByAem), ...Object.keys(seenByIms), ...neverAnswered]
    expect(cloud.credentials.map(({ name }) => name).sort()).toEqual(tested.sort())
  })

  it('look like those of Adobe Developer Console', async () => {
    const cloud = await startCloud()
    for (const { clientId, clientSecret } of cloud.credentials) {
      expect(clientId).toMatch(/^[0-9a-f]{32}$/)
      expect(clientSecret).toMatch(/^p8e-demo-/)
    }
  })

  it.each(Object.entries(seenByIms))('IMS shows it for: %s', async (name, check) => {
    const cloud = await startCloud()
    check(await requestToken(cloud, tokenFields(credentialNamed(cloud, name))))
  })

  it.each(Object.entries(seenByAem))('AEM shows it for: %s', async (name, expected) => {
    const cloud = await startCloud()
    const answer = await readWith(cloud, name)
    if (expected === works) {
      expect(answer.status).toBe(200)
      expect(json(answer)).toHaveProperty('assetMetadata')
      return
    }
    expect(answer.status).toBe(expected[0])
    expect(answer.body.toString()).toContain(expected[1])
  })

  it('"works" is said of exactly those that work', async () => {
    const cloud = await startCloud()
    const said = cloud.credentials.filter(({ shows }) => shows.startsWith('Works')).map(({ name }) => name)
    for (const name of said) expect([name, seenByAem[name]]).toEqual([name, works])
  })

  it('the two 403 of the allow-list and the scopes have the captured bodies, byte for byte', async () => {
    const cloud = await startCloud()
    const type = 'https://api.adobeaemcloud.com/adobe/meta/errors/forbidden'
    function body(detail: string): string {
      return JSON.stringify({ type, title: 'Forbidden', status: 403, detail })
    }
    const listed = await readWith(cloud, 'Not allow-listed')
    const scoped = await readWith(cloud, 'Missing scopes')
    expect(listed.headers['content-type']).toBe('application/problem+json')
    expect(listed.body.toString()).toBe(body(notAllowListed))
    expect(scoped.body.toString()).toBe(body(missingScopes))
  })

  it('IMS that throttles once gives a token to the second request', async () => {
    const cloud = await startCloud()
    const fields = tokenFields(credentialNamed(cloud, 'IMS throttles once'))
    const statuses = [await requestToken(cloud, fields), await requestToken(cloud, fields)].map(
      ({ status }) => status,
    )
    expect(statuses).toEqual([429, 200])
  })

  it('a technical account that is new to AEM is known with the second token', async () => {
    const cloud = await startCloud()
    await readWith(cloud, 'Technical account new to AEM')
    expect((await readWith(cloud, 'Technical account new to AEM')).status).toBe(200)
  })

  it('a redirect of IMS leads a client that follows to another origin, where it is recorded', async () => {
    const cloud = await startCloud()
    const fields = tokenFields(credentialNamed(cloud, 'IMS redirects (307)'))
    const body = new URLSearchParams(fields)
    const followed = await fetch(`${cloud.ims}/ims/token/v3`, { method: 'POST', body })
    expect(await followed.json()).toMatchObject({ access_token: 'captured', token_type: 'bearer' })
    const captured = cloud.requests.filter(({ server }) => server === 'elsewhere')
    expect(captured.map((request) => request.body)).toEqual([
      expect.stringContaining(fields.client_secret ?? '?'),
    ])
  })

  it('without the folder scope, folders are refused', async () => {
    const cloud = await startCloud()
    const headers = await signIn(cloud, 'No folder scope')
    const answer = await call(`${cloud.aem}/adobe/folders/?path=/content/dam`, { headers })
    expect([answer.status, json(answer).detail]).toEqual([403, missingScopes])
  })

  it('IMS that never answers ends only when the cloud closes', async () => {
    const cloud = await startCloud()
    const pending = requestToken(cloud, tokenFields(credentialNamed(cloud, 'IMS never answers')))
    await vi.waitUntil(() => cloud.requests.length === 1)
    await cloud.close()
    expect(await pending).toMatchObject({ status: null })
  })

  it('AEM that never answers ends only when the cloud closes', async () => {
    const cloud = await startCloud()
    const pending = readWith(cloud, 'AEM never answers')
    await vi.waitUntil(() => cloud.requests.some(({ server }) => server === 'aem'))
    await cloud.close()
    expect(await pending).toMatchObject({ status: null })
  })
})
