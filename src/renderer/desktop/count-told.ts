export type Told = {
  add: (count: number) => void
  /** Resolves once so many have been told, or the work is canceled. */
  until: (count: number) => Promise<void>
}

/** Counts what reports have told: the answer that ends the work comes by another way, and may overtake the last of them. */
export function countTold(signal: AbortSignal): Told {
  let told = 0
  let check: () => void = () => undefined
  return {
    add: (count) => {
      told += count
      check()
    },
    until: (count) =>
      new Promise((resolve) => {
        check = () => {
          if (told >= count || signal.aborted) resolve()
        }
        signal.addEventListener('abort', check, { once: true })
        check()
      }),
  }
}
