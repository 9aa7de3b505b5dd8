import type { Exchange } from '../http/exchange'
import { htmlReply, jsonReply, jsonTextReply, type Reply } from '../http/replies'
import { imsError, tokenReply } from './ims-replies'

/** Ways in which a token request with a right client ID and secret still goes wrong, or is answered oddly. */
export type OddTokenAnswer = keyof typeof oddTokenAnswers

interface OddTokenContext {
  exchange: Exchange
  /** A good token, so that an odd answer can be a usable one. */
  token: string
  /** Seconds the token lives. */
  expiresIn: number
  /** How often this account has asked, from 1. */
  attempt: number
  /** Where a redirect points: an origin that must receive nothing. */
  redirectTarget: string
}

type Answer = (context: OddTokenContext) => Reply | null | 'normal'

/**
 * The bodies of `internal_error` and 503 are captured ones (adobe-dev-console issue 124, aio-lib-core-auth tests). The texts
 * of 429, `unauthorized_client`, `unsupported_grant_type`, `access_denied`, `bad_request`, and of an `invalid_client` that does
 * not say what is wrong, are guesses: no public source holds them.
 */
const oddTokenAnswers = {
  'client-refused': () => imsError(401, 'invalid_client', 'client authentication failed'),
  'grant-unsupported': () => imsError(400, 'unsupported_grant_type', 'unsupported grant_type'),
  'bad-request': () => imsError(400, 'bad_request', 'the request is malformed'),
  'unauthorized-client': () =>
    imsError(400, 'unauthorized_client', 'client is not authorized for this grant type'),
  'access-denied': () => imsError(400, 'access_denied', 'access denied'),
  'unknown-error': () => imsError(400, 'ride_PLAN-7', 'Policy acceptance required'),
  'hostile-error': () =>
    imsError(
      400,
      'invalid_request',
      `<img src=x onerror=alert(1)>\u202Egpj.exe\u001b[31m\r\nERROR fake ${'long '.repeat(40_000)}`,
    ),
  throttled: () => throttled(30),
  'throttled-once': ({ attempt }) => (attempt === 1 ? throttled(1) : 'normal'),
  'internal-error': () => imsError(500, 'internal_error', 'Please try again later'),
  unavailable: () => ({ status: 503 }),
  html: () => htmlReply(200, 'Adobe ID', 'Sign in with your Adobe ID to continue.'),
  'proxy-page': () =>
    htmlReply(
      403,
      'Access denied',
      "Your organisation's proxy has blocked this page. Category: Web Services.",
    ),
  hang: () => null,
  reset: ({ exchange }) => {
    exchange.response.socket?.resetAndDestroy()
    return null
  },
  'redirect-307': ({ redirectTarget }) => ({ status: 307, headers: { location: redirectTarget } }),
  'redirect-302': ({ redirectTarget }) => ({ status: 302, headers: { location: redirectTarget } }),
  'token-type-mac': ({ token, expiresIn }) =>
    tokenReply({ access_token: token, token_type: 'mac', expires_in: expiresIn }),
  'token-type-capitals': ({ token, expiresIn }) =>
    tokenReply({ access_token: token, token_type: 'BEARER', expires_in: expiresIn }),
  'no-token-type': ({ token, expiresIn }) => tokenReply({ access_token: token, expires_in: expiresIn }),
  'no-access-token': ({ expiresIn }) => tokenReply({ token_type: 'bearer', expires_in: expiresIn }),
  'number-token': ({ expiresIn }) =>
    tokenReply({ access_token: 12345, token_type: 'bearer', expires_in: expiresIn }),
  array: () => tokenReply([]),
  empty: () => jsonTextReply(200, ''),
  'broken-json': ({ token }) => jsonTextReply(200, `{"access_token":"${token.slice(0, 400)}`),
  'line-break-token': ({ token, expiresIn }) =>
    tokenReply({ access_token: `${token}\r\nX-Injected: yes`, token_type: 'bearer', expires_in: expiresIn }),
  'huge-token': ({ expiresIn }) =>
    tokenReply({ access_token: 'A'.repeat(65_536), token_type: 'bearer', expires_in: expiresIn }),
  'expires-missing': ({ token }) => tokenReply({ access_token: token, token_type: 'bearer' }),
  'expires-text': ({ token, expiresIn }) =>
    tokenReply({ access_token: token, token_type: 'bearer', expires_in: String(expiresIn) }),
  'expires-zero': ({ token }) => tokenReply({ access_token: token, token_type: 'bearer', expires_in: 0 }),
  'expires-negative': ({ token }) =>
    tokenReply({ access_token: token, token_type: 'bearer', expires_in: -1 }),
  'expires-infinite': ({ token }) =>
    jsonTextReply(200, `{"access_token":"${token}","token_type":"bearer","expires_in":1e400}`),
} satisfies Record<string, Answer>

/** The odd answer, `normal` where the usual one is due, or null when something else has answered or never will. */
export function answerOddly(odd: OddTokenAnswer, context: OddTokenContext): Reply | null | 'normal' {
  const answer: Answer = oddTokenAnswers[odd]
  return answer(context)
}

function throttled(seconds: number): Reply {
  return {
    ...jsonReply(429, { error: 'too_many_requests', error_description: 'Rate limit exceeded' }),
    headers: { 'content-type': 'application/json', 'retry-after': String(seconds) },
  }
}
