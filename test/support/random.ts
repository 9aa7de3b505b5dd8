export type Random = {
  below: (limit: number) => number
  oneOf: <T>(choices: readonly [T, ...T[]]) => T
}

/** Numbers that look random and are the same for the same seed (mulberry32). */
export function createRandom(from: number): Random {
  let state = from
  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  function below(limit: number): number {
    return Math.floor(next() * limit)
  }
  return { below, oneOf: (choices) => choices[below(choices.length)] ?? choices[0] }
}
