import type { FieldName } from '../../shared/result'
import { allowsChanges, type ConnectionRecord } from '../connections/connection-record'
import { Failure } from '../failures/failure'

function refuseField(field: FieldName, code: 'empty' | 'name-not-confirmed'): Failure {
  return new Failure({ kind: 'input', problems: [{ field, code, values: {} }] })
}

/** Nothing that could change data is tried on production unless its name was typed. A locked connection tries nothing of the kind. */
export function requireConfirmation(
  record: ConnectionRecord,
  withChange: boolean,
  confirmedName: string,
): void {
  const isNeeded = withChange && record.environment === 'production' && allowsChanges(record)
  if (isNeeded && confirmedName.trim() !== record.name)
    throw refuseField('confirmedName', 'name-not-confirmed')
}
