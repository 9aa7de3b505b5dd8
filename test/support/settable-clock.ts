import type { Clock } from '../../src/main/calls/clock'

export type SettableClock = Clock & {
  /** Lets time pass on both clocks. */
  pass: (ms: number) => void
  /** Sets the wall clock forward or back, as a user or a time server does. */
  shiftWall: (ms: number) => void
}

export function createSettableClock(start = Date.parse('2026-03-01T12:00:00Z')): SettableClock {
  let wall = start
  let steady = 0
  return {
    now: () => wall,
    elapsed: () => steady,
    pass: (ms) => {
      wall += ms
      steady += ms
    },
    shiftWall: (ms) => {
      wall += ms
    },
  }
}
