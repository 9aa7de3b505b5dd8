export type Hold = {
  /** Until the user lets work go on. */
  over: () => Promise<void>
  begin: () => void
  end: () => void
}

/** The user's own pause. */
export function createHold(): Hold {
  let release: () => void = () => undefined
  let held: Promise<void> | null = null
  return {
    over: async () => {
      while (held !== null) await held
    },
    begin: () => {
      if (held !== null) return
      held = new Promise((resolve) => {
        release = resolve
      })
    },
    end: () => {
      held = null
      release()
    },
  }
}
