import * as v from 'valibot'
import { environments } from '../../shared/connections'
import type { ConnectionRecord } from '../connections/connection-record'
import type { RawReading } from './clean-credential'

const format = 'asset-inspector-connection'
const version = 1

const text = v.fallback(v.nullable(v.string()), null)

const schema = v.object({
  format: v.literal(format),
  version: v.literal(version),
  name: text,
  environment: v.fallback(v.nullable(v.picklist(environments)), null),
  bucket: text,
  clientId: text,
  scopes: v.fallback(v.array(v.unknown()), []),
  imsHost: text,
  aemHost: text,
})

/** A connection as text for a colleague, who adds a secret of their own: no secret, no keychain account, no ID. */
export function shareText(record: ConnectionRecord): string {
  const { name, environment, bucket, clientId, scopes, imsHost, aemHost } = record
  const shared: v.InferOutput<typeof schema> = {
    format,
    version,
    name,
    environment,
    bucket,
    clientId,
    scopes,
    imsHost,
    aemHost,
  }
  return `${JSON.stringify(shared, null, 2)}\n`
}

/** What `shareText` made, null for anything else. A secret that somebody wrote into it is not taken. */
export function readSharedConnection(document: object): RawReading | null {
  if (!('format' in document) || document.format !== format) return null
  const reading = v.safeParse(schema, document)
  if (!reading.success) return { credentials: [], otherwise: 'not-understood' }
  const { name, ...connection } = reading.output
  return { credentials: [{ ...connection, names: [name] }], otherwise: 'no-credential' }
}
