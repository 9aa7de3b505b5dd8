import { setTimeout as delay } from 'node:timers/promises'

export type Clock = {
  /** Milliseconds since 1970, as the user's machine has it: may be wrong and may jump. */
  now: () => number
  /** Milliseconds since some start; never jumps, may stand still while the machine sleeps. */
  elapsed: () => number
}

export const systemClock: Clock = { now: () => Date.now(), elapsed: () => performance.now() }

/** Lets time pass; rejects when the signal is aborted. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<unknown>

export const systemWait: Wait = (milliseconds, signal) => delay(milliseconds, undefined, { signal })
