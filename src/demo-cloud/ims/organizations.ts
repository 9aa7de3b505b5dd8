import { bearerOf } from '../http/exchange'
import { jsonReply, type Reply } from '../http/replies'
import { ImsRefusal } from './ims-replies'
import type { ImsRequest } from './ims-request'

/** The organization of all credentials. */
const organization = { ident: '0C0FFEE5F1ADE0F0A495FB8A', authSrc: 'AdobeOrg' }
export const organizationId = `${organization.ident}@${organization.authSrc}`

/**
 * `GET /ims/organizations/v6` with a bearer token: the shape that Adobe's App Builder samples and aio-lib-ims read. Groups
 * are left empty, and the words of the refusal are a guess.
 */
export function listOrganizations({ context, exchange }: ImsRequest): Reply {
  const token = context.tokens.find(bearerOf(exchange) ?? '')
  if (token === undefined || token.withdrawn || context.now() >= token.expiresAt) {
    throw new ImsRefusal(401, 'invalid_token', 'the access token is missing, invalid or expired')
  }
  const listed = {
    orgName: 'Fjordline',
    orgRef: organization,
    orgType: 'Enterprise',
    countryCode: 'NO',
    groups: [],
  }
  return jsonReply(200, [listed])
}
