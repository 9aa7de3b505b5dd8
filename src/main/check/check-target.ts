import type { FieldName } from '../../shared/result'
import { ownAuthorOf } from '../assets/aem-place'
import type { ConnectionAccess } from '../connections/connection-access'
import type { ConnectionRecord } from '../connections/connection-record'
import { Failure } from '../failures/failure'
import { problemOf } from '../input/text-rules'

function refuseField(field: FieldName, code: 'empty' | 'name-not-confirmed'): Failure {
  return new Failure({ kind: 'input', problems: [{ field, code, values: {} }] })
}

/** The one asset that a text names; throws `input`. */
export async function requireAssetId(
  typed: string,
  record: ConnectionRecord,
  { aemHost }: ConnectionAccess,
): Promise<string> {
  const { readOneAsset } = await import('../assets/understand-asset')
  const reading = readOneAsset(typed, ownAuthorOf(record.bucket, aemHost))
  if (reading.ok) return reading.value
  throw new Failure({ kind: 'input', problems: [problemOf('asset', reading)] })
}

/** Nothing that could change data is tried on production unless its name was typed. */
export function requireConfirmation(
  record: ConnectionRecord,
  withChange: boolean,
  confirmedName: string,
): void {
  const isNeeded = withChange && record.environment === 'production'
  if (isNeeded && confirmedName.trim() !== record.name)
    throw refuseField('confirmedName', 'name-not-confirmed')
}
