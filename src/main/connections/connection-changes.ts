import { cancelled } from '../failures/failure'
import type { ConnectionChange, ConnectionChanged } from './connection-changed'

/** What a change is about; its fields include the current secret. */
export type ConnectionPart = 'fields' | 'other secret'
export const wholeConnection: readonly ConnectionPart[] = ['fields', 'other secret']

export type ConnectionChanges = {
  /**
   * Makes a change and tells of it. A new change ends every earlier one of the same part of the connection, as far as that
   * still waits for the keychain, and begins when that is over; all others run side by side.
   */
  make: <T>(
    connectionId: string,
    what: ConnectionChange,
    parts: readonly ConnectionPart[],
    work: (signal: AbortSignal) => Promise<T>,
  ) => Promise<T>
  /** Lets `settled` wait for what belongs to a change. */
  waitFor: <T>(work: Promise<T>) => Promise<T>
  /** Settles when every change is made and reported, or has failed. */
  settled: () => Promise<void>
}

export function createConnectionChanges(changed: ConnectionChanged): ConnectionChanges {
  const newest = new Map<string, { end: () => void; ended: Promise<unknown> }>()
  const underWay = new Set<Promise<unknown>>()

  function takeTurn<T>(subjects: readonly string[], work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const earlier = subjects.flatMap((subject) => newest.get(subject) ?? [])
    for (const { end } of earlier) end()
    const controller = new AbortController()
    const done = Promise.all(earlier.map(({ ended }) => ended)).then(() => {
      controller.signal.throwIfAborted()
      return work(controller.signal)
    })
    function leave(): void {
      for (const subject of subjects) if (newest.get(subject) === turn) newest.delete(subject)
    }
    const turn = { end: () => controller.abort(cancelled()), ended: done.then(leave, leave) }
    for (const subject of subjects) newest.set(subject, turn)
    return done
  }

  function waitFor<T>(work: Promise<T>): Promise<T> {
    function end(): void {
      underWay.delete(work)
    }
    underWay.add(work)
    work.then(end, end)
    return work
  }

  return {
    make: (connectionId, what, parts, work) => {
      const subjects = parts.map((part) => `${connectionId} ${part}`)
      return waitFor(
        takeTurn(subjects, work).then(async (value) => {
          await changed(connectionId, what)
          return value
        }),
      )
    },
    waitFor,
    settled: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
  }
}
