import type { AppError } from '../../shared/result'
import { Failure } from '../failures/failure'
import type { Wait } from './clock'
import { secondsToPause } from './seconds-to-pause'

const mostAttempts = 3

export type Pause = {
  /** Until no pause is on. */
  over: () => Promise<void>
  /** Pauses all for so long from now on; one that is on goes on until the later end of both. */
  begin: (seconds: number) => void
  /** How long the longest of those that are on was asked to be; null while none is. */
  seconds: () => number | null
}

/** One pause for all calls of a piece of work. */
export function createPause(wait: Wait, signal: AbortSignal, onChange: () => void): Pause {
  let running: Promise<void> | null = null
  let length: number | null = null
  function lengthen(seconds: number | null): void {
    length = seconds
    onChange()
  }
  return {
    over: async () => {
      while (running !== null) await running
      if (signal.aborted) throw signal.reason
    },
    begin: (seconds) => {
      if (length === null || seconds > length) lengthen(seconds)
      // Only a cancel ends it early, and the callers check for that.
      const ended = Promise.allSettled([running, wait(seconds * 1_000, signal)]).then(() => {
        if (running !== ended) return
        running = null
        lengthen(null)
      })
      running = ended
    },
    seconds: () => length,
  }
}

/**
 * Makes a call when no pause is on, and again where AEM holds it back, up to three times. `mayRepeat` says which of its failures
 * allow that; a pause begins in any case.
 */
export async function callPatiently<T>(
  pause: Pause,
  call: () => Promise<T>,
  mayRepeat: (error: AppError) => boolean = () => true,
  attempt = 1,
): Promise<T> {
  await pause.over()
  try {
    return await call()
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown
    const seconds = secondsToPause(thrown.error)
    // Also where this call is given up: the next one has to wait as well.
    if (seconds !== null) pause.begin(seconds)
    if (seconds === null || attempt >= mostAttempts || !mayRepeat(thrown.error)) throw thrown
    return callPatiently(pause, call, mayRepeat, attempt + 1)
  }
}
