import type { Environment } from '../../shared/connections'

export type Field =
  | 'clientId'
  | 'apiKey'
  | 'secret'
  | 'forJwt'
  | 'kind'
  | 'scopes'
  | 'accountEmail'
  | 'accountId'
  | 'organisation'
  | 'imsHost'
  | 'aemHost'
  | 'bucket'
  | 'redirect'

/** The field that a name stands for, and the words around it that tell whose it is. */
export type FieldPlace = { field: Field; words: readonly string[] }

const hostWords = 'UR[IL]|BASE_?UR[IL]|HOST|HOST_?NAME|ORIGIN|ENDPOINT|DOMAIN|SERVER|INSTANCE'

/**
 * The names under which files keep the parts of a credential: the tutorial's `.env`, aio's `IMS_OAUTH_S2S_*` and
 * `AIO_ims_contexts_*`, the Postman environment of Adobe Developer Console (where `API_KEY` is the client ID), what its
 * pages show, and JSON in camelCase. In upper case, words between underscores; the first field that fits is taken.
 */
const fieldNames: readonly [Field, string][] = [
  ['clientId', '(?:API_?KEY_)?CLIENT_?ID'],
  ['apiKey', 'API_?KEY'],
  ['secret', 'CLIENT_?SECRETS?'],
  [
    'forJwt',
    'META_?SCOPES?|PRIVATE_?KEY(?:_?(?:PATH|FILE|FILE_?PATH|PEM|PASS\\w*|BASE_?64|B64))?|JWT_?(?:TOKEN|PAYLOAD)|KEY_?(?:PATH|FILE)',
  ],
  ['kind', '(?:(?:AUTH|AUTHENTICATION|CREDENTIALS?|INTEGRATION|GRANT)_)?TYPE|(?:AUTH|OAUTH)_FLOW'],
  ['scopes', 'SCOPES?'],
  ['accountEmail', 'TECHNICAL_?ACCOUNT_?E_?MAIL'],
  ['accountId', 'TECHNICAL_?ACCOUNT_?ID'],
  ['organisation', '(?:IMS_)?ORG(?:ANI[SZ]ATION)?_?ID|IMS_?ORG'],
  ['imsHost', `IMS(?:_(?:${hostWords}|TOKEN_(?:UR[IL]|ENDPOINT)))?|(?:ACCESS_)?TOKEN_(?:UR[IL]|ENDPOINT)`],
  ['bucket', '(?:AEM_)?(?:ASSETS?_)?BUCKET'],
  ['aemHost', `(?:AEM|AUTHOR)(?:_(?:AUTHOR|ASSETS?|CLOUD|API|BASE))*_(?:${hostWords}|AUTHOR)|AEM_?AUTHOR`],
  ['redirect', '(?:DEFAULT_)?REDIRECT_UR[IL]S?(?:_PATTERN)?|CALLBACK_UR[IL]S?'],
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
const longestName = 200

/** Words of a name in upper case: `clientId`, `client-id` and `Client ID` have the same ones. */
export function wordsOf(name: string): string[] {
  return name
    .slice(0, longestName)
    .normalize('NFC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** Every field has one of these in its names: most names have none. */
const hint =
  /client|key|scope|technical|org|ims|type|flow|token|bucket|aem|author|redirect|callback|jwt|meta/i

/** Understands a name; `alone` takes no other words around those of a field. */
export function placeOf(name: string, alone = false): FieldPlace | null {
  if (name.length > longestName || !hint.test(name)) return null
  const words = wordsOf(name)
  const joined = words.join('_').toUpperCase()
  for (const { field, alone: whole, grouped } of fieldPatterns) {
    const match = (alone ? whole : grouped).exec(joined)
    if (!match) continue
    const before = match[1] === undefined ? 0 : match[1].split('_').length
    const behind = match[2] === undefined ? [] : words.slice(-1)
    return { field, words: [...words.slice(0, before), ...behind] }
  }
  return null
}

export function environmentOf(words: readonly string[]): Environment | null {
  for (const word of words) {
    const environment = environmentWords[word.toUpperCase()]
    if (environment !== undefined) return environment
  }
  return null
}

/** Words that say no more than "a credential of Adobe", or nothing at all. */
const generic: ReadonlySet<string> = new Set(
  [
    'ADC ADOBE AEM AIO API APP ASSET ASSETS AUTH AUTHOR CC CLOUD CONFIG CONFIGURATION CONSOLE CONTEXTS CREDENTIAL CREDENTIALS',
    'CUSTOM DATA DEFAULT DEVELOPER ENV ENVIRONMENT ENVIRONMENTS EXPERIENCE FIREFLY IMS INTEGRATION IO MY NEXT O OAUTH OAUTH2',
    'OPENAPI OUR PARAMETERS PARAMS PUBLIC REACT S2S SECRET SECRETS SERVER SERVICE SERVICES SETTINGS SPEC STRINGDATA TECHACCT',
    'THE TO TOKEN VALUES VARIABLES VARS VITE WORKSPACE YOUR',
  ].flatMap((line) => line.split(' ')),
)

export function isGeneric(word: string): boolean {
  return generic.has(word.toUpperCase()) || /^#?\d+$/.test(word)
}
