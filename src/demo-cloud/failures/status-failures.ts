import { capturedDetails, guessedDetails } from '../aem/problems'
import { htmlReply, jsonReply, type Reply } from '../http/replies'
import type { Failure } from './failure-context'

/**
 * Failures that show in the status and a readable body. Gateway bodies: ServiceNow KB3006995 (429050),
 * aio-cli-plugin-cloudmanager issue 274 (401013), Experience Platform's troubleshooting guide (403000, 403003).
 */
export const statusFailures = {
  'not-found': ({ problem }) => problem('not_found', guessedDetails.noAsset),
  'no-request-processor': ({ problem }) => problem('not_found', capturedDetails.noRequestProcessor),
  'unauthorized-always': ({ problem }) =>
    problem('unauthorized', guessedDetails.unauthorized, { headers: { 'www-authenticate': 'Bearer' } }),
  'unauthorized-once': ({ problem, isFirstToken }) =>
    isFirstToken
      ? problem('unauthorized', guessedDetails.unauthorized, { headers: { 'www-authenticate': 'Bearer' } })
      : 'normal',
  'unknown-403': ({ problem }) => problem('forbidden', 'Tenant guardrail 7 does not permit this resource.'),
  'near-miss-403': () => ({
    status: 403,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify({
      type: 'https://api.adobeaemcloud.com/adobe/meta/errors/forbidden',
      title: capturedDetails.notAllowListed,
      status: 403,
      detail: 'Something else altogether.',
    }),
  }),
  'near-miss-500': ({ problem }) => problem('internal_error', capturedDetails.missingScopes),
  'bad-request': ({ problem }) => problem('bad_request', 'The asset ID is not valid.'),
  'not-acceptable': ({ problem }) => problem('not_acceptable', guessedDetails.noExperimentalHeader),
  'gateway-401013': () => jsonReply(401, { error_code: '401013', message: 'Oauth token is not valid' }),
  'gateway-403000': () => jsonReply(403, { error_code: '403000', message: 'Api Key is required' }),
  'gateway-403003': () => jsonReply(403, { error_code: '403003', message: 'Api Key is invalid' }),
  'gateway-429050': () => jsonReply(429, { error_code: '429050', message: 'Too many requests' }),
  'throttled-429': ({ problem }) =>
    problem('too_many_requests', 'Too many requests.', { headers: { 'retry-after': '30' } }),
  'throttled-once': ({ problem, attempt }) =>
    attempt === 1
      ? problem('too_many_requests', 'Too many requests.', { headers: { 'retry-after': '1' } })
      : 'normal',
  'conflict-once': ({ problem, exchange, changeAttempt }) =>
    exchange.method === 'PATCH' && changeAttempt === 1
      ? problem('conflict', guessedDetails.conflict)
      : 'normal',
  'internal-500': ({ problem }) => problem('internal_error', 'An unexpected error occurred.'),
  'bad-gateway-502': () => htmlReply(502, '502 Bad Gateway', 'The server returned an invalid response.'),
  'unavailable-503': ({ problem }) =>
    problem('service_unavailable', 'The service is temporarily unavailable.'),
  'unavailable-once': ({ problem, attempt }) =>
    attempt === 1 ? problem('service_unavailable', 'The service is temporarily unavailable.') : 'normal',
  'html-404': () => htmlReply(404, 'Resource Not Found', 'No resource found.'),
  'html-503': () => htmlReply(503, 'Service Unavailable', 'The environment is being updated.'),
  'timeout-504': () => htmlReply(504, '504 Gateway Time-out', 'The upstream server did not answer in time.'),
  'proxy-407': () => ({
    ...htmlReply(
      407,
      'Proxy Authentication Required',
      'Your organisation requires you to sign in to its proxy.',
    ),
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'proxy-authenticate': 'Basic realm="Example proxy"',
    },
  }),
  'proxy-502': () =>
    htmlReply(502, 'Gateway error', "Your organisation's proxy could not reach the web site you asked for."),
  'html-403': () =>
    htmlReply(403, 'Access denied', 'Your IP address is not allowed to use this environment.'),
  'html-hibernated': () =>
    htmlReply(
      200,
      'Environment hibernated',
      'Your sandbox environment is hibernated. De-hibernate it in the Developer Console.',
    ),
  'html-login': () =>
    htmlReply(200, 'AEM Sign In', 'Sign in with Adobe to continue to Adobe Experience Manager.'),
  'redirect-301': ({ redirectTarget }) => redirect(301, redirectTarget),
  'redirect-302': ({ redirectTarget }) => redirect(302, redirectTarget),
  'redirect-303': ({ redirectTarget }) => redirect(303, redirectTarget),
  'redirect-307': ({ redirectTarget }) => redirect(307, redirectTarget),
  'redirect-308': ({ redirectTarget }) => redirect(308, redirectTarget),
  'redirect-to-login': () => redirect(302, '/libs/granite/core/content/login.html?resource=%2F'),
  'redirect-to-file': () => redirect(302, 'file:///etc/hostname'),
  'redirect-loop': ({ exchange }) => redirect(302, exchange.url.href),
  'not-modified-unasked': () => ({ status: 304, headers: { etag: '"never-sent"' } }),
  'no-content': () => ({ status: 204 }),
} satisfies Record<string, Failure>

function redirect(status: number, location: string): Reply {
  return { status, headers: { location } }
}
