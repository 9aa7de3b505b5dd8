import type { Environment } from '../../shared/connections'
import type { ImportRefusal } from '../../shared/imports'
import { parseJson } from '../input/parse-json'
import type { RawCredential, RawReading } from './clean-credential'

type Field =
  | 'clientId'
  | 'apiKey'
  | 'secret'
  | 'forJwt'
  | 'scopes'
  | 'accountEmail'
  | 'accountId'
  | 'organisation'
  | 'imsHost'
  | 'bucket'
  | 'redirect'

/**
 * The names under which files keep the parts of a credential: the tutorial's `.env`, aio's `IMS_OAUTH_S2S_*` and
 * `AIO_ims_contexts_*`, the Postman environment of Adobe Developer Console (where `API_KEY` is the client ID), and
 * JSON in camelCase. In upper case, words between underscores; the first field that fits is taken.
 */
const fieldNames: readonly [Field, string][] = [
  ['clientId', 'CLIENT_?ID'],
  ['apiKey', 'API_?KEY'],
  ['secret', 'CLIENT_?SECRETS?'],
  ['forJwt', 'META_?SCOPES?|PRIVATE_?KEY|JWT_?TOKEN'],
  ['scopes', 'SCOPES?'],
  ['accountEmail', 'TECHNICAL_?ACCOUNT_?EMAIL'],
  ['accountId', 'TECHNICAL_?ACCOUNT_?ID'],
  ['organisation', '(?:IMS_)?ORG_?ID|IMS_?ORG'],
  ['imsHost', 'IMS(?:_(?:HOST|ENDPOINT|URL|TOKEN_URL))?'],
  ['bucket', '(?:AEM_)?(?:ASSETS?_)?BUCKET|AEM_(?:HOST|URL|AUTHOR|AUTHOR_HOST|AUTHOR_URL)'],
  ['redirect', '(?:DEFAULT_)?REDIRECT_UR[IL]S?(?:_PATTERN)?'],
]

const environmentWords: Readonly<Record<string, Environment>> = {
  DEV: 'development',
  DEVELOPMENT: 'development',
  RDE: 'development',
  STAGE: 'stage',
  STAGING: 'stage',
  STG: 'stage',
  PROD: 'production',
  PRODUCTION: 'production',
}
const environmentEnding = `(?:_(${Object.keys(environmentWords).join('|')}))?`

const fieldPatterns = fieldNames.map(([field, names]) => ({
  field,
  alone: new RegExp(`^(?:${names})$`),
  // Lazy, so that META_SCOPES is not taken for the SCOPES of a group called META.
  grouped: new RegExp(`^(?:(.+?)_)??(?:${names})${environmentEnding}$`),
}))
const longestKey = 200

/** The parts of one credential: those whose names share what stands around them, as in `DEV_CLIENT_ID`. */
type Group = { label: string; values: Map<Field, unknown>; secrets: unknown[] }

function emptyGroup(label: string): Group {
  return { label, values: new Map(), secrets: [] }
}

type Naming = {
  /** `any` lets other words stand before a name, and the name of an environment behind it. */
  around: 'any' | 'nothing'
  /** For a credential whose names say nothing about it, in order of preference. */
  names: readonly unknown[]
}

/** Reads credentials out of names with values, as `.env` files, Postman environments and flat JSON hold them. */
export function readNamedValues(
  values: Iterable<readonly [string, unknown]>,
  { around, names }: Naming,
): RawReading {
  const groups = new Map<string, Group>()
  for (const [key, value] of values) {
    const place = isFilled(value) ? placeOf(key, around) : null
    if (!place) continue
    const group = groups.get(place.label) ?? emptyGroup(place.label)
    groups.set(place.label, group)
    if (place.field === 'secret') for (const secret of secretsIn(value)) group.secrets.push(secret)
    group.values.set(place.field, value)
  }
  const common = groups.get('') ?? emptyGroup('')
  const refusals = [...groups.values()].map((group) => ({ group, refusal: refusalOf(group, common) }))
  return {
    credentials: refusals
      .filter(({ refusal }) => refusal === null)
      .map(({ group }) => readGroup(group, common, names)),
    otherwise: weightiest(refusals.map(({ refusal }) => refusal)) ?? 'not-understood',
  }
}

function isFilled(value: unknown): boolean {
  return value !== null && value !== undefined && value !== ''
}

function placeOf(key: string, around: Naming['around']): { field: Field; label: string } | null {
  if (key.length > longestKey) return null
  const name = key
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/[-_.\s]+/g, '_')
    .toUpperCase()
  for (const { field, alone, grouped } of fieldPatterns) {
    const match = (around === 'any' ? grouped : alone).exec(name)
    if (match) return { field, label: [match[1], match[2]].filter(Boolean).join('_') }
  }
  return null
}

/** One secret, an array of them, or an array as JSON text: aio writes `CLIENT_SECRETS=["…","…"]`. */
function secretsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value !== 'string' || !/^\[[\s\S]*\]$/.test(value)) return [value]
  const parsed = parseJson(value.replace(/\\"/g, '"'))
  return Array.isArray(parsed) ? parsed : []
}

function clientIdOf({ values, secrets, label }: Group): unknown {
  return values.get('clientId') ?? (label === '' || secrets.length > 0 ? values.get('apiKey') : undefined)
}

/** Why a group is not a Server-to-Server credential, or null when it is one. */
function refusalOf(group: Group, common: Group): ImportRefusal | null {
  const { values, secrets } = group
  const clientId = clientIdOf(group)
  const hasScopes = values.has('scopes')
  const hasAccount = values.has('accountEmail') || values.has('accountId')
  if (values.has('forJwt') && !hasScopes) return 'jwt-credential'
  if (clientId === undefined) return 'no-credential'
  const redirects =
    values.has('redirect') || (common.values.has('redirect') && clientIdOf(common) === undefined)
  if (redirects && !hasAccount) return 'user-auth-credential'
  if (!hasScopes && typeof clientId === 'string' && /^cm-p\d+-e\d+-integration/i.test(clientId)) {
    return 'aem-service-credentials'
  }
  return hasScopes || hasAccount || secrets.length > 0 ? null : 'api-key-only'
}

function weightiest(refusals: readonly (ImportRefusal | null)[]): ImportRefusal | null {
  return (
    refusals.find((refusal) => refusal !== null && refusal !== 'no-credential') ??
    (refusals.length > 0 ? 'no-credential' : null)
  )
}

function readGroup(group: Group, common: Group, names: readonly unknown[]): RawCredential {
  function shared(field: Field): unknown {
    return group.values.get(field) ?? common.values.get(field)
  }
  const named = group.label.split('_').map((word) => environmentWords[word])
  return {
    names: [titleOf(group.label), ...names],
    clientId: clientIdOf(group),
    secrets: group.secrets,
    scopes: shared('scopes'),
    technicalAccountEmail: group.values.get('accountEmail'),
    origin: [shared('organisation')],
    bucket: shared('bucket'),
    environment: named.find((environment) => environment !== undefined) ?? null,
    imsHost: shared('imsHost'),
  }
}

/** What a label says beyond "a credential of Adobe". */
function titleOf(label: string): string {
  return label
    .replace(/^(?:(?:AIO|IMS|CONTEXTS|WORKSPACE|OAUTH|S2S|ADOBE|AEM)(?:_|$))+/, '')
    .replaceAll('_', ' ')
}
