import type { ConnectionDraft } from '../../shared/connections'
import type { FieldName, FieldProblem } from '../../shared/result'
import { findCredential } from '../failures/redact'
import { problemOf, type Reading, readLine, understood, wrong } from '../input/text-rules'
import { hostsOf, isAemOrLoopback, readBucket, readHost } from './aem-hosts'
import type { ConnectionRecord } from './connection-record'

/** A draft as understood; `secret` is null where none was typed. */
export type UnderstoodDraft = {
  name: string
  bucket: string
  clientId: string
  scopes: readonly string[]
  imsHost: string | null
  aemHost: string | null
  secret: string | null
}

/** Windows keeps at most this many bytes in one credential (CRED_MAX_CREDENTIAL_BLOB_SIZE); so do we everywhere. */
const mostSecretBytes = 2_560

/** Understands a secret, or says what the keychain or IMS would not take. Never trims: a secret is stored as it is. */
export function readSecret(typed: string): Reading<string> {
  if (typed.trim() === '') return wrong('empty')
  if (findCredential(typed) === 'token') return wrong('looks-like-token')
  if (/[\r\n\u2028\u2029]/.test(typed)) return wrong('secret-line-break')
  if (/[\u0000-\u001f\u007f-\u009f]/.test(typed)) return wrong('secret-control')
  if (typed !== typed.trim()) return wrong('secret-spaces')
  if (/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/.test(typed)) return wrong('secret-characters')
  if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(typed))
    return wrong('secret-surrogate')
  const bytes = new TextEncoder().encode(typed).length
  return bytes > mostSecretBytes
    ? wrong('secret-too-big', { bytes, most: mostSecretBytes })
    : understood(typed)
}

export function readClientId(typed: string): Reading<string> {
  const line = readLine(typed, 256)
  if (!line.ok) return line
  if (/@techacct\.adobe\.com$/i.test(line.value)) return wrong('client-id-is-account')
  return /^[\w.-]+$/.test(line.value) ? line : wrong('client-id-characters')
}

/** Understands scopes between commas, spaces or line breaks, in their order, each once. */
export function readScopes(typed: string): Reading<readonly string[]> {
  if (typed.length > 4_000) return wrong('too-long', { longest: 4_000, length: typed.length })
  const scopes = [...new Set(typed.split(/[\s,;]+/).filter((scope) => scope !== ''))]
  if (scopes.length === 0) return wrong('empty')
  const odd = scopes.find((scope) => !/^[\w.:/-]+$/.test(scope))
  return odd === undefined ? understood(scopes) : wrong('scope-characters', { scope: odd.slice(0, 80) })
}

/** Shorter texts can stand in two fields by chance. */
const shortestSecret = 8

/** A secret or token in a field that is stored, shown and sent in clear. */
function refuseCredential(typed: string, secret: string): Reading<never> | null {
  const kind = findCredential(typed)
  if (kind !== null) return wrong(`looks-like-${kind}`)
  return secret.length >= shortestSecret && typed.includes(secret) ? wrong('is-the-secret') : null
}

/**
 * Understands a whole draft, or names every field that is wrong.
 *
 * `secretIsThere` tells that an empty secret field means "keep the one we have".
 */
export function understandDraft(
  draft: ConnectionDraft,
  secretIsThere: boolean,
): { ok: true; value: UnderstoodDraft } | { ok: false; problems: FieldProblem[] } {
  const problems: FieldProblem[] = []
  function take<T>(field: FieldName, reading: Reading<T>, fallback: T): T {
    if (reading.ok) return reading.value
    problems.push(problemOf(field, reading))
    return fallback
  }
  function takeOpen<T>(
    field: 'name' | 'bucket' | 'clientId' | 'scopes' | 'imsHost' | 'aemHost',
    read: (typed: string) => Reading<T>,
    fallback: T,
  ): T {
    return take(field, refuseCredential(draft[field], draft.secret) ?? read(draft[field]), fallback)
  }
  function readOwnHost(knownPath: RegExp): (typed: string) => Reading<string | null> {
    return (typed) => (typed.trim() === '' ? understood(null) : readHost(typed, knownPath))
  }
  const value = {
    name: takeOpen('name', (typed) => readLine(typed, 120), ''),
    bucket: takeOpen('bucket', readBucket, ''),
    clientId: takeOpen('clientId', readClientId, ''),
    secret: take(
      'secret',
      draft.secret === '' && secretIsThere ? understood(null) : readSecret(draft.secret),
      null,
    ),
    scopes: takeOpen('scopes', readScopes, []),
    imsHost: takeOpen('imsHost', readOwnHost(/^\/ims\/token\/v\d\/?$/), null),
    aemHost: takeOpen('aemHost', readOwnHost(/^\/+$/), null),
  }
  return problems.length === 0 ? { ok: true, value } : { ok: false, problems }
}

type Destination = Pick<ConnectionRecord, 'bucket' | 'clientId' | 'imsHost' | 'aemHost'>

/**
 * Which field sends a stored secret, or a token got for it, to another place than the one that it was stored for; null when
 * none does. The secret goes to the IMS host with the client ID. The token goes to the AEM host: hosts of AEM as a Cloud
 * Service and this machine may take the place of another, any other host only with the secret.
 */
export function findNewDestination(before: Destination, after: Destination): FieldName | null {
  if (after.clientId !== before.clientId) return 'clientId'
  const [from, to] = [hostsOf(before), hostsOf(after)]
  if (to.ims !== from.ims) return after.imsHost === before.imsHost ? 'bucket' : 'imsHost'
  return to.aem === from.aem || isAemOrLoopback(to.aem) ? null : 'aemHost'
}
