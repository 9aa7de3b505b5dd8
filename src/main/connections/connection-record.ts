import * as v from 'valibot'
import { type Connection, environments, type SecretStatus } from '../../shared/connections'
import { type JsonFile, openJsonFile } from '../files/json-file'

const stored = v.object({
  /** Account in the OS keychain: a UUID of its own for each secret, so that a new one never overwrites an old one. */
  account: v.string(),
  since: v.string(),
})

export const recordSchema = v.object({
  id: v.string(),
  kind: v.picklist(['adobe', 'demo']),
  name: v.string(),
  environment: v.picklist(environments),
  bucket: v.string(),
  clientId: v.string(),
  scopes: v.array(v.string()),
  imsHost: v.nullable(v.string()),
  aemHost: v.nullable(v.string()),
  secret: v.nullable(stored),
  /** A second secret of the same credential, kept to be tried and promoted while secrets are rotated. */
  otherSecret: v.optional(v.nullable(stored), null),
  /** Known only from an imported file: tokens do not tell it. */
  technicalAccountEmail: v.optional(v.nullable(v.string()), null),
})

export type StoredSecret = v.InferOutput<typeof stored>

/** A connection as the file keeps it. */
export type ConnectionRecord = v.InferOutput<typeof recordSchema>

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

export const noConnections: ConnectionsFile = { version: 1, connections: [], accountsToRemove: [] }

/** A secret older than this is due for rotation: a common rule of companies, Adobe sets none. */
export const rotationDueDays = 180

const day = 24 * 60 * 60 * 1_000

export function ageInDays(since: string, now: number): number {
  return Math.floor((now - Date.parse(since)) / day)
}

/** What the window may see of a record. `sessionSince` is set while its secret is in memory alone. */
export function describeConnection(
  record: ConnectionRecord,
  sessionSince: string | null,
  now: number,
): Connection {
  const { secret, otherSecret, ...visible } = record
  const days = secret === null ? 0 : ageInDays(secret.since, now)
  return {
    ...visible,
    secret: describeSecret(record.kind, secret, sessionSince),
    otherSecret: otherSecret === null ? null : { since: otherSecret.since },
    rotationDueAfterDays: days >= rotationDueDays ? days : null,
  }
}

function describeSecret(
  kind: ConnectionRecord['kind'],
  secret: ConnectionRecord['secret'],
  sessionSince: string | null,
): SecretStatus {
  if (sessionSince !== null) return { place: 'session', since: sessionSince }
  if (secret !== null) return { place: 'keychain', since: secret.since }
  return kind === 'demo' ? { place: 'demo' } : { place: 'nowhere' }
}
