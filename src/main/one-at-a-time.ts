export type OneAtATime = {
  /** Runs `work` when everything before it has ended, well or not. */
  run: <T>(work: () => Promise<T>) => Promise<T>
  /** Resolves when nothing is running or waiting; what is added meanwhile counts too. */
  idle: () => Promise<void>
}

/** A queue for what must not overlap: changes of one file, calls of one keychain. */
export function createOneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run: (work) => {
      const next = last.then(work)
      last = next.catch(() => undefined)
      return next
    },
    idle: async () => {
      for (let seen: unknown = null; seen !== last; ) {
        seen = last
        await last
      }
    },
  }
}
