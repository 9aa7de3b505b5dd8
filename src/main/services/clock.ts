export type Clock = {
  /** Milliseconds since 1970, as the user's machine has it: may be wrong and may jump. */
  now: () => number
  /** Milliseconds since some start; never jumps, may stand still while the machine sleeps. */
  elapsed: () => number
}

export const systemClock: Clock = { now: () => Date.now(), elapsed: () => performance.now() }
