import { jsonReply, type Reply } from '../http/replies'
import type { ImsRequest } from './ims-request'

/**
 * `/ims/.well-known/openid-configuration` as adobe-dev-console prints it (UserAuthentication, API reference), also without `/ims`,
 * where OpenID clients look first. It names addresses that only user sign-in needs, which are not answered here, and it
 * does not list `client_credentials`, though IMS grants it.
 */
export function showConfiguration({ exchange }: ImsRequest): Reply {
  const { origin } = exchange.url
  return jsonReply(200, {
    issuer: origin,
    authorization_endpoint: `${origin}/ims/authorize/v2`,
    token_endpoint: `${origin}/ims/token/v3`,
    userinfo_endpoint: `${origin}/ims/userinfo/v2`,
    revocation_endpoint: `${origin}/ims/revoke`,
    jwks_uri: `${origin}/ims/keys`,
    response_types_supported: ['code', 'token', 'id_token', 'id_token token', 'code id_token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'email', 'profile'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    claims_supported: ['sub', 'given_name', 'family_name', 'name', 'email', 'email_verified', 'address'],
    grant_types_supported: ['authorization_code', 'implicit_grant', 'refresh_token'],
  })
}

/** `/ims/keys` hold what ID tokens are signed with; the demo cloud issues none. */
export function listKeys(): Reply {
  return jsonReply(200, { keys: [] })
}
