export type Streak = {
  /** Of one that went well, or whose failure is its own: null. */
  add: (cause: string | null) => void
  isHopeless: () => boolean
}

/** Counts in a row what failed for one reason, so that not everything else has to fail for it as well. */
export function watchStreak(longest: number): Streak {
  let current: string | null = null
  let length = 0
  return {
    add: (cause) => {
      length = cause !== null && cause === current ? length + 1 : 1
      current = cause
    },
    isHopeless: () => current !== null && length >= longest,
  }
}
