import type { JsonFile } from './json-file'

/** Keeps its content until the program ends, and nothing of it on the disk. */
export function noFile<T>(content: T | null = null): JsonFile<T> {
  let kept = content
  return {
    read: async () => kept,
    write: async (written) => {
      kept = written
    },
    setAside: () => null,
  }
}
