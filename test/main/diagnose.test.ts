import { describe, expect, it } from 'vitest'
import { Failure } from '../../src/main/failure'
import {
  answerFailure,
  excerptOf,
  findCause,
  networkFailure,
  type Observation,
} from '../../src/main/services/diagnose'
import { type HttpAnswer, HttpProblem } from '../../src/main/services/http'
import { type CauseId, failureCatalogue } from '../../src/shared/failure-catalogue'
import type { Cause } from '../../src/shared/failure-signal'
import type { AppError } from '../../src/shared/result'

type Seen = Omit<Partial<Observation>, 'body'> & { body?: unknown }

const causeOf = ({ body = '', ...seen }: Seen): CauseId =>
  findCause({
    from: 'aem',
    method: 'read',
    status: null,
    network: null,
    refused: null,
    ...seen,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const problemType = (name: string): string => `https://api.adobeaemcloud.com/adobe/meta/errors/${name}`
const notAllowlisted =
  'IMS Client ID not allowlisted. Allowlist the Client ID using the Configuration Pipeline.'
const scopesMissing = 'The access token is missing required scopes.'
const forbidden = (detail: unknown) => ({
  type: problemType('forbidden'),
  title: 'Forbidden',
  status: 403,
  detail,
})

const known: readonly [CauseId, Seen][] = [
  [
    'ims-secret-refused',
    {
      from: 'ims',
      status: 400,
      body: { error: 'invalid_client', error_description: 'invalid client_secret parameter' },
    },
  ],
  [
    'ims-secret-refused',
    { from: 'ims', status: 401, body: { error: 'invalid_client', error_description: 'bad CLIENT_SECRET' } },
  ],
  [
    'ims-client-id-unknown',
    {
      from: 'ims',
      status: 400,
      body: { error: 'invalid_client', error_description: 'invalid client_id parameter' },
    },
  ],
  ['ims-client-refused', { from: 'ims', status: 401, body: { error: 'invalid_client' } }],
  ['ims-scope-refused', { from: 'ims', status: 400, body: { error: 'invalid_scope' } }],
  ['ims-grant-refused', { from: 'ims', status: 400, body: { error: 'unauthorized_client' } }],
  ['ims-grant-refused', { from: 'ims', status: 400, body: { error: 'unsupported_grant_type' } }],
  ['ims-request-malformed', { from: 'ims', status: 400, body: { error: 'invalid_request' } }],
  ['ims-internal-error', { from: 'ims', status: 500, body: { error: 'internal_error' } }],
  ['ims-throttled', { from: 'ims', status: 429 }],
  ['ims-unavailable', { from: 'ims', status: 503 }],
  ['ims-not-ims', { from: 'ims', status: 200, refused: 'html', body: '<html>' }],
  ['ims-not-ims', { from: 'ims', status: 200, refused: 'empty' }],
  ['ims-not-ims', { from: 'ims', status: 200, refused: 'not-json' }],
  ['ims-token-unusable', { from: 'ims', status: 200, refused: 'unusable-token' }],
  ['aem-client-not-allowlisted', { status: 403, body: forbidden(notAllowlisted) }],
  ['aem-scopes-missing', { status: 403, body: forbidden(scopesMissing) }],
  ['gateway-api-key-refused', { status: 403, body: { error_code: '403003', message: 'Api Key is invalid' } }],
  [
    'gateway-token-refused',
    { status: 401, body: { error_code: '401013', message: 'Oauth token is not valid' } },
  ],
  ['gateway-throttled', { status: 429, body: { error_code: '429050', message: 'Too many requests' } }],
  ['aem-token-refused', { status: 401, body: { type: problemType('unauthorized') } }],
  ['aem-write-refused', { status: 403, method: 'write', body: forbidden('No rights.') }],
  [
    'aem-path-unknown',
    {
      status: 404,
      body: { type: problemType('not_found'), detail: 'No RequestProcessor can handle this request.' },
    },
  ],
  [
    'aem-asset-not-found',
    { status: 404, body: { type: problemType('not_found'), detail: 'Asset not found.' } },
  ],
  ['aem-version-refused', { status: 406, body: { type: problemType('not_acceptable') } }],
  [
    'aem-changed-meanwhile',
    { status: 412, method: 'write', body: { type: problemType('precondition_failed') } },
  ],
  ['aem-throttled', { status: 429, body: '<html>slow down' }],
  ['aem-web-page', { status: 200, refused: 'html', body: '<html>' }],
  ['aem-web-page', { status: 503, refused: 'html', body: '<html>' }],
  ['aem-unavailable', { status: 500 }],
  ['aem-unavailable', { status: 504 }],
  ['aem-empty', { status: 200, refused: 'empty' }],
  ['aem-empty', { status: 304, refused: 'not-modified-unasked' }],
  ['aem-cut-off', { status: 200, refused: 'cut-off' }],
  ['aem-cut-off', { network: 'net::ERR_CONTENT_LENGTH_MISMATCH' }],
  ['aem-cut-off', { network: 'net::ERR_CONTENT_DECODING_FAILED' }],
  ['aem-cut-off', { network: 'net::ERR_INCOMPLETE_CHUNKED_ENCODING' }],
  ['aem-not-metadata', { status: 200, refused: 'not-json' }],
  ['aem-not-metadata', { status: 200, refused: 'no-metadata' }],
  ['body-too-large', { status: 200, refused: 'too-large' }],
  ['body-too-deep', { status: 200, refused: 'too-deep' }],
  ['redirected', { status: 302, refused: 'redirect' }],
  ['redirected', { from: 'ims', status: 307, refused: 'redirect' }],
  ['proxy-login-required', { status: 407 }],
  ['proxy-login-required', { network: 'net::ERR_PROXY_AUTH_UNSUPPORTED' }],
  ['no-answer', { refused: 'deadline-headers' }],
  ['no-answer', { network: 'net::ERR_TIMED_OUT' }],
  ['no-answer', { network: 'net::ERR_CONNECTION_TIMED_OUT' }],
  ['answer-stalled', { refused: 'deadline-body' }],
  ['host-not-found', { network: 'net::ERR_NAME_NOT_RESOLVED' }],
  ['host-refused', { network: 'net::ERR_CONNECTION_REFUSED' }],
  ['connection-lost', { network: 'net::ERR_CONNECTION_RESET' }],
  ['connection-lost', { network: 'net::ERR_EMPTY_RESPONSE' }],
  ['offline', { network: 'net::ERR_INTERNET_DISCONNECTED' }],
  ['tls-not-trusted', { network: 'net::ERR_CERT_AUTHORITY_INVALID' }],
  ['tls-wrong-host', { network: 'net::ERR_CERT_COMMON_NAME_INVALID' }],
  ['tls-expired', { network: 'net::ERR_CERT_DATE_INVALID' }],
  ['tls-failed', { network: 'net::ERR_SSL_PROTOCOL_ERROR' }],
  ['tls-failed', { network: 'net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH' }],
  ['proxy-failed', { network: 'net::ERR_PROXY_CONNECTION_FAILED' }],
  ['proxy-failed', { network: 'net::ERR_TUNNEL_CONNECTION_FAILED' }],
  ['headers-too-large', { network: 'net::ERR_RESPONSE_HEADERS_TOO_BIG' }],
  ['unknown-network', { network: 'net::ERR_SOMETHING_NEW' }],
  ['unknown-ims-answer', { from: 'ims', status: 418 }],
  ['unknown-aem-answer', { status: 418 }],
]

describe('a known failure', () => {
  it.each(known)('is %s: %j', (cause, seen) => {
    expect(causeOf(seen)).toBe(cause)
  })

  it('has an example here for every cause that an answer can give away', () => {
    const withExample = new Set<string>(known.map(([cause]) => cause))
    const causes = Object.entries<Cause>(failureCatalogue).filter(([, { signals }]) => signals.length > 0)
    expect(causes.map(([cause]) => cause).filter((cause) => !withExample.has(cause))).toEqual([])
  })

  it.each(['http', 'https'])('of problem+json is known by the last segment of an %s type', (scheme) => {
    const type = `${scheme}://api.adobeaemcloud.com/adobe/meta/errors/not_found`
    expect(causeOf({ status: 404, body: { type, detail: 'Asset not found.' } })).toBe('aem-asset-not-found')
  })
})

describe('a near miss', () => {
  it.each<[string, CauseId, Seen]>([
    [
      'the words of the allow-list under another status',
      'unknown-aem-answer',
      { status: 400, body: forbidden(notAllowlisted) },
    ],
    [
      'the words of the allow-list in the title',
      'unknown-aem-answer',
      { status: 403, body: { title: notAllowlisted } },
    ],
    [
      'the words of the allow-list inside a sentence',
      'unknown-aem-answer',
      { status: 403, body: forbidden(`Not so: ${notAllowlisted}`) },
    ],
    [
      'the words of the allow-list from IMS',
      'unknown-ims-answer',
      { from: 'ims', status: 403, body: forbidden(notAllowlisted) },
    ],
    [
      'words that only start alike',
      'unknown-aem-answer',
      { status: 403, body: forbidden('IMS Client ID not allowlistedX') },
    ],
    ['a 403 with other words', 'unknown-aem-answer', { status: 403, body: forbidden('Something else.') }],
    ['a 403 without a body', 'unknown-aem-answer', { status: 403 }],
    ['the words in an array', 'unknown-aem-answer', { status: 403, body: forbidden([scopesMissing]) }],
    [
      'the words in an object',
      'unknown-aem-answer',
      { status: 403, body: forbidden({ text: scopesMissing }) },
    ],
    [
      'a member below another',
      'unknown-aem-answer',
      { status: 403, body: { error: forbidden(scopesMissing) } },
    ],
    ['an array around the problem', 'unknown-aem-answer', { status: 403, body: [forbidden(scopesMissing)] }],
    ['the words in HTML', 'unknown-aem-answer', { status: 403, body: `<p>${scopesMissing}</p>` }],
    ['JSON that is cut', 'unknown-aem-answer', { status: 403, body: `{"detail":"${scopesMissing}"` }],
    ['null as a body', 'unknown-aem-answer', { status: 403, body: 'null' }],
    [
      'a type that only ends alike',
      'unknown-aem-answer',
      { status: 404, body: { type: problemType('asset_not_found') } },
    ],
    ['a type that is no string', 'unknown-aem-answer', { status: 404, body: { type: ['not_found'] } }],
    ['a 404 without a problem', 'unknown-aem-answer', { status: 404 }],
    [
      'a read that is forbidden',
      'unknown-aem-answer',
      { status: 403, method: 'read', body: forbidden('No rights.') },
    ],
    ['a gateway code that is a number', 'unknown-aem-answer', { status: 403, body: { error_code: 403_003 } }],
    [
      'a gateway code inside a longer one',
      'unknown-aem-answer',
      { status: 403, body: { error_code: '4030031' } },
    ],
    ['an IMS error from AEM', 'unknown-aem-answer', { status: 400, body: { error: 'invalid_client' } }],
    [
      'an IMS error that only starts alike',
      'unknown-ims-answer',
      { from: 'ims', status: 400, body: { error: 'invalid_client_x' } },
    ],
    [
      'an IMS error that is no string',
      'unknown-ims-answer',
      { from: 'ims', status: 400, body: { error: 1, error_description: 'client_secret' } },
    ],
    [
      'an IMS description without its error',
      'unknown-ims-answer',
      { from: 'ims', status: 400, body: { error_description: 'client_secret' } },
    ],
    [
      'the secret named under another error',
      'ims-request-malformed',
      { from: 'ims', status: 400, body: { error: 'invalid_request', error_description: 'client_secret' } },
    ],
  ])('is not taken for the cause: %s', (_name, cause, seen) => {
    expect(causeOf(seen)).toBe(cause)
  })

  it('does not come from a status that a body claims', () => {
    expect(causeOf({ status: 404, body: { ...forbidden(scopesMissing), status: 403 } })).toBe(
      'unknown-aem-answer',
    )
  })

  it('does not come from members that every object has', () => {
    expect(
      causeOf({
        status: 403,
        body: '{"__proto__":{"detail":"The access token is missing required scopes."}}',
      }),
    ).toBe('unknown-aem-answer')
  })

  it('does not come from a body nested 100,000 deep', () => {
    expect(causeOf({ status: 403, body: '['.repeat(100_000) + ']'.repeat(100_000) })).toBe(
      'unknown-aem-answer',
    )
  })
})

const at = Date.parse('2026-03-01T12:00:00Z')
const asked = {
  from: 'aem',
  method: 'GET',
  url: new URL('https://author-p1-e2.adobeaemcloud.com/adobe/assets/x/metadata?access_token=canary'),
  at,
  values: { host: 'author-p1-e2.adobeaemcloud.com' },
} as const

const answerOf = (answer: Partial<HttpAnswer> = {}): HttpAnswer => ({
  status: 403,
  headers: { 'content-type': 'application/problem+json' },
  body: Buffer.alloc(0),
  durationMs: 12.6,
  ...answer,
})

const failureOf = (thrown: unknown): Extract<AppError, { kind: 'failure' }> => {
  if (thrown instanceof Failure && thrown.error.kind === 'failure') return thrown.error
  throw new Error(`Expected a failure, got ${String(thrown)}`)
}

describe('the evidence of a failure', () => {
  const evidenceOf = (body: string, answer: Partial<HttpAnswer> = {}) =>
    failureOf(answerFailure(asked, answerOf(answer), body, null)).evidence

  it('says what was asked and what came', () => {
    expect(evidenceOf('{"detail":"No."}')).toEqual({
      method: 'GET',
      url: 'https://author-p1-e2.adobeaemcloud.com/adobe/assets/x/metadata',
      status: 403,
      contentType: 'application/problem+json',
      requestId: null,
      excerpt: '{"detail":"No."}',
      at: '2026-03-01T12:00:00.000Z',
      durationMs: 13,
    })
  })

  it.each([
    ['the header of AEM', '', { headers: { 'x-request-id': 'r-1' } }],
    ['the header of IMS', '', { headers: { 'x-debug-id': 'r-1' } }],
    ['the body', '{"requestId":"r-1"}', {}],
  ])('has the request ID of %s', (_name, body, answer) => {
    expect(evidenceOf(body, answer)?.requestId).toBe('r-1')
  })

  it('has at most 500 characters of a long body', () => {
    expect(evidenceOf('x'.repeat(10_000_000))?.excerpt).toBe('x'.repeat(500))
  })

  it.each([
    ['a token of IMS', `{"got":"eyJhbGciOiJSUzI1NiJ9.eyJjYW5hcnkiOjF9.canary-signature"}`],
    ['an authorization header', 'Authorization: Bearer canary-canary-canary'],
    ['a form', 'grant_type=client_credentials&client_secret=canary&scope=openid'],
    ['a JSON body', '{"client_secret":"canary"}'],
    ['JSON inside JSON', '{"message":"{\\"access_token\\":\\"canary\\"}"}'],
    ['a secret of the Developer Console', 'secret was p8e-canary_canary-canary'],
  ])('has nothing secret from %s', (_name, body) => {
    expect(evidenceOf(body)?.excerpt).not.toContain('canary')
  })

  it('has no control characters', () => {
    expect(excerptOf('a\u001b[31mb\r\nc\u0000d\u0085e')).toBe('a [31mb c d e')
  })
})

describe('the time to wait that an answer tells', () => {
  const secondsOf = (value: string): unknown =>
    failureOf(answerFailure(asked, answerOf({ status: 429, headers: { 'retry-after': value } }), '', null))
      .values.retryAfterSeconds

  it.each([
    ['120', 120],
    [' 7 ', 7],
    ['3600', 3_600],
    ['3601', 3_600],
    ['9999999', 3_600],
    ['9'.repeat(400), 3_600],
    ['Sun, 01 Mar 2026 12:02:00 GMT', 120],
    ['Sunday, 01-Mar-26 12:02:00 GMT', 120],
    ['Sun, 01 Mar 2099 12:02:00 GMT', 3_600],
  ])('is, for %j, %i seconds', (value, seconds) => {
    expect(secondsOf(value)).toBe(seconds)
  })

  it.each([
    '0',
    '-5',
    '-2050',
    '3.5',
    '1e9',
    'abc',
    '',
    'Infinity',
    '0x10',
    '120, 60',
    '5 May 2099',
    'Sun, 01 Mar 2026 11:59:00 GMT',
    'Sun, 99 Foo 2026 12:00:00 GMT',
  ])('is not known for %j', (value) => {
    expect(secondsOf(value)).toBeUndefined()
  })
})

describe('the failure of an exchange without an answer', () => {
  it('says where a redirect pointed, without the rest of that address', () => {
    const problem = new HttpProblem({
      refused: 'redirect',
      status: 302,
      target: 'https://u:p@evil.test:8443/x?canary',
    })
    expect(failureOf(networkFailure(asked, problem))).toMatchObject({
      cause: 'redirected',
      values: { target: 'evil.test:8443' },
      evidence: { status: 302 },
    })
  })

  it('says what the network stack said', () => {
    const failure = failureOf(
      networkFailure(asked, new HttpProblem({ network: 'net::ERR_NAME_NOT_RESOLVED' })),
    )
    expect(failure.values.detail).toBe('net::ERR_NAME_NOT_RESOLVED')
  })

  it('is not made of anything else that was thrown', () => {
    const thrown = new Error('a bug')
    expect(networkFailure(asked, thrown)).toBe(thrown)
  })
})
