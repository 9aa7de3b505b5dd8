import type { ImportRefusal } from '../../shared/imports'
import type { RawCredential, RawReading } from './clean-credential'
import {
  clientIdOf,
  isPlain,
  isWithin,
  type NamedValue,
  type Naming,
  type Part,
  partsOf,
} from './credential-parts'
import { environmentOf, type Field, isGeneric, wordsOf } from './field-names'

/** Reads credentials out of names with values, in any order. */
export function readNamedValues(values: Iterable<NamedValue>, naming: Naming): RawReading {
  const parts = partsOf(values, naming)
  const refusals = parts.map((part) => ({ part, refusal: refusalOf(part, parts) }))
  return {
    credentials: refusals
      .filter(({ refusal }) => refusal === null)
      .map(({ part }) => credentialOf(part, parts, naming.names)),
    otherwise: weightiest(refusals.map(({ refusal }) => refusal)) ?? 'not-understood',
  }
}

/** What a part says itself, what stands around it, and what a text with one credential says of it under other words. */
function lookUp(part: Part, parts: readonly Part[], field: Field): unknown {
  const around = parts
    .filter((other) => other.values.has(field) && isWithin(part.words, other.words))
    .sort((one, other) => other.words.length - one.words.length)
  if (around[0] !== undefined) return around[0].values.get(field)
  const mine = environmentOf(part.words)
  const others = parts.filter((other) => other.values.has(field) && clientIdOf(other) === undefined)
  const alike = others.filter((other) => mine !== null && environmentOf(other.words) === mine)
  const isOnly = parts.filter((other) => clientIdOf(other) !== undefined).length === 1
  const fitting =
    alike.length > 0 ? alike : isOnly ? others.filter(({ words }) => words.every(isGeneric)) : []
  const values = new Set(fitting.map((other) => other.values.get(field)))
  return values.size === 1 ? [...values][0] : undefined
}

/** Fields that speak of a credential, even without a client ID. */
const ofCredentials = ['apiKey', 'secret', 'scopes', 'accountEmail', 'accountId'] as const

/** Why a part is not a Server-to-Server credential, or null when it is one. */
function refusalOf(part: Part, parts: readonly Part[]): ImportRefusal | null {
  const { values, secrets, blanks, doubts } = part
  const clientId = clientIdOf(part)
  const hasScopes = lookUp(part, parts, 'scopes') !== undefined
  const hasAccount = values.has('accountEmail') || values.has('accountId')
  if (isJwt(part, parts)) return 'jwt-credential'
  if (clientId === undefined) {
    if (blanks.has('clientId') || blanks.has('apiKey')) return 'values-missing'
    return ofCredentials.some((field) => values.has(field)) ? 'no-credential' : 'not-understood'
  }
  if (isForPeople(part, parts, hasAccount)) return 'user-auth-credential'
  if (!hasScopes && typeof clientId === 'string' && /^cm-p\d+-e\d+-integration/i.test(clientId)) {
    return 'aem-service-credentials'
  }
  const isSecretThere =
    secrets.length > 0 || blanks.has('secret') || doubts.includes('secrets-not-told-apart')
  if (hasScopes || hasAccount || isSecretThere) return null
  return 'api-key-only'
}

/** Scopes of the JWT flow, which it calls metascopes. */
const metascope = /(?:^|[\s,"[/])ent_\w/

/** A private key beside scopes of OAuth is what a migrated credential still carries along; metascopes are not. */
function isJwt(part: Part, parts: readonly Part[]): boolean {
  if (clientIdOf(part) === undefined) {
    return part.values.has('forJwt') && parts.every((other) => clientIdOf(other) === undefined)
  }
  const kind = lookUp(part, parts, 'kind')
  if (typeof kind === 'string' && /\bjwt\b/i.test(kind)) return true
  const scopes = lookUp(part, parts, 'scopes')
  return (
    lookUp(part, parts, 'forJwt') !== undefined &&
    (scopes === undefined || metascope.test(JSON.stringify(scopes)))
  )
}

/** OAuth Web App, Single Page App and native app have an address to come back to, and no account of their own. */
function isForPeople(part: Part, parts: readonly Part[], hasAccount: boolean): boolean {
  const kind = lookUp(part, parts, 'kind')
  if (
    typeof kind === 'string' &&
    /^(?:authorization_code|oauth_?(?:web|native|single|ios|android))/i.test(kind)
  )
    return true
  return !hasAccount && lookUp(part, parts, 'redirect') !== undefined
}

function weightiest(refusals: readonly (ImportRefusal | null)[]): ImportRefusal | null {
  const known = refusals.filter((refusal) => refusal !== null && refusal !== 'not-understood')
  return known.find((refusal) => refusal !== 'no-credential') ?? known[0] ?? null
}

function credentialOf(part: Part, parts: readonly Part[], names: readonly unknown[]): RawCredential {
  const { values, secrets, words, blanks } = part
  const isBlank = secrets.length === 0 && blanks.has('secret')
  return {
    names: [values.get('title'), titleOf(words), ...names],
    clientId: clientIdOf(part),
    secrets,
    scopes: lookUp(part, parts, 'scopes'),
    technicalAccountEmail: lookUp(part, parts, 'accountEmail'),
    origin: [lookUp(part, parts, 'organisation')],
    bucket: lookUp(part, parts, 'bucket'),
    environment: environmentOf(words) ?? environmentOfNames(names),
    imsHost: lookUp(part, parts, 'imsHost'),
    aemHost: lookUp(part, parts, 'aemHost'),
    doubts: isBlank ? [...part.doubts, 'secret-left-blank'] : part.doubts,
  }
}

/** A file or an environment that is called `production`, and nothing else. */
function environmentOfNames(names: readonly unknown[]) {
  const words = names.map((name) => (typeof name === 'string' ? wordsOf(name) : []))
  const telling = words.find((each) => each.length > 0 && each.every(isPlain))
  return environmentOf(telling ?? [])
}

/** What the words around a name say beyond "a credential of Adobe". */
function titleOf(words: readonly string[]): string {
  const telling = words.findIndex((word) => !isGeneric(word))
  return telling < 0
    ? ''
    : words
        .slice(telling)
        .filter((word) => !/^#\d+$/.test(word))
        .join(' ')
}
