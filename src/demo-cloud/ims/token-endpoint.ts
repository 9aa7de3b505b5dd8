import type { Account } from '../credentials/credential'
import type { Answer } from '../http/routes'
import { ImsRefusal, tokenReply } from './ims-replies'
import { authenticate, type ImsRequest, required } from './ims-request'
import { answerOddly } from './odd-answers'
import { organizationId } from './organizations'

/**
 * `POST /ims/token/v2`, `v3` and `v4` for the grant `client_credentials`: v3 in adobe-dev-console's S2S guide, v2 with `org_id` in
 * adobe/aio-lib-ims and aio-lib-core-auth, v4 in adobe/asset-compute and spacecat-shared-ims-client.
 */
export function grantToken(request: ImsRequest, version: string): Answer {
  const { context, exchange } = request
  checkGrant(request)
  const account = authenticate(request)
  if (version === 'v2') checkOrganization(request)
  const scopes = grantedScopes(request, account)

  const attempt = (context.attempts.get(account.clientId) ?? 0) + 1
  context.attempts.set(account.clientId, attempt)
  const lifeMs = account.token.lifeMs ?? context.switches.tokenLifeMs
  const expiresIn = Math.floor(lifeMs / 1000) - 1
  const { text: token } = context.tokens.issue(account, scopes, context.now(), lifeMs)
  const usual = tokenReply({ access_token: token, token_type: 'bearer', expires_in: expiresIn })
  if (account.odd === null) return usual
  const { redirectTarget } = context
  const odd = answerOddly(account.odd, { exchange, token, expiresIn, attempt, redirectTarget })
  return odd === 'normal' ? usual : odd
}

/** The text is a guess, the code that of RFC 6749. */
function checkGrant(request: ImsRequest): void {
  if (required(request, 'grant_type') === 'client_credentials') return
  throw new ImsRefusal(400, 'unsupported_grant_type', 'unsupported grant_type')
}

/** Adobe's clients always send their organization on v2; IMS's answer to a wrong one is a guess. */
function checkOrganization({ parameters }: ImsRequest): void {
  const named = parameters.get('org_id')
  if (named === undefined || named === organizationId) return
  throw new ImsRefusal(400, 'access_denied', 'the client does not belong to this organization')
}

/** Scopes are mandatory (adobe-dev-console, ServerToServerAuthentication/ims.md); the text of `invalid_scope` is a guess. */
function grantedScopes(request: ImsRequest, account: Account): string[] {
  const separators = request.context.switches.scopeSeparators === 'comma' ? ',' : /[\s,]+/
  const scopes = required(request, 'scope').split(separators)
  if (scopes.every((scope) => account.granted.includes(scope))) return scopes
  throw new ImsRefusal(400, 'invalid_scope', 'The requested scope is invalid for this client')
}
