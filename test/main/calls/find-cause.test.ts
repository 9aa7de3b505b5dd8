import { describe, expect, it } from 'vitest'
import { findCause, type Observation } from '../../../src/main/calls/diagnose'
import { type CauseId, failureCatalogue } from '../../../src/shared/failure-catalogue'
import type { Cause } from '../../../src/shared/failure-signal'

type Seen = Omit<Partial<Observation>, 'body'> & { body?: unknown }

function causeOf({ body = '', ...seen }: Seen): CauseId {
  return findCause({
    from: 'aem',
    method: 'read',
    status: null,
    network: null,
    refused: null,
    ...seen,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

function problemType(name: string): string {
  return `https://api.adobeaemcloud.com/adobe/meta/errors/${name}`
}
const notAllowlisted =
  'IMS Client ID not allowlisted. Allowlist the Client ID using the Configuration Pipeline.'
const scopesMissing = 'The access token is missing required scopes.'
function forbidden(detail: unknown) {
  return {
    type: problemType('forbidden'),
    title: 'Forbidden',
    status: 403,
    detail,
  }
}

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
  ['ims-grant-unsupported', { from: 'ims', status: 400, body: { error: 'unsupported_grant_type' } }],
  ['ims-access-denied', { from: 'ims', status: 401, body: { error: 'access_denied' } }],
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
    'gateway-api-key-missing',
    { status: 403, body: { error_code: '403000', message: 'Api Key is required' } },
  ],
  ['aem-account-unknown', { status: 403, body: forbidden('The technical account is not known to AEM yet.') }],
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
  ['aem-change-conflict', { status: 409, method: 'write', body: { type: problemType('conflict') } }],
  [
    'aem-version-missing',
    { status: 428, method: 'write', body: { type: problemType('precondition_required') } },
  ],
  ['aem-throttled', { status: 429, body: '<html>slow down' }],
  ['aem-web-page', { status: 200, refused: 'html', body: '<html>' }],
  ['aem-unavailable', { status: 503, refused: 'html', body: '<html>' }],
  ['aem-web-page', { status: 404, refused: 'html', body: '<html>' }],
  ['aem-hibernated', { status: 503, refused: 'html', body: '<p>This environment is hibernated.</p>' }],
  ['aem-login-page', { status: 200, refused: 'html', body: '<title>AEM Sign In</title>' }],
  [
    'aem-address-not-allowed',
    { status: 403, refused: 'html', body: '<p>Your IP address is not allowed.</p>' },
  ],
  ['proxy-page', { status: 200, refused: 'html', body: '<p>Blocked by the company proxy</p>' }],
  ['proxy-page', { from: 'ims', status: 403, refused: 'html', body: '<title>Zscaler</title>' }],
  ['aem-token-refused', { status: 401 }],
  ['aem-token-refused', { status: 401, body: '{}' }],
  ['aem-request-malformed', { status: 400, body: { type: problemType('bad_request') } }],
  ['aem-read-refused', { status: 403, body: forbidden('You do not have permission to read this asset.') }],
  [
    'aem-change-not-possible',
    { status: 422, method: 'write', body: { type: problemType('unprocessable_entity') } },
  ],
  [
    'aem-change-not-understood',
    { status: 415, method: 'write', body: { type: problemType('unsupported_media_type') } },
  ],
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
  ['client-certificate-needed', { network: 'net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED' }],
  ['client-certificate-needed', { network: 'net::ERR_BAD_SSL_CLIENT_AUTH_CERT' }],
  ['proxy-login-refused', { refused: 'proxy-login' }],
  ['tls-failed', { network: 'net::ERR_SSL_PROTOCOL_ERROR' }],
  ['tls-failed', { network: 'net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH' }],
  ['proxy-failed', { network: 'net::ERR_PROXY_CONNECTION_FAILED' }],
  ['proxy-failed', { network: 'net::ERR_TUNNEL_CONNECTION_FAILED' }],
  ['proxy-failed', { network: 'net::ERR_SOCKS_CONNECTION_FAILED' }],
  ['proxy-failed', { network: 'net::ERR_SOCKS_CONNECTION_HOST_UNREACHABLE' }],
  ['proxy-failed', { network: 'net::ERR_PROXY_CERTIFICATE_INVALID' }],
  ['proxy-failed', { network: 'net::ERR_NO_SUPPORTED_PROXIES' }],
  ['proxy-failed', { network: 'net::ERR_HTTPS_PROXY_TUNNEL_RESPONSE_REDIRECT' }],
  ['proxy-failed', { network: 'net::ERR_PROXY_UNABLE_TO_CONNECT_TO_DESTINATION' }],
  ['proxy-failed', { network: 'net::ERR_MANDATORY_PROXY_CONFIGURATION_FAILED' }],
  ['proxy-failed', { network: 'net::ERR_PAC_SCRIPT_FAILED' }],
  ['proxy-login-required', { network: 'net::ERR_PROXY_AUTH_REQUESTED' }],
  ['proxy-login-unasked', { network: 'net::ERR_UNEXPECTED_PROXY_AUTH' }],
  ['name-server-failed', { network: 'net::ERR_DNS_TIMED_OUT' }],
  ['name-server-failed', { network: 'net::ERR_DNS_SERVER_FAILED' }],
  ['name-server-failed', { network: 'net::ERR_NAME_RESOLUTION_FAILED' }],
  ['name-blocked', { network: 'net::ERR_ADDRESS_INVALID (0.0.0.0)' }],
  ['tls-failed', { network: 'net::ERR_TLS13_DOWNGRADE_DETECTED' }],
  ['tls-failed', { network: 'net::ERR_CERT_REVOKED' }],
  ['proxy-page', { from: 'ims', status: 511, body: { message: 'Sign in first.' } }],
  ['proxy-page', { status: 403, server: 'squid/5.7' }],
  ['proxy-page', { from: 'ims', status: 503, refused: 'html', server: 'Zscaler/6.2', body: '<p>Nej.</p>' }],
  ['proxy-page', { status: 302, refused: 'redirect', target: 'https://gateway.zscaler.net/auD?origurl=x' }],
  [
    'proxy-page',
    { from: 'ims', status: 302, refused: 'redirect', target: 'http://192.0.2.1:1000/fgtauth?0a1b' },
  ],
  ['ims-not-ims', { from: 'ims', status: 404, body: { message: 'Not Found' } }],
  ['ims-not-ims', { from: 'ims', status: 404, body: { error: 'Not Found', status: 404 } }],
  ['ims-not-ims', { from: 'ims', status: 405, body: { errorCode: 'E0000022' } }],
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
      'a read that is forbidden in other words',
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
      'an error of OAuth under the status of a path that is not there',
      'unknown-ims-answer',
      { from: 'ims', status: 404, body: { error: 'invalid_client' } },
    ],
    [
      'JSON that came through a proxy of the company',
      'unknown-aem-answer',
      { status: 403, server: 'squid/5.7', body: { message: 'Forbidden' } },
    ],
    [
      'a redirect to a path of AEM whose query names a filter',
      'redirected',
      { status: 302, refused: 'redirect', target: 'https://author.example/x?from=gateway.zscaler.net' },
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
