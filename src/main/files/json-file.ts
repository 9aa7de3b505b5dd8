import { mkdir, readFile, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { writeFile } from 'atomically'
import { Failure } from '../failures/failure'

export type JsonFile<T> = {
  /**
   * The parsed content, or null when there is no such file. A file that cannot be understood is put aside first.
   *
   * Throws a `Failure` of kind `storage` when the disk does not give it, and leaves it where it is.
   */
  read: () => Promise<T | null>
  /** Writes beside the file and renames, so that a crash leaves the old or the new content. Throws `storage`. */
  write: (content: T) => Promise<void>
  /** Where a file that could not be understood was put, or null. */
  setAside: () => string | null
}

/**
 * In bytes, of reading and of writing alike, so that what was written can be read: the largest of our lists, full of texts of
 * which each character takes six bytes, have about a third of that.
 */
const largestFile = 32_000_000

function isMissing(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT'
}

/** Bytes of a file, or null when there is none. */
async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch (thrown) {
    if (isMissing(thrown)) return null
    throw thrown
  }
}

/** One JSON file of ours. `parse` throws on content that this version does not understand. */
export function openJsonFile<T>(path: string, parse: (content: unknown) => T): JsonFile<T> {
  let aside: string | null = null

  function failStorage(thrown: unknown): never {
    throw new Failure({ kind: 'storage', path, detail: thrown instanceof Error ? thrown.message : '' })
  }

  async function putAside(): Promise<null> {
    const place = path.replace(/\.json$/, `.unreadable-${Date.now()}.json`)
    await rename(path, place).catch(failStorage)
    aside = place
    return null
  }

  async function read(): Promise<T | null> {
    const size = await sizeOf(path).catch(failStorage)
    if (size === null) return null
    // A file of ours is never that large: it is not read at all, and nothing is no JSON.
    const text = size > largestFile ? '' : await readFile(path, 'utf8').catch(failStorage)
    try {
      return parse(JSON.parse(text))
    } catch {
      return putAside()
    }
  }

  async function write(content: T): Promise<void> {
    try {
      const bytes = Buffer.from(`${JSON.stringify(content, null, 2)}\n`)
      if (bytes.length > largestFile) throw new Error(`${bytes.length} bytes are more than can be read again`)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, bytes, { mode: 0o600 })
    } catch (thrown) {
      failStorage(thrown)
    }
  }

  return { read, write, setAside: () => aside }
}
