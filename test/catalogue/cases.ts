import type { CauseId } from '../../src/shared/failure-catalogue'
import type { CheckStep, Owner } from '../../src/shared/failure-signal'
import type { Find, Limits } from './bench'
import type { CatalogueCase } from './catalogue-case'
import { changeCases } from './change-cases'
import { networkCases } from './network-cases'
import { assetNamed, subjectOf } from './subjects'

const dayMs = 86_400_000
const impatient: Limits = { headersDeadlineMs: 400, totalDeadlineMs: 800 }

type Row = [cause: CauseId, owner: Owner, name: string, step: CheckStep]

/** A credential of the demo cloud, checked against an asset that it should be able to read. */
function withCredential(
  [cause, owner, name, step]: Row,
  { before = [], limits }: { before?: readonly Find[]; limits?: Limits } = {},
): CatalogueCase {
  return {
    cause,
    owner,
    by: 'demo cloud',
    state: `credential "${name}"`,
    finds: [...before, [step, cause]],
    run: ({ cloud, check }) =>
      check(subjectOf(cloud, name, cloud.assets[0]?.assetId ?? null), limits ? { limits } : {}),
  }
}

/** A good credential, and an asset of the demo cloud for which AEM fails. */
function withAsset([cause, owner, name, step]: Row, limits?: Limits): CatalogueCase {
  return {
    cause,
    owner,
    by: 'demo cloud',
    state: `asset "${name}"`,
    finds: [[step, cause]],
    run: ({ cloud, check }) =>
      check(subjectOf(cloud, 'Reader', assetNamed(cloud, `/${name}`)), limits ? { limits } : {}),
  }
}

const refusedByIms: readonly Row[] = [
  ['ims-secret-refused', 'adc-owner', 'Wrong secret', 'token'],
  ['ims-client-id-unknown', 'adc-owner', 'Unknown client ID', 'token'],
  ['ims-client-refused', 'adc-owner', 'Refused without a reason', 'token'],
  ['ims-scope-refused', 'adc-owner', 'Scope not granted', 'token'],
  ['ims-grant-refused', 'adc-owner', 'Unauthorized client', 'token'],
  ['ims-grant-unsupported', 'you', 'Grant not supported', 'token'],
  ['ims-access-denied', 'adc-owner', 'Access denied', 'token'],
  ['ims-request-malformed', 'you', 'Request not understood', 'token'],
  ['ims-request-malformed', 'you', 'Hostile IMS error', 'token'],
  ['ims-internal-error', 'adobe', 'IMS internal error', 'token'],
  ['ims-throttled', 'you', 'IMS throttles', 'token'],
  ['ims-throttled', 'you', 'IMS throttles once', 'token'],
  ['ims-unavailable', 'adobe', 'IMS unavailable', 'token'],
  ['ims-not-ims', 'you', 'IMS answers HTML', 'token'],
  ['ims-not-ims', 'you', 'IMS answers nothing', 'token'],
  ['ims-not-ims', 'you', 'IMS answers broken JSON', 'token'],
  ['ims-token-unusable', 'adobe', 'IMS answers an array', 'token'],
  ['ims-token-unusable', 'adobe', 'No access token', 'token'],
  ['ims-token-unusable', 'adobe', 'Access token is a number', 'token'],
  ['ims-token-unusable', 'adobe', 'No token type', 'token'],
  ['ims-token-unusable', 'adobe', 'Token type mac', 'token'],
  ['ims-token-unusable', 'adobe', 'Token with a line break', 'token'],
  ['ims-token-unusable', 'adobe', 'Token of 64 kB', 'token'],
  ['proxy-page', 'your-it', 'Proxy before IMS', 'token'],
  ['redirected', 'your-it', 'IMS redirects (307)', 'token'],
  ['redirected', 'your-it', 'IMS redirects (302)', 'token'],
  ['connection-lost', 'your-it', 'IMS cuts the connection', 'token'],
  ['unknown-ims-answer', 'you', 'Unknown IMS error', 'token'],
]

const refusedByAem: readonly Row[] = [
  ['aem-client-not-allowlisted', 'cloud-manager-deployer', 'Not allow-listed', 'allow-list'],
  ['gateway-api-key-refused', 'adc-owner', 'API not added in ADC', 'aem'],
  ['gateway-api-key-missing', 'your-it', 'API key lost on the way', 'aem'],
  ['gateway-token-refused', 'adc-owner', 'Gateway refuses the token', 'aem'],
  ['gateway-throttled', 'you', 'Gateway throttles', 'aem'],
  ['aem-token-refused', 'adc-owner', 'Token that AEM refuses', 'aem'],
  ['aem-token-refused', 'adc-owner', 'Token of IMS stage', 'aem'],
  ['aem-account-unknown', 'you', 'Technical account new to AEM', 'read'],
  ['aem-read-refused', 'admin-console-admin', 'No read right', 'read'],
  ['aem-path-unknown', 'aem-admin', 'AEM release too old', 'aem'],
  ['aem-hibernated', 'aem-admin', 'AEM hibernated', 'aem'],
  ['aem-login-page', 'you', 'AEM login page', 'aem'],
  ['aem-login-page', 'you', 'AEM redirects to its login page', 'aem'],
  ['redirected', 'your-it', 'AEM redirects to login', 'aem'],
  ['aem-address-not-allowed', 'cloud-manager-deployer', 'IP address not allowed', 'aem'],
  ['aem-unavailable', 'adobe', 'AEM unavailable', 'aem'],
  ['aem-throttled', 'you', 'AEM throttles', 'aem'],
  ['unknown-aem-answer', 'you', 'Unknown AEM refusal', 'aem'],
]

const failingAssets: readonly Row[] = [
  ['aem-asset-not-found', 'you', 'not-found.jpg', 'read'],
  ['aem-path-unknown', 'aem-admin', 'no-request-processor.jpg', 'aem'],
  ['aem-request-malformed', 'you', 'bad-request.jpg', 'read'],
  ['aem-token-refused', 'adc-owner', 'unauthorized-always.jpg', 'aem'],
  ['aem-version-refused', 'aem-admin', 'not-acceptable.jpg', 'aem'],
  ['proxy-page', 'your-it', 'proxy-502.jpg', 'aem'],
  ['aem-throttled', 'you', 'throttled-429.jpg', 'aem'],
  ['aem-unavailable', 'adobe', 'internal-500.jpg', 'aem'],
  ['aem-unavailable', 'adobe', 'bad-gateway-502.jpg', 'aem'],
  ['aem-unavailable', 'adobe', 'html-503.jpg', 'aem'],
  ['aem-unavailable', 'adobe', 'timeout-504.jpg', 'aem'],
  ['aem-unavailable', 'adobe', 'deep-problem.jpg', 'aem'],
  ['aem-web-page', 'aem-admin', 'html-404.jpg', 'aem'],
  ['redirected', 'your-it', 'redirect-301.jpg', 'aem'],
  ['redirected', 'your-it', 'redirect-308.jpg', 'aem'],
  ['redirected', 'your-it', 'redirect-loop.jpg', 'aem'],
  ['aem-empty', 'adobe', 'not-modified-unasked.jpg', 'read'],
  ['aem-empty', 'adobe', 'no-content.jpg', 'read'],
  ['aem-empty', 'adobe', 'empty-200.jpg', 'read'],
  ['aem-cut-off', 'your-it', 'broken-json.jpg', 'read'],
  ['aem-cut-off', 'your-it', 'gzip-cut.jpg', 'read'],
  ['aem-not-metadata', 'you', 'json-array.jpg', 'read'],
  ['aem-not-metadata', 'you', 'text-plain.jpg', 'read'],
  ['aem-not-metadata', 'you', 'no-content-type.jpg', 'read'],
  ['body-too-deep', 'you', 'ten-thousand-levels.json', 'read'],
  ['connection-lost', 'your-it', 'reset-before-answer.jpg', 'aem'],
  ['headers-too-large', 'your-it', 'huge-headers.jpg', 'aem'],
  ['unknown-aem-answer', 'you', 'unknown-403.jpg', 'aem'],
  ['unknown-aem-answer', 'you', 'near-miss-403.jpg', 'aem'],
  ['unknown-aem-answer', 'you', 'hostile-problem.jpg', 'aem'],
]

/** What the check finds by comparing, with no refusal of anybody. */
const compared: readonly CatalogueCase[] = [
  withCredential(['claims-scopes-missing', 'adc-owner', 'Folder scope silently left out', 'claims']),
  withCredential(['claims-not-readable', 'adobe', 'Token that is not a JWT', 'claims']),
  withCredential(['claims-short-life', 'adc-owner', 'Token of one minute', 'claims']),
  {
    ...withCredential(['claims-clock-skew', 'your-it', 'Reader', 'claims']),
    by: 'clock',
    state: "this machine's clock two days ahead",
    run: ({ cloud, check }) => check(subjectOf(cloud, 'Reader'), { aheadMs: 2 * dayMs }),
  },
  {
    ...withCredential(['claims-other-ims', 'you', 'Token of IMS stage', 'claims']),
    state: 'credential "Token of IMS stage" at the host of production',
    finds: [
      ['claims', 'claims-other-ims'],
      ['aem', 'aem-token-refused'],
    ],
    run: ({ cloud, check }) => {
      const production = 'https://ims-na1.adobelogin.com'
      const subject = { ...subjectOf(cloud, 'Token of IMS stage'), imsHost: production }
      return check(subject, { standIns: { [production]: cloud.ims } })
    },
  },
  {
    ...withCredential(['claims-client-differs', 'adc-owner', 'Token of another client', 'claims']),
    finds: [
      ['claims', 'claims-client-differs'],
      ['aem', 'gateway-api-key-refused'],
    ],
  },
  {
    ...withCredential(['claims-scope-needed', 'adc-owner', 'Scope silently left out', 'claims']),
    finds: [
      ['claims', 'claims-scope-needed'],
      ['read', 'aem-scopes-missing'],
    ],
  },
  {
    ...withCredential(['secret-old', 'adc-owner', 'Reader', 'keychain']),
    by: 'clock',
    state: 'secret stored 400 days ago',
    run: ({ cloud, check }) => check(subjectOf(cloud, 'Reader'), { ageMs: 400 * dayMs }),
  },
  {
    ...withCredential(['client-id-unusual', 'you', 'Reader', 'input']),
    by: 'fields',
    state: 'client ID "client-1"',
    finds: [
      ['input', 'client-id-unusual'],
      ['token', 'ims-client-id-unknown'],
    ],
    run: ({ cloud, check }) => check({ ...subjectOf(cloud, 'Reader'), clientId: 'client-1' }),
  },
]

export const cases: readonly CatalogueCase[] = [
  ...refusedByIms.map((row) => withCredential(row)),
  withCredential(['no-answer', 'your-it', 'IMS never answers', 'token'], { limits: impatient }),
  ...refusedByAem.map((row) => withCredential(row)),
  withCredential(['aem-scopes-missing', 'adc-owner', 'Missing scopes', 'read'], {
    before: [['claims', 'claims-scope-needed']],
  }),
  withCredential(['no-answer', 'your-it', 'AEM never answers', 'aem'], { limits: impatient }),
  ...failingAssets.map((row) => withAsset(row)),
  withAsset(['no-answer', 'your-it', 'hang.jpg', 'aem'], impatient),
  withAsset(['answer-stalled', 'your-it', 'headers-then-silence.jpg', 'aem'], impatient),
  withAsset(['answer-stalled', 'your-it', 'one-byte-per-second.jpg', 'aem'], impatient),
  withAsset(['body-too-large', 'you', 'endless-body.jpg', 'aem'], { maxBytes: 1_000_000 }),
  withAsset(['body-too-large', 'you', 'gzip-bomb.jpg', 'aem'], { maxBytes: 1_000_000 }),
  ...changeCases,
  ...networkCases,
  ...compared,
]

/** Nothing of all this is found where nothing is wrong. */
export const workingCredentials = [
  'Reader',
  'Editor',
  'Strict 2024.11 API',
  'Rotation: new secret',
  'Secret with special characters',
  'More scopes than needed',
  'Token type BEARER',
  'expires_in as text',
] as const
