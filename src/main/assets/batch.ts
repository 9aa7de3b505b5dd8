import type { Wait } from '../calls/clock'

export type ReportBatch<T> = {
  add: (thing: T) => void
  /** What was not passed on yet; nothing is passed on after this. */
  takeRest: () => readonly T[]
}

/** Passes things on together, after `everyMs` at the latest, so that a thousand of them are not a thousand messages. */
export function batchReports<T>(
  passOn: (things: readonly T[]) => void,
  everyMs: number,
  wait: Wait,
): ReportBatch<T> {
  const ended = new AbortController()
  let things: T[] = []
  function take(): readonly T[] {
    const taken = things
    things = []
    return taken
  }
  return {
    add: (thing) => {
      things.push(thing)
      if (things.length > 1) return
      wait(everyMs, ended.signal).then(
        () => {
          if (!ended.signal.aborted) passOn(take())
        },
        () => undefined,
      )
    },
    takeRest: () => {
      ended.abort()
      return take()
    },
  }
}
