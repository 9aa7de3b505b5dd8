import type { Cause } from '../failure-signal'

/** Statuses with which IMS refuses; documents and captured answers differ on which error comes with which. */
const imsRefusals = [400, 401, 403] as const

/** A right that the account lacks for a read; not a problem of token, license or address. */
const mayNotRead =
  /^(?!.*\b(ip address|api key|client id|scopes?|licen[cs]e|tenant|organi[sz]ation)\b).*\b(permissions?|privileges?|access (is )?denied|not (authori[sz]ed|allowed|permitted) to)\b/is

/** The same, for a change. */
const mayNotChange =
  /^(?!.*\b(ip address|api key|client id|scopes?|licen[cs]e|tenant|organi[sz]ation)\b).*\b(permissions?|privileges?|rights?|read-only|access (is )?denied|not (authori[sz]ed|allowed|permitted) to)\b/is

/** An answer that names its cause: an error of IMS, a problem of AEM, a code of the gateway. */
export const namedFailures = {
  'proxy-login-refused': {
    step: 'network',
    owner: 'you',
    passing: false,
    source: 'RFC 9110 section 11.7.1: a proxy that asks again has not taken the credentials',
    signals: [{ from: 'any', refused: 'proxy-login' }],
  },
  'proxy-login-required': {
    step: 'network',
    owner: 'you',
    passing: false,
    source: 'RFC 9110 section 15.5.8',
    signals: [
      { from: 'any', status: [407] },
      { from: 'any', network: /ERR_PROXY_AUTH|ERR_PROXY_REQUIRED/ },
    ],
  },
  'ims-secret-refused': {
    step: 'token',
    owner: 'adc-owner',
    passing: false,
    source: 'adobe/aio-lib-core-auth, IMS error bodies',
    signals: [
      {
        from: 'ims',
        status: imsRefusals,
        error: /^invalid_client$/,
        description: /^(?!.*\bclient_id\b).*\bclient_secret\b/is,
      },
    ],
  },
  'ims-client-id-unknown': {
    step: 'token',
    owner: 'adc-owner',
    passing: false,
    source: 'IMS error bodies',
    signals: [
      {
        from: 'ims',
        status: imsRefusals,
        error: /^invalid_client$/,
        description: /^(?!.*\bclient_secret\b).*\bclient_id\b/is,
      },
    ],
  },
  'ims-client-refused': {
    step: 'token',
    owner: 'adc-owner',
    passing: false,
    source: 'RFC 6749 section 5.2',
    signals: [{ from: 'ims', status: imsRefusals, error: /^invalid_client$/ }],
  },
  'ims-scope-refused': {
    step: 'token',
    owner: 'adc-owner',
    passing: false,
    source: 'Adobe Developer Console authentication guide',
    signals: [{ from: 'ims', status: imsRefusals, error: /^invalid_scope$/ }],
  },
  'ims-grant-refused': {
    step: 'token',
    owner: 'adc-owner',
    passing: false,
    source: 'RFC 6749 section 5.2',
    signals: [{ from: 'ims', status: imsRefusals, error: /^unauthorized_client$/ }],
  },
  'ims-grant-unsupported': {
    step: 'token',
    owner: 'you',
    passing: false,
    source: 'RFC 6749 section 5.2',
    signals: [{ from: 'ims', status: imsRefusals, error: /^unsupported_grant_type$/ }],
  },
  'ims-access-denied': {
    step: 'token',
    owner: 'adc-owner',
    passing: false,
    source: 'Adobe Developer Console JWT guide, error codes of IMS',
    signals: [{ from: 'ims', status: imsRefusals, error: /^access_denied$/ }],
  },
  'ims-request-malformed': {
    step: 'token',
    owner: 'you',
    passing: false,
    source: 'Adobe Developer Console authentication guide',
    signals: [{ from: 'ims', status: imsRefusals, error: /^(bad_request|invalid_request|invalid_token)$/ }],
  },
  'ims-internal-error': {
    step: 'token',
    owner: 'adobe',
    passing: true,
    source: 'adobe-dev-console issue 124',
    signals: [{ from: 'ims', error: /^internal_error$/ }],
  },
  'ims-throttled': {
    step: 'token',
    owner: 'you',
    passing: true,
    source: 'adobe/ims-go; Adobe Developer Console guide on throttling',
    signals: [{ from: 'ims', status: [429] }],
  },
  'aem-client-not-allowlisted': {
    step: 'allow-list',
    owner: 'cloud-manager-deployer',
    passing: false,
    source: 'Experience League community 250074, 784101; OpenAPI set-up guide, step 5',
    signals: [{ from: 'aem', status: [403], detail: /^IMS Client ID not allowlisted\b/i }],
  },
  'aem-scopes-missing': {
    step: 'read',
    owner: 'adc-owner',
    passing: false,
    source: 'Experience League community 250286, 250291',
    signals: [{ from: 'aem', status: [403], detail: /^The access token is missing required scopes\b/i }],
  },
  'gateway-api-key-refused': {
    step: 'aem',
    owner: 'adc-owner',
    passing: false,
    source: 'Adobe I/O gateway error 403003',
    signals: [{ from: 'aem', status: [403], gatewayCode: /^403003$/ }],
  },
  'gateway-api-key-missing': {
    step: 'aem',
    owner: 'your-it',
    passing: false,
    source: 'Adobe Experience Platform troubleshooting guide: 403000',
    signals: [{ from: 'aem', status: [403], gatewayCode: /^403000$/ }],
  },
  'gateway-token-refused': {
    step: 'aem',
    owner: 'adc-owner',
    passing: true,
    source: 'aio-cli-plugin-cloudmanager issue 274',
    signals: [{ from: 'aem', status: [401], gatewayCode: /^401013$/ }],
  },
  'gateway-throttled': {
    step: 'aem',
    owner: 'you',
    passing: true,
    source: 'Adobe I/O gateway error 429050',
    signals: [{ from: 'aem', status: [429], gatewayCode: /^429050$/ }],
  },
  'aem-account-unknown': {
    step: 'read',
    owner: 'you',
    passing: true,
    source: 'Adobe KB ka-27438; AEM creates the user with its first call, the wording is not published',
    signals: [
      {
        from: 'aem',
        status: [403],
        problemType: /^forbidden$/i,
        detail:
          /^(the )?(technical account|user)\b[^.]{0,80}\b(not (yet )?known|unknown|not found|does not (yet )?exist)\b/i,
      },
    ],
  },
  'aem-write-refused': {
    step: 'write',
    owner: 'aem-admin',
    passing: false,
    source: 'Services user group and permission management guide; the wording is not published',
    signals: [
      { from: 'aem', status: [403], problemType: /^forbidden$/i, detail: mayNotChange, method: 'write' },
      { from: 'aem', status: [403], problemType: /^forbidden$/i, method: 'write', readWorked: true },
    ],
  },
  'aem-read-refused': {
    step: 'read',
    owner: 'admin-console-admin',
    passing: false,
    source: 'Product profile without the service AEM Assets API Users (OpenAPI set-up guide, step 2)',
    signals: [
      {
        from: 'aem',
        status: [403],
        problemType: /^forbidden$/i,
        detail: mayNotRead,
        method: 'read',
      },
    ],
  },
  'aem-path-unknown': {
    step: 'aem',
    owner: 'aem-admin',
    passing: false,
    source: 'Experience League community 250739',
    signals: [{ from: 'aem', status: [404], detail: /^No RequestProcessor can handle this request\b/i }],
  },
  'aem-asset-not-found': {
    step: 'read',
    owner: 'you',
    passing: false,
    source: 'AEM OpenAPI guide: 404 problem not_found',
    signals: [{ from: 'aem', status: [404], problemType: /^not_found$/i }],
  },
  'aem-version-refused': {
    step: 'aem',
    owner: 'aem-admin',
    passing: false,
    source: 'AEM Assets Author API, 406',
    signals: [{ from: 'aem', status: [406], problemType: /^not_acceptable$/i }],
  },
  'aem-changed-meanwhile': {
    step: 'write',
    owner: 'you',
    passing: false,
    source: 'AEM OpenAPI guide: ETag and If-Match',
    signals: [{ from: 'aem', status: [412], problemType: /^precondition_failed$/i }],
  },
  'aem-change-conflict': {
    step: 'write',
    owner: 'you',
    passing: false,
    source: 'AEM Assets Author API by a reading of its schema: 409 of PATCH, with the recovery of 412',
    signals: [{ from: 'aem', status: [409], problemType: /^conflict$/i, method: 'write' }],
  },
  'aem-version-missing': {
    step: 'write',
    owner: 'your-it',
    passing: false,
    source: 'AEM Assets Author API by a reading of its schema: 428 without If-Match; RFC 6585 section 3',
    signals: [{ from: 'aem', status: [428], problemType: /^precondition_required$/i, method: 'write' }],
  },
  'aem-change-not-possible': {
    step: 'write',
    owner: 'you',
    passing: false,
    source:
      'AEM OpenAPI guide: JSON Patch is atomic, 422; adobe/aio-cli-plugin-aem-rde tests: bad_request with 422',
    signals: [
      { from: 'aem', status: [422], problemType: /^(unprocessable_\w+|bad_request)$/i, method: 'write' },
      { from: 'aem', status: [400], problemType: /^unprocessable_\w+$/i, method: 'write' },
    ],
  },
  'aem-change-not-understood': {
    step: 'write',
    owner: 'you',
    passing: false,
    source: 'AEM OpenAPI guide: 400 and 415 of changing calls',
    signals: [
      {
        from: 'aem',
        status: [400, 415],
        problemType: /^(bad_request|unsupported_media_type)$/i,
        method: 'write',
      },
    ],
  },
  'aem-request-malformed': {
    step: 'read',
    owner: 'you',
    passing: false,
    source: 'AEM OpenAPI guide: 400 problem bad_request',
    signals: [{ from: 'aem', status: [400], problemType: /^bad_request$/i }],
  },
  'aem-throttled': {
    step: 'aem',
    owner: 'you',
    passing: true,
    source: 'Adobe KB ka-25100',
    signals: [{ from: 'aem', status: [429] }],
  },
} as const satisfies Record<string, Cause>
