import type { ConnectionAccess } from '../connections/connection-access'
import type { ConnectionRecord } from '../connections/connection-record'
import { Failure } from '../failures/failure'
import { problemOf } from '../input/text-rules'
import { ownAuthorOf } from './aem-place'

/** The one asset that a text names; throws `input`. */
export async function requireAssetId(
  typed: string,
  record: ConnectionRecord,
  { aemHost }: ConnectionAccess,
): Promise<string> {
  const { readOneAsset } = await import('./understand-asset')
  const reading = readOneAsset(typed, ownAuthorOf(record.bucket, aemHost))
  if (reading.ok) return reading.value
  throw new Failure({ kind: 'input', problems: [problemOf('asset', reading)] })
}
