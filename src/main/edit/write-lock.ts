import type { WriteLock } from '../../shared/edit'
import type { HttpAnswer, HttpRequest, SendHttp } from '../calls/http'
import { allowsChanges, type ConnectionRecord } from '../connections/connection-record'
import { Failure } from '../failures/failure'

declare const passed: unique symbol
/** Leave to send a PATCH by one connection. Only the lock gives it, and only `sendWithPass` takes it. */
export type WritePass = {
  readonly connectionId: string
  /** False once the connection was changed or locked. */
  readonly holds: () => boolean
  readonly [passed]: true
}

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
  /** Closes production again, and takes back every pass of the connection. */
  close: (connectionId: string) => void
  /** Throws `input` at the name where nothing may be changed. */
  pass: (record: ConnectionRecord) => WritePass
  /**
   * For a PATCH that cannot change anything; null where the settings of the connection allow no changes. On production whoever
   * asks for it has had the name confirmed.
   */
  passForTest: (record: Pick<ConnectionRecord, 'id' | 'allowsChanges' | 'environment'>) => WritePass | null
}

export function createWriteLock(): Lock {
  const open = new Set<string>()
  const closings = new Map<string, number>()
  function reason(record: ConnectionRecord): WriteLock | null {
    if (!allowsChanges(record)) return 'read-only'
    return record.environment === 'production' && !open.has(record.id) ? 'needs-name' : null
  }
  function give({ id }: Pick<ConnectionRecord, 'id'>): WritePass {
    const given = closings.get(id)
    return { connectionId: id, holds: () => closings.get(id) === given } as WritePass
  }
  return {
    reason,
    unlock: (record, typedName) => {
      if (typedName.trim() !== record.name) throw refusedLeave()
      open.add(record.id)
    },
    close: (connectionId) => {
      open.delete(connectionId)
      closings.set(connectionId, (closings.get(connectionId) ?? 0) + 1)
    },
    pass: (record) => {
      if (reason(record) !== null) throw refusedLeave()
      return give(record)
    },
    passForTest: (record) => (allowsChanges(record) ? give(record) : null),
  }
}

function refusedLeave(): Failure {
  return new Failure({
    kind: 'input',
    problems: [{ field: 'confirmedName', code: 'name-not-confirmed', values: {} }],
  })
}

/** The one way by which a PATCH leaves. Throws `input` where the pass was taken back while the call was prepared. */
export async function sendWithPass(
  http: SendHttp,
  pass: WritePass,
  request: Omit<HttpRequest, 'method'>,
): Promise<HttpAnswer> {
  if (!pass.holds()) throw refusedLeave()
  return http({ ...request, method: 'PATCH' })
}

/** Nothing was sent, because the connection is locked. */
export function isRefusedLeave(thrown: unknown): boolean {
  return thrown instanceof Failure && thrown.error.kind === 'input'
}
