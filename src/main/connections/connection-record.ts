import * as v from 'valibot'
import { type Connection, environments, type SecretStatus, type StoredSecret } from '../../shared/connections'
import { type JsonFile, openJsonFile } from '../files/json-file'
import { authorOf, hostOriginOf } from './aem-hosts'

const storedSchema = v.object({
  /** Account in the OS keychain: a UUID of its own for each secret, so that a new one never overwrites an old one. */
  account: v.string(),
  since: v.string(),
})

const recordSchema = v.object({
  id: v.string(),
  kind: v.picklist(['adobe', 'demo']),
  name: v.string(),
  environment: v.picklist(environments),
  bucket: v.string(),
  clientId: v.string(),
  scopes: v.array(v.string()),
  imsHost: v.nullable(v.string()),
  aemHost: v.nullable(v.string()),
  secret: v.nullable(storedSchema),
  /** The second secret of a rotation, under the name that files have had for it from the beginning. */
  otherSecret: v.optional(v.nullable(storedSchema), null),
  /** Known only from an imported file: tokens do not tell it. */
  technicalAccountEmail: v.optional(v.nullable(v.string()), null),
  /** Whether metadata may be changed; null as long as the user has not said, for this environment. */
  allowsChanges: v.optional(v.nullable(v.boolean()), null),
})

/** A connection as the file keeps it. */
type FiledRecord = v.InferOutput<typeof recordSchema>

/** Where a secret is stored: under its account in the keychain or, until the program ends, in memory. */
export type SecretEntry = StoredSecret & { account: string }

/** A connection as the program knows it: a secret that is in memory alone is in no file. */
export type ConnectionRecord = Omit<FiledRecord, 'secret' | 'otherSecret'> & {
  secret: SecretEntry | null
  /** Of the same credential, to be tried and promoted while secrets are rotated. */
  secondSecret: SecretEntry | null
}

const connectionsFileSchema = v.object({
  version: v.literal(1),
  connections: v.array(recordSchema),
  /** Keychain accounts that no connection needs; each is removed as soon as the keychain lets us. */
  accountsToRemove: v.array(v.string()),
})

export type ConnectionsFile = v.InferOutput<typeof connectionsFileSchema>

export function openConnectionsFile(path: string): JsonFile<ConnectionsFile> {
  return openJsonFile(path, (content) => v.parse(connectionsFileSchema, content))
}

export function fromFile({ secret, otherSecret, ...record }: FiledRecord): ConnectionRecord {
  function inKeychain(stored: FiledRecord['secret']): SecretEntry | null {
    return stored && { ...stored, place: 'keychain' }
  }
  return { ...record, secret: inKeychain(secret), secondSecret: inKeychain(otherSecret) }
}

export function toFile({ secret, secondSecret, ...record }: ConnectionRecord): FiledRecord {
  function filed(entry: SecretEntry | null): FiledRecord['secret'] {
    return entry?.place === 'keychain' ? { account: entry.account, since: entry.since } : null
  }
  return { ...record, secret: filed(secret), otherSecret: filed(secondSecret) }
}

/** The secrets that a connection has: none, one or two. */
export function secretsOf({ secret, secondSecret }: ConnectionRecord): SecretEntry[] {
  return [secret, secondSecret].filter((entry) => entry !== null)
}

/** A secret older than this is due for rotation: a common rule of companies, Adobe sets none. */
export const rotationDueDays = 180

const day = 24 * 60 * 60 * 1_000

export function ageInDays(since: string, now: number): number {
  return Math.floor((now - Date.parse(since)) / day)
}

/** Only development may be changed unasked: on stage and production other people rely on what is there. */
export function allowsChanges({
  allowsChanges,
  environment,
}: Pick<ConnectionRecord, 'allowsChanges' | 'environment'>): boolean {
  return allowsChanges ?? environment === 'development'
}

/** What the window may see of a record. */
export function describeConnection(record: ConnectionRecord, now: number): Connection {
  const { secret, secondSecret, ...visible } = record
  const days = secret === null ? 0 : ageInDays(secret.since, now)
  return {
    ...visible,
    allowsChanges: allowsChanges(record),
    author: authorOf(record),
    hosts: hostOriginOf(record),
    secret: secret === null ? noSecretOf(record.kind) : withoutAccount(secret),
    secondSecret: secondSecret && withoutAccount(secondSecret),
    rotationDueAfterDays: days >= rotationDueDays ? days : null,
  }
}

function noSecretOf(kind: ConnectionRecord['kind']): SecretStatus {
  return { place: kind === 'demo' ? 'demo' : 'missing' }
}

function withoutAccount({ place, since }: SecretEntry): StoredSecret {
  return { place, since }
}
