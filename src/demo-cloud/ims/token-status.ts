import { bearerOf } from '../http/exchange'
import { jsonReply, type Reply } from '../http/replies'
import { ImsRefusal } from './ims-replies'
import { authenticate, type ImsRequest, required } from './ims-request'

/**
 * `GET` or `POST /ims/validate_token/v1`: `client_id` (or the header `X-IMS-ClientId`), `type`, and the token as a parameter or
 * as bearer (adobe/aio-lib-ims, adobe/ims-go, spacecat-shared-ims-client). `bad_signature` and `expired_token` are captured
 * reasons; that of a withdrawn token, and of another client's, are guesses.
 */
export function validateToken(request: ImsRequest): Reply {
  const { context, exchange, parameters } = request
  const text = parameters.get('token') ?? bearerOf(exchange) ?? required(request, 'token')
  const clientId = parameters.get('client_id') ?? exchange.headers['x-ims-clientid']
  if (clientId === undefined) required(request, 'client_id')
  const token = context.tokens.find(text)
  if (token === undefined) return invalid('bad_signature')
  if (context.now() >= token.expiresAt) return invalid('expired_token')
  if (token.withdrawn) return invalid('invalid_token')
  if (token.clientId !== clientId) return invalid('client_id_mismatch')
  return jsonReply(200, { valid: true, token: token.claims })
}

/**
 * `POST /ims/invalidate_token/v2` (adobe/aio-lib-ims) and `POST /ims/revoke` (adobe-dev-console, user authentication): 200
 * without a body, for tokens that IMS does not know as well (RFC 7009 section 2.2).
 */
export function revokeToken(request: ImsRequest): Reply {
  const account = authenticate(request)
  const token = request.context.tokens.find(required(request, 'token'))
  if (token !== undefined && token.account !== account) {
    throw new ImsRefusal(400, 'bad_request', 'the token was issued to another client')
  }
  if (token !== undefined) token.withdrawn = true
  return { status: 200 }
}

function invalid(reason: string): Reply {
  return jsonReply(200, { valid: false, reason })
}
