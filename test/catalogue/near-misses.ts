import type { CauseId } from '../../src/shared/failure-catalogue'
import { alteredImsErrors } from './altered-ims-errors'
import { alteredSentences } from './altered-sentences'
import { html, json, type NearMiss, plain, problem, problemType, type Sent } from './near-miss'
import { type NetworkPage, networkPages } from './network-pages'
import { serverPages } from './server-pages'

type Row = [name: string, sent: Sent, expected: CauseId]

function forbidden(detail: unknown): Sent {
  return problem(403, { type: problemType('forbidden'), title: 'Forbidden', status: 403, detail })
}

const notAllowlisted =
  'IMS Client ID not allowlisted. Allowlist the Client ID using the Configuration Pipeline.'

const fromIms: readonly Row[] = [
  [
    'invalid_client that names both client ID and secret',
    json(400, { error: 'invalid_client', error_description: 'client_id or client_secret is invalid' }),
    'ims-client-refused',
  ],
  [
    'invalid_client with a number for a description',
    json(400, { error: 'invalid_client', error_description: 7 }),
    'ims-client-refused',
  ],
  [
    'invalid_client of another identity provider',
    json(401, {
      error: 'invalid_client',
      error_description: 'AADSTS7000215: Invalid client secret provided.',
    }),
    'ims-client-refused',
  ],
  [
    'the secret named under another code',
    json(400, { error: 'invalid_request', error_description: 'invalid client_secret parameter' }),
    'ims-request-malformed',
  ],
  [
    'invalid_grant, which this grant does not know',
    json(400, { error: 'invalid_grant' }),
    'unknown-ims-answer',
  ],
  ['the words of the allow-list, sent by IMS', forbidden(notAllowlisted), 'unknown-ims-answer'],
  ['a code of the gateway, sent by IMS', json(403, { error_code: '403003' }), 'unknown-ims-answer'],
  ['403 without a body', plain(403, ''), 'unknown-ims-answer'],
  ['HTML that speaks of hibernation', html(200, 'Environment', 'It is hibernated.'), 'ims-not-ims'],
  ['a sign-in page', html(200, 'Adobe ID Sign in', 'Sign in with your Adobe ID.'), 'ims-not-ims'],
  ['the page of a web server', html(404, 'Not Found', 'nginx'), 'ims-not-ims'],
  [
    'a page of Apache that calls itself a proxy',
    html(502, 'Proxy Error', 'The proxy server received an invalid response from an upstream server.'),
    'ims-unavailable',
  ],
  ['JSON with nothing in it', json(400, {}), 'unknown-ims-answer'],
  ['null', json(400, null), 'unknown-ims-answer'],
]

const fromAem: readonly Row[] = [
  [
    '403 forbidden in words that nobody knows',
    forbidden('Tenant guardrail 7 does not permit this resource.'),
    'unknown-aem-answer',
  ],
  ['403 forbidden with an empty detail', forbidden(''), 'unknown-aem-answer'],
  ['403 without a body', plain(403, ''), 'unknown-aem-answer'],
  ['403 with an empty object', json(403, {}), 'unknown-aem-answer'],
  [
    '403 of a key that may not',
    forbidden('This API key does not have permission to call the API.'),
    'unknown-aem-answer',
  ],
  [
    '403 of an address that may not',
    forbidden('Your IP address is not allowed to call the API.'),
    'unknown-aem-answer',
  ],
  [
    '403 of a licence',
    forbidden('Your organization does not have permission: no license.'),
    'unknown-aem-answer',
  ],
  [
    '403 of a token without permission, under another type',
    problem(403, { type: problemType('quota'), detail: 'You do not have permission.' }),
    'unknown-aem-answer',
  ],
  [
    '403 whose detail names an unknown folder',
    forbidden('The folder of this asset is not known.'),
    'unknown-aem-answer',
  ],
  [
    '403 that names the account, but not as unknown',
    forbidden('The technical account is suspended.'),
    'unknown-aem-answer',
  ],
  [
    '403 with the words of the allow-list in another language',
    forbidden('IMS-Client-ID nicht auf der Zulassungsliste.'),
    'unknown-aem-answer',
  ],
  [
    '500 whose detail is the sentence of missing scopes',
    problem(500, {
      type: problemType('internal_error'),
      detail: 'The access token is missing required scopes.',
    }),
    'aem-unavailable',
  ],
  ['404 without a problem', json(404, { message: 'Not Found' }), 'unknown-aem-answer'],
  [
    '404 whose type only ends alike',
    problem(404, { type: problemType('asset_not_found'), detail: 'No.' }),
    'unknown-aem-answer',
  ],
  [
    '404 whose type is a list',
    problem(404, { type: [problemType('not_found')], detail: 'No.' }),
    'unknown-aem-answer',
  ],
  ['404 as HTML', html(404, 'Resource Not Found', 'No resource found.'), 'aem-web-page'],
  [
    '404 as HTML with a link to sign in',
    html(404, 'Not Found', '<a href="/login">Sign in</a>'),
    'aem-web-page',
  ],
  ['406 without a problem', plain(406, 'Not Acceptable'), 'unknown-aem-answer'],
  ['406 of another type', problem(406, { type: problemType('not_supported') }), 'unknown-aem-answer'],
  ['400 without a problem', json(400, { error: 'bad_request' }), 'unknown-aem-answer'],
  ['412 without a problem', plain(412, ''), 'unknown-aem-answer'],
  [
    '409 of a reading, which has no conflicts',
    problem(409, { type: problemType('conflict') }),
    'unknown-aem-answer',
  ],
  ['409 without a problem', plain(409, ''), 'unknown-aem-answer'],
  ['428 of a reading', problem(428, { type: problemType('precondition_required') }), 'unknown-aem-answer'],
  ['418', plain(418, 'teapot'), 'unknown-aem-answer'],
  ['a code of the gateway as a number', json(403, { error_code: 403_003 }), 'unknown-aem-answer'],
  ['a code of the gateway inside a longer one', json(403, { error_code: '4030031' }), 'unknown-aem-answer'],
  ['a code of the gateway under another name', json(403, { errorCode: '403003' }), 'unknown-aem-answer'],
  ['a code of the gateway under another status', json(400, { error_code: '403003' }), 'unknown-aem-answer'],
  [
    'the message of the gateway without its code',
    json(403, { message: 'Api Key is invalid' }),
    'unknown-aem-answer',
  ],
  [
    'another code of the gateway',
    json(403, { error_code: '403025', message: 'Profile is not valid' }),
    'unknown-aem-answer',
  ],
  ['the code of a bad token under 403', json(403, { error_code: '401013' }), 'unknown-aem-answer'],
  ['another code of the gateway under 401', json(401, { error_code: '401009' }), 'aem-token-refused'],
  [
    'JSON of a cloud store',
    json(403, { Code: 'AccessDenied', Message: 'Access Denied' }),
    'unknown-aem-answer',
  ],
  [
    'JSON of a cluster',
    json(403, {
      kind: 'Status',
      status: 'Failure',
      message: 'forbidden: User cannot get',
      reason: 'Forbidden',
      code: 403,
    }),
    'unknown-aem-answer',
  ],
  [
    'XML of a cloud store',
    { status: 403, type: 'application/xml', body: '<Error><Code>AccessDenied</Code></Error>' },
    'unknown-aem-answer',
  ],
  ['200 as HTML', html(200, 'Welcome', 'It works!'), 'aem-web-page'],
  ['200 as HTML with the words of the allow-list', html(200, 'Error', notAllowlisted), 'aem-web-page'],
  [
    'the sign-in page of somebody else',
    html(200, 'Sign in to your account', 'Corporate login'),
    'aem-web-page',
  ],
  [
    'a page of a wiki about hibernate',
    html(200, 'Stack trace', 'at org.hibernate.Session.load'),
    'aem-web-page',
  ],
  ['a page that shows an address', html(403, 'Forbidden', 'Your IP address: 192.0.2.1'), 'aem-web-page'],
  [
    'a page about an address, under another status',
    html(404, 'Not Found', 'Your IP address is not allowed.'),
    'aem-web-page',
  ],
  [
    '403 as HTML without a reason',
    html(403, 'Forbidden', "You don't have permission to access this resource."),
    'aem-web-page',
  ],
  [
    'a page of Apache that calls itself a proxy',
    html(502, 'Proxy Error', 'The proxy server received an invalid response from an upstream server.'),
    'aem-unavailable',
  ],
  [
    'a page of a reverse proxy',
    html(404, 'Not Found', 'Fastly reverse proxy: unknown domain'),
    'aem-web-page',
  ],
  ['the page of a filter', html(200, 'Zscaler', 'Blocked by policy.'), 'proxy-page'],
  [
    'a filter’s page that shows an address',
    html(403, 'FortiGate', 'Your IP address is not allowed.'),
    'proxy-page',
  ],
  [
    'a page of the company proxy that speaks of hibernation',
    html(503, 'Blocked', 'Your company’s proxy has hibernated this connection: hibernated.'),
    'proxy-page',
  ],
  ['503 as HTML', html(503, 'Service Unavailable', 'Backend fetch failed'), 'aem-unavailable'],
  [
    '503 as HTML that says hibernated',
    html(503, 'Environment hibernated', 'This environment is hibernated.'),
    'aem-hibernated',
  ],
  [
    'words of hibernation in a problem',
    problem(404, { type: problemType('gone'), detail: 'The environment is hibernated.' }),
    'unknown-aem-answer',
  ],
  ['words of hibernation as plain text', plain(404, 'The environment is hibernated.'), 'unknown-aem-answer'],
  [
    'members that every object has',
    { ...json(403, ''), body: `{"__proto__":{"detail":${JSON.stringify(notAllowlisted)}}}` },
    'unknown-aem-answer',
  ],
  [
    'a body nested 100,000 deep',
    { ...json(403, ''), body: '['.repeat(100_000) + ']'.repeat(100_000) },
    'unknown-aem-answer',
  ],
  [
    'the same detail twice, the last one other',
    { ...json(403, ''), body: `{"detail":${JSON.stringify(notAllowlisted)},"detail":"Other."}` },
    'unknown-aem-answer',
  ],
  [
    'a 403 in a byte order mark',
    { ...json(403, ''), body: `\ufeff${forbidden(notAllowlisted).body}` },
    'aem-client-not-allowlisted',
  ],
]

const ofChanges: readonly Row[] = [
  [
    'a change refused in words that nobody knows',
    forbidden('Tenant guardrail 7 does not permit this resource.'),
    'unknown-aem-answer',
  ],
  ['a change refused with an empty detail', forbidden(''), 'unknown-aem-answer'],
  ['a change refused by the allow-list', forbidden(notAllowlisted), 'aem-client-not-allowlisted'],
  [
    'a change refused for scopes',
    forbidden('The access token is missing required scopes.'),
    'aem-scopes-missing',
  ],
  ['a change refused by the gateway', json(403, { error_code: '403003' }), 'gateway-api-key-refused'],
  ['a change refused as HTML', html(403, 'Forbidden', 'You do not have permission.'), 'aem-web-page'],
  [
    'a change of a key that may not',
    forbidden('This API key does not have permission to update.'),
    'unknown-aem-answer',
  ],
]

function rows(from: NearMiss['from'], list: readonly Row[]): NearMiss[] {
  return list.map(([name, sent, expected]) => ({ name: `${from}: ${name}`, from, sent, expected }))
}

const senders = ['ims', 'aem'] as const

/** A page of the network says nothing of Adobe, whoever was asked. */
const ofTheNetwork: readonly NearMiss[] = networkPages.flatMap(({ name, sent }) =>
  senders.map(
    (from): NearMiss => ({ name: `page for ${from}: ${name}`, from, sent, expected: 'proxy-page' }),
  ),
)

/** A page of the host's own side is none of the network's: what is left to say goes by its status. */
const ofTheHost: readonly NearMiss[] = serverPages.flatMap((page) =>
  senders.map(
    (from): NearMiss => ({
      name: `page for ${from}: ${page.name}`,
      from,
      sent: page.sent,
      expected: causeByStatus(from, page),
    }),
  ),
)

function causeByStatus(from: 'ims' | 'aem', { sent }: NetworkPage): CauseId {
  const isDown = [500, 502, 503, 504].includes(sent.status)
  if (from === 'ims') return isDown ? 'ims-unavailable' : 'ims-not-ims'
  return isDown ? 'aem-unavailable' : 'aem-web-page'
}

/** Answers that resemble those of the catalogue, by hand and generated, each with the only cause that may be said. */
export const nearMisses: readonly NearMiss[] = [
  ...alteredSentences,
  ...alteredImsErrors,
  ...rows('ims', fromIms),
  ...rows('aem', fromAem),
  ...rows('change', ofChanges),
  ...ofTheNetwork,
  ...ofTheHost,
]
