import type { WriteLock } from '../../shared/edit'
import { allowsChanges, type ConnectionRecord } from '../connections/connection-record'
import { Failure } from '../failures/failure'

declare const passed: unique symbol
/** Leave to change metadata with one connection. Only the lock gives it, and only `send-patch.ts` takes it. */
export type WritePass = { readonly connectionId: string; readonly [passed]: true }

/**
 * Stands between the window and the wire: without its pass no change is sent, whatever the window asks for.
 *
 * A connection changes nothing unless its settings allow that, and on production its name has to be typed once before. What
 * was typed holds until the program ends or the connection is changed.
 */
export type Lock = {
  /** Why nothing can be changed at the moment; null where it can. */
  reason: (record: ConnectionRecord) => WriteLock | null
  /** Opens production for a while; throws `input` where the name is another one. */
  unlock: (record: ConnectionRecord, typedName: string) => void
  /** Closes production again. */
  close: (connectionId: string) => void
  /** Throws `input` at the name where nothing may be changed. */
  pass: (record: ConnectionRecord) => WritePass
}

export function createWriteLock(): Lock {
  const open = new Set<string>()
  function reason(record: ConnectionRecord): WriteLock | null {
    if (!allowsChanges(record)) return 'read-only'
    return record.environment === 'production' && !open.has(record.id) ? 'needs-name' : null
  }
  function refuseName(): Failure {
    return new Failure({
      kind: 'input',
      problems: [{ field: 'confirmedName', code: 'name-not-confirmed', values: {} }],
    })
  }
  return {
    reason,
    unlock: (record, typedName) => {
      if (typedName.trim() !== record.name) throw refuseName()
      open.add(record.id)
    },
    close: (connectionId) => void open.delete(connectionId),
    pass: (record) => {
      if (reason(record) !== null) throw refuseName()
      return { connectionId: record.id } as WritePass
    },
  }
}
