import type { JsonFile } from '../files/json-file'

/** One JSON file and its content in memory. Callers take turns; see `kept.ts`. */
export type Stored<T> = {
  /** Throws `storage` when the disk does not give it; the next call tries again. */
  read: () => Promise<T>
  /** Writes what `edit` makes of the content, unless it gives the same back. Throws `storage` and has changed nothing. */
  change: (edit: (content: T) => T) => Promise<T>
  /** Forgets what is in memory: the files were removed. */
  reset: () => void
  setAside: () => string | null
}

export function createStored<T>(file: JsonFile<T>, empty: T): Stored<T> {
  let known: T | null = null
  let isRemoved = false
  async function read(): Promise<T> {
    known ??= (await file.read()) ?? empty
    return known
  }
  return {
    read,
    change: async (edit) => {
      const before = await read()
      const after = edit(before)
      if (after !== before) await file.write(after)
      known = after
      return after
    },
    reset: () => {
      known = null
      isRemoved = true
    },
    setAside: () => (isRemoved ? null : file.setAside()),
  }
}
