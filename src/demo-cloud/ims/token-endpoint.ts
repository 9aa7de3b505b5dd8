import { randomUUID } from 'node:crypto'
import type { Account } from '../credentials/credential'
import type { Exchange } from '../http/listener'
import { htmlReply, type Reply, send } from '../http/replies'
import type { Switches } from '../switches'
import type { TokenRegister } from './access-token'
import { answerOddly, imsError, tokenReply } from './odd-answers'

export interface ImsContext {
  accounts: ReadonlyMap<string, Account>
  tokens: TokenRegister
  switches: Switches
  now(): number
  redirectTarget: string
  /** Counts requests per client ID with a right secret. */
  attempts: Map<string, number>
}

/**
 * `POST /ims/token/v3` for the grant `client_credentials` (adobe-dev-console, ServerToServerAuthentication/ims.md): a form body, or
 * query parameters, which Adobe accepts and advises against. Every answer carries `x-debug-id`, as Adobe's own
 * clients read it (aio-lib-core-auth, ims-go).
 */
export function answerIms(context: ImsContext, exchange: Exchange): void {
  const { response, url, method } = exchange
  response.setHeader('x-debug-id', randomUUID())
  response.setHeader('cache-control', 'no-store')
  if (url.pathname !== '/ims/token/v3') {
    send(response, htmlReply(404, 'Not Found', 'The requested resource is not available.'))
    return
  }
  if (method !== 'POST') {
    send(response, { ...imsError(405, 'bad_request', 'method not allowed'), headers: { allow: 'POST' } })
    return
  }
  grantToken(context, exchange, parametersOf(exchange))
}

function grantToken(context: ImsContext, exchange: Exchange, parameters: Map<string, string>): void {
  const refusal = checkRequest(context, parameters)
  if (!('account' in refusal)) {
    send(exchange.response, refusal)
    return
  }
  const { account, scopes } = refusal
  const attempt = (context.attempts.get(account.clientId) ?? 0) + 1
  context.attempts.set(account.clientId, attempt)
  const lifeMs = account.token.lifeMs ?? context.switches.tokenLifeMs
  const expiresIn = Math.floor(lifeMs / 1000) - 1
  const { text: token } = context.tokens.issue(account, scopes, context.now(), lifeMs)
  const { redirectTarget } = context
  if (account.odd !== null) {
    const outcome = answerOddly(account.odd, { exchange, token, expiresIn, attempt, redirectTarget })
    if (outcome === 'answered') return
  }
  send(exchange.response, tokenReply({ access_token: token, token_type: 'bearer', expires_in: expiresIn }))
}

/**
 * Checks in the order in which IMS can know: form, grant, client, secret, scopes. The two `invalid_client` texts are
 * captured ones; the texts of `bad_request`, `unsupported_grant_type` and `invalid_scope` are guesses.
 */
function checkRequest(
  context: ImsContext,
  parameters: Map<string, string>,
): { account: Account; scopes: string[] } | Reply {
  const { invalidClientStatus } = context.switches
  const grantType = parameters.get('grant_type')
  const clientId = parameters.get('client_id')
  const secret = parameters.get('client_secret')
  const scope = parameters.get('scope')
  if (!grantType) return missing('grant_type')
  if (grantType !== 'client_credentials')
    return imsError(400, 'unsupported_grant_type', 'unsupported grant_type')
  if (!clientId) return missing('client_id')
  const account = context.accounts.get(clientId)
  if (account === undefined)
    return imsError(invalidClientStatus, 'invalid_client', 'invalid client_id parameter')
  if (!secret) return missing('client_secret')
  if (!account.secrets.includes(secret)) {
    return imsError(invalidClientStatus, 'invalid_client', 'invalid client_secret parameter')
  }
  if (!scope) return missing('scope')
  const scopes = splitScopes(scope, context.switches)
  if (scopes.some((name) => !account.granted.includes(name))) {
    return imsError(400, 'invalid_scope', 'The requested scope is invalid for this client')
  }
  return { account, scopes }
}

function missing(parameter: string): Reply {
  return imsError(400, 'bad_request', `${parameter} parameter is missing`)
}

function splitScopes(scope: string, switches: Switches): string[] {
  return scope.split(switches.scopeSeparators === 'comma' ? ',' : /[\s,]+/)
}

/** Body parameters win over query parameters. A body of any other type than a form has none. */
function parametersOf({ url, headers, body }: Exchange): Map<string, string> {
  const isForm = (headers['content-type'] ?? '').toLowerCase().startsWith('application/x-www-form-urlencoded')
  return new Map([...url.searchParams, ...(isForm ? new URLSearchParams(body) : [])])
}
