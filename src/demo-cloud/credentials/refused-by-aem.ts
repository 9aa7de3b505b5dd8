import { type CredentialSeed, clientIdOf, credential } from './credential'

const noRights = { read: false, create: false, update: false, delete: false }

/** Credentials that get a token from IMS, and that AEM then refuses. */
export const credentialsRefusedByAem: CredentialSeed[] = [
  credential({
    slug: 'not-allow-listed',
    name: 'Not allow-listed',
    shows: 'Token works, AEM 403 "IMS Client ID not allowlisted…": the client ID is missing in api.yaml.',
    aem: { allowListed: false },
  }),
  credential({
    slug: 'missing-scopes',
    name: 'Missing scopes',
    scopes: ['AdobeID', 'openid'],
    shows:
      'Token works, AEM 403 "The access token is missing required scopes.": aem.assets.author was not asked for.',
  }),
  credential({
    slug: 'nothing-set-up',
    name: 'Nothing set up in AEM',
    scopes: ['AdobeID', 'openid'],
    shows:
      'Token works; scopes, allow-list and product profile are all missing. AEM names the first of them that it checks.',
    aem: { allowListed: false, rights: noRights },
  }),
  credential({
    slug: 'no-folder-scope',
    name: 'No folder scope',
    scopes: ['AdobeID', 'openid', 'aem.assets.author'],
    shows: 'Reads assets; folders answer 403, as aem.folders was not asked for.',
  }),
  credential({
    slug: 'dropped-scope',
    name: 'Scope silently left out',
    shows:
      'IMS grants fewer scopes than were asked for, without an error; AEM then answers 403 missing scopes.',
    token: { droppedScopes: ['aem.assets.author'] },
  }),
  credential({
    slug: 'dropped-folder-scope',
    name: 'Folder scope silently left out',
    shows: 'Reads assets. IMS grants all scopes that were asked for but aem.folders, without an error.',
    token: { droppedScopes: ['aem.folders'] },
  }),
  credential({
    slug: 'no-read',
    name: 'No read right',
    shows:
      'Token works, the client ID is allow-listed, AEM 403 on reading: the product profile lacks "AEM Assets API Users".',
    aem: { rights: noRights },
  }),
  credential({
    slug: 'expired-token',
    name: 'Token that AEM refuses',
    shows: 'Token looks fine, AEM answers 401 to every call.',
    aem: { tokenAccepted: false },
  }),
  credential({
    slug: 'stage-token',
    name: 'Token of IMS stage',
    shows: 'The token\'s "as" claim says ims-na1-stg1; AEM answers 401.',
    token: { issuer: 'ims-na1-stg1' },
    aem: { tokenAccepted: false },
  }),
  credential({
    slug: 'other-client',
    name: 'Token of another client',
    shows: 'The token\'s client_id claim is not the client ID; AEM 403 "403003 Api Key is invalid".',
    token: { claimedClientId: clientIdOf('somebody-else') },
  }),
  credential({
    slug: 'api-not-added',
    name: 'API not added in ADC',
    shows: 'Adobe\'s gateway 403 "403003 Api Key is invalid" to every call.',
    aem: { failsWith: 'gateway-403003' },
  }),
  credential({
    slug: 'no-api-key',
    name: 'API key lost on the way',
    shows:
      'Adobe\'s gateway 403 "403000 Api Key is required" to every call, as when a proxy drops X-Api-Key.',
    aem: { failsWith: 'gateway-403000' },
  }),
  credential({
    slug: 'gateway-token',
    name: 'Gateway refuses the token',
    shows: 'Adobe\'s gateway 401 "401013 Oauth token is not valid" to every call.',
    aem: { failsWith: 'gateway-401013' },
  }),
  credential({
    slug: 'gateway-throttled',
    name: 'Gateway throttles',
    shows: 'Adobe\'s gateway 429 "429050 Too many requests" to every call.',
    aem: { failsWith: 'gateway-429050' },
  }),
  credential({
    slug: 'hibernated',
    name: 'AEM hibernated',
    shows: 'AEM 200 with the HTML page of a hibernated sandbox to every call.',
    aem: { failsWith: 'html-hibernated' },
  }),
  credential({
    slug: 'login-page',
    name: 'AEM login page',
    shows: 'AEM 200 with the HTML of its sign-in page to every call.',
    aem: { failsWith: 'html-login' },
  }),
  credential({
    slug: 'login-redirect',
    name: 'AEM redirects to login',
    shows: 'AEM 302 to a sign-in page on another origin, to every call.',
    aem: { failsWith: 'redirect-302' },
  }),
  credential({
    slug: 'own-login-redirect',
    name: 'AEM redirects to its login page',
    shows: 'AEM 302 to its own sign-in page, to every call.',
    aem: { failsWith: 'redirect-to-login' },
  }),
  credential({
    slug: 'ip-blocked',
    name: 'IP address not allowed',
    shows: "AEM 403 with an HTML page to every call: the environment's IP allow-list.",
    aem: { failsWith: 'html-403' },
  }),
  credential({
    slug: 'old-release',
    name: 'AEM release too old',
    shows: 'AEM 404 "No RequestProcessor can handle this request." even on the right path.',
    aem: { failsWith: 'no-request-processor' },
  }),
  credential({
    slug: 'aem-unavailable',
    name: 'AEM unavailable',
    shows: 'AEM 503 to every call.',
    aem: { failsWith: 'unavailable-503' },
  }),
  credential({
    slug: 'aem-throttled',
    name: 'AEM throttles',
    shows: 'AEM 429 with Retry-After: 30 to every call.',
    aem: { failsWith: 'throttled-429' },
  }),
  credential({
    slug: 'aem-unknown',
    name: 'Unknown AEM refusal',
    shows: 'AEM 403 with a detail that is in no document, to every call.',
    aem: { failsWith: 'unknown-403' },
  }),
  credential({
    slug: 'aem-hang',
    name: 'AEM never answers',
    shows: 'AEM takes every call and never answers.',
    aem: { failsWith: 'hang' },
  }),
]
