export type OpenedLinks = {
  /** Keeps a link for the window, in place of one that was not taken yet. */
  open: (address: string) => void
  /** The link that waits, once; null where there is none. */
  take: () => string | null
}

/** The way of a link from the system to the window, which may not be there yet. `announce` tells one that is. */
export function createOpenedLinks(announce: () => void): OpenedLinks {
  let waiting: string | null = null
  return {
    open: (address) => {
      waiting = address
      announce()
    },
    take: () => {
      const address = waiting
      waiting = null
      return address
    },
  }
}
