import type { Right } from '../credentials/credential'
import { jsonReply, type Reply } from '../http/replies'
import type { IssuedToken } from '../ims/access-token'
import type { AemRequest } from './aem-request'
import { capturedDetails, guessedDetails } from './problems'

/**
 * Whether a call may go on. In order: token, API key, allow-list, scopes, account, experimental header; the account's
 * rights come last and apart, as they depend on the method.
 *
 * The details of the allow-list and the scopes are captured ones. The body of 401 is a guess, and so is that the API key is
 * compared with the token: the API's security scheme demands both, Adobe's gateway answers 403003 when they differ.
 *
 * @returns the refusal, or null.
 */
export function refuseCaller(request: AemRequest, scope: string): Reply | null {
  const { context, exchange, problem, token } = request
  const { headers } = exchange
  if (!isLive(token, context.now())) {
    return problem('unauthorized', guessedDetails.unauthorized, { headers: { 'www-authenticate': 'Bearer' } })
  }
  const apiKey = headers['x-api-key']
  if (apiKey === undefined) return jsonReply(403, { error_code: '403000', message: 'Api Key is required' })
  if (apiKey !== token.clientId)
    return jsonReply(403, { error_code: '403003', message: 'Api Key is invalid' })
  const { aem } = token.account
  if (!aem.allowListed) return problem('forbidden', capturedDetails.notAllowListed)
  if (!token.scopes.includes(scope)) return problem('forbidden', capturedDetails.missingScopes)
  if (aem.unknownUntilSecondToken && token.serial === 1)
    return problem('forbidden', guessedDetails.unknownAccount)
  const needsHeader = aem.requireExperimentalHeader || context.switches.requireExperimentalHeader
  if (needsHeader && headers['x-adobe-accept-experimental'] !== '1') {
    return problem('not_acceptable', guessedDetails.noExperimentalHeader)
  }
  return null
}

/** Rights as the product profile and its user group give them; the wording of the refusal is a guess. */
export function refuseWithoutRight(request: AemRequest, right: Right): Reply | null {
  const { token, problem, context } = request
  if (token?.account.aem.rights[right]) return null
  if (right === 'read' && context.switches.unreadableStatus === 404)
    return problem('not_found', guessedDetails.noAsset)
  return problem('forbidden', guessedDetails.noRight)
}

function isLive(token: IssuedToken | undefined, now: number): token is IssuedToken {
  return token?.account.aem.tokenAccepted === true && now < token.expiresAt
}
