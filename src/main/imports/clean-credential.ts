import type { ImportCandidate, ImportDoubt, ImportRefusal } from '../../shared/imports'
import { isLoopback } from '../calls/loopback'
import { defaultAemHost, defaultImsHost, isUnder, readBucket, readHost } from '../connections/aem-hosts'
import { readClientId, readScopes, readSecret } from '../connections/connection-rules'
import { type Reading, readLine } from '../input/text-rules'
import { plainCharacters } from '../input/unwrap-text'

/** One credential of a file with its secrets: never leaves the main process. */
export type FoundCredential = Omit<ImportCandidate, 'secretCount'> & { secrets: readonly string[] }

/** A credential as a file has it, before any of it is believed. */
export type RawCredential = {
  /** In order of preference. */
  names: readonly unknown[]
  clientId: unknown
  secrets?: readonly unknown[]
  /** An array, or text between commas, spaces or the signs of a JSON array. */
  scopes: unknown
  technicalAccountEmail?: unknown
  /** From the organization down to the workspace. */
  origin?: readonly unknown[]
  bucket?: unknown
  environment?: ImportCandidate['environment']
  imsHost?: unknown
  aemHost?: unknown
  migrated?: boolean
  doubts?: readonly ImportDoubt[]
}

/** What one format holds, and what to say when none of it can be used. */
export type RawReading = { credentials: readonly RawCredential[]; otherwise: ImportRefusal }

const mostCandidates = 200
/** Adobe keeps at most two secrets of a credential (adobe-dev-console, ServerToServerAuthentication). */
const mostSecrets = 2
const longestName = 120

/** What can be used of the credentials of a file: each with a sound client ID, each once. */
export function cleanCredentials(raw: readonly RawCredential[]): FoundCredential[] {
  const found = new Map<string, FoundCredential>()
  for (const each of raw) {
    const credential = cleanCredential(each)
    if (!credential) continue
    const key = [credential.clientId, credential.imsHost, credential.bucket].join(' ')
    const known = found.get(key)
    if (known) found.set(key, merge(known, credential))
    else if (found.size < mostCandidates) found.set(key, credential)
  }
  return [...found.values()].map(withUsualSecrets)
}

function cleanCredential(raw: RawCredential): FoundCredential | null {
  const clientId = read(raw.clientId, readClientId)
  if (clientId === null || isPlaceholder(clientId)) return null
  const bucketOfHost = readBucketOfHost(raw.aemHost)
  const bucket = read(raw.bucket, readBucket) ?? bucketOfHost
  const ims = readAdobeHost(raw.imsHost, 'adobelogin.com', defaultImsHost(bucket ?? ''))
  const aemHost = bucketOfHost === null ? raw.aemHost : defaultAemHost(bucketOfHost)
  const aem = readAdobeHost(aemHost, 'adobeaemcloud.com', bucket === null ? null : defaultAemHost(bucket))
  return {
    name: [...raw.names, clientId].map(cleanName).find((name) => name !== '') ?? '',
    clientId,
    secrets: cleanSecrets(raw.secrets ?? []),
    scopes: cleanScopes(raw.scopes),
    technicalAccountEmail: read(raw.technicalAccountEmail, readTechnicalAccount),
    origin: (raw.origin ?? []).map(cleanName).filter(Boolean).join(' / ') || null,
    bucket,
    environment: raw.environment ?? null,
    imsHost: ims.taken,
    aemHost: aem.taken,
    migrated: raw.migrated ?? false,
    doubts: raw.doubts ?? [],
    leftOut: { secretCount: 0, imsHost: ims.foreign, aemHost: aem.foreign },
  }
}

function withUsualSecrets(credential: FoundCredential): FoundCredential {
  return {
    ...credential,
    secrets: credential.secrets.slice(0, mostSecrets),
    leftOut: { ...credential.leftOut, secretCount: Math.max(credential.secrets.length - mostSecrets, 0) },
  }
}

function merge(first: FoundCredential, second: FoundCredential): FoundCredential {
  return {
    ...first,
    secrets: cleanSecrets([...first.secrets, ...second.secrets]),
    scopes: first.scopes.length > 0 ? first.scopes : second.scopes,
    technicalAccountEmail: first.technicalAccountEmail ?? second.technicalAccountEmail,
    origin: first.origin ?? second.origin,
    migrated: first.migrated || second.migrated,
    doubts: [...new Set([...first.doubts, ...second.doubts])],
    leftOut: {
      ...first.leftOut,
      imsHost: first.leftOut.imsHost ?? second.leftOut.imsHost,
      aemHost: first.leftOut.aemHost ?? second.leftOut.aemHost,
    },
  }
}

/** The author of an environment, whichever of its hosts was named. */
function readBucketOfHost(raw: unknown): string | null {
  const reading = typeof raw === 'string' ? readBucket(raw) : null
  if (reading === null) return null
  if (reading.ok) return reading.value
  return typeof reading.values?.author === 'string' ? reading.values.author : null
}

/** Word processors and web pages change hyphens and leave invisible characters in any value. */
function read<T>(raw: unknown, reader: (typed: string) => Reading<T> | null): T | null {
  const reading = typeof raw === 'string' ? reader(plainCharacters(raw)) : null
  return reading?.ok ? reading.value : null
}

function cleanSecrets(raw: readonly unknown[]): string[] {
  const sound = raw.map((secret) => read(secret, readSecret)).filter((secret) => secret !== null)
  return [...new Set(sound.filter((secret) => !isPlaceholder(secret)))]
}

function cleanScopes(raw: unknown): readonly string[] {
  const texts = (Array.isArray(raw) ? raw : [raw]).filter((scope) => typeof scope === 'string')
  const parts = texts.flatMap((text) => text.split(/[\s,;[\]"'\\]+/))
  return read([...new Set(parts)].filter((part) => readScopes(part).ok).join(','), readScopes) ?? []
}

/**
 * Stands where a value was masked, or left to be filled in: `{CLIENT_SECRET}`, `$SECRET`, `%SECRET%`, `****`, `p8e-abc…`.
 * What only a program or a shell could put there holds a zero byte (see `shell-words.ts`).
 */
export function isPlaceholder(text: string): boolean {
  return text.includes('\u0000') || elided.test(text) || leftOver.test(text) || placeholder.test(text.trim())
}

/**
 * Signs of a text in a text, of which only the outer one was undone: an escaped quote, the `=3D` of a mail in a mail, an opened
 * reference. Such a value is no value, for a part of it belongs to the text.
 */
const leftOver = /\\["']|\\$|^(?:3D)+[\da-f]{32}$|^\$\{[^}]*$/i

const elided = /[*\u2022]{3}|(?:\.{3}|\u2026)$/
const placeholder = new RegExp(
  `^(?:${[
    '\\{.*\\}',
    '<.*>',
    '\\[[^"\'\\]]*\\]',
    '\\$(?:env:)?(?:[a-z_]\\w*|\\{.*\\}|\\(.*\\))',
    '%\\w+%',
    '`.*`',
    '#\\{.*\\}#?',
    '[*\u2022]+',
    'x{4,}',
    'your[-_ ].*',
    '(?:insert|enter|paste|add)[-_ ](?:your|the|here|client)\\b.*',
    'change[-_]?me',
    'redacted',
    'undefined',
    'null',
    'todo',
    'tbd',
  ].join('|')})$`,
  'i',
)

function readTechnicalAccount(typed: string): Reading<string> | null {
  const line = readLine(typed, 254)
  return line.ok && /^[\w.+-]+@techacct\.adobe\.com$/i.test(line.value) ? line : null
}

/**
 * A host of Adobe or of this machine, unless it is the usual one. Any other is foreign and left out, so that no file that
 * was passed on can choose where a secret or a token goes: such a host has to be typed under Advanced.
 */
function readAdobeHost(
  raw: unknown,
  domain: string,
  usual: string | null,
): { taken: string | null; foreign: string | null } {
  const host = read(raw, (typed) => readHost(typed, /^\/(?:ims\/token\/v\d\/?)?$/))
  if (host === null || host === usual) return { taken: null, foreign: null }
  const isOurs = isUnder(host, domain) || isLoopback(new URL(host).hostname)
  return isOurs ? { taken: host, foreign: null } : { taken: null, foreign: host }
}

/** One line that cannot disturb the text around it: no controls, no lone surrogates, no marks that turn direction. */
function cleanName(raw: unknown): string {
  if (typeof raw !== 'string') return ''
  const line = raw.replace(/[\p{Cc}\p{Cs}\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ').trim()
  return line
    .slice(0, longestName)
    .replace(/\p{Cs}$/u, '')
    .trim()
}
