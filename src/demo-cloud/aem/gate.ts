import type { Right } from '../credentials/credential'
import { jsonReply, type Reply } from '../http/replies'
import type { IssuedToken } from '../ims/access-token'
import type { Gate } from '../switches'
import type { AemRequest } from './aem-request'
import { capturedDetails, guessedDetails } from './problems'

/** What a call needs to be let in. */
export interface Demand {
  scope: string
  right: Right
}

/**
 * The gates of AEM, in the order that the switches say. A gate that would have to judge a token that nobody knows lets it
 * through to the one that refuses it. The details of the allow-list and the scopes are captured ones. The body of 401, and the
 * words about rights, are guesses; a missing or wrong API key is refused by Adobe's gateway, in its own form.
 */
const gates: Record<Gate, (request: AemRequest, demand: Demand) => Reply | null> = {
  token: ({ context, problem, token }) =>
    isLive(token, context.now())
      ? null
      : problem('unauthorized', guessedDetails.unauthorized, { headers: { 'www-authenticate': 'Bearer' } }),
  'api-key': ({ context, exchange, token }) => {
    const { apiKeyCheck } = context.switches
    const apiKey = exchange.headers['x-api-key']
    if (apiKeyCheck === 'ignored') return null
    if (apiKey === undefined) return jsonReply(403, { error_code: '403000', message: 'Api Key is required' })
    if (apiKeyCheck === 'must-be-there' || token === undefined || apiKey === token.clientId) return null
    return jsonReply(403, { error_code: '403003', message: 'Api Key is invalid' })
  },
  scopes: ({ problem, token }, { scope }) =>
    token === undefined || token.scopes.includes(scope)
      ? null
      : problem('forbidden', capturedDetails.missingScopes),
  'allow-list': ({ problem, token }) =>
    token === undefined || token.account.aem.allowListed
      ? null
      : problem('forbidden', capturedDetails.notAllowListed),
  rights: (request, { right }) => {
    const { context, problem, token } = request
    if (token === undefined) return null
    if (token.account.aem.unknownUntilSecondToken && token.serial === 1) {
      return problem('forbidden', guessedDetails.unknownAccount)
    }
    const isLater = right === 'update' && !context.switches.rightsBeforePrecondition
    return refuseWithoutRight(request, 'read') ?? (isLater ? null : refuseWithoutRight(request, right))
  },
}

/**
 * Whether a call may go on.
 *
 * @returns the refusal, or null.
 */
export function refuseCaller(request: AemRequest, demand: Demand): Reply | null {
  const { context, exchange, problem, token } = request
  for (const gate of context.switches.gateOrder) {
    const refusal = gates[gate](request, demand)
    if (refusal !== null) return refusal
  }
  const needsHeader =
    token?.account.aem.requireExperimentalHeader || context.switches.requireExperimentalHeader
  if (needsHeader && exchange.headers['x-adobe-accept-experimental'] !== '1') {
    return problem('not_acceptable', guessedDetails.noExperimentalHeader)
  }
  return null
}

/** Rights as the product profile and its user group give them. */
export function refuseWithoutRight(request: AemRequest, right: Right): Reply | null {
  const { token, problem, context } = request
  if (token?.account.aem.rights[right]) return null
  if (right === 'read' && context.switches.unreadableStatus === 404)
    return problem('not_found', guessedDetails.noAsset)
  return problem('forbidden', guessedDetails.noRight)
}

function isLive(token: IssuedToken | undefined, now: number): boolean {
  return token?.account.aem.tokenAccepted === true && !token.withdrawn && now < token.expiresAt
}
