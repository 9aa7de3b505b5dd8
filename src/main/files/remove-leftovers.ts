import { readdir, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'

/** How atomically names what it writes beside a file, until that is whole and takes the file's place. */
const temporaryName = /\.tmp-\d{10}[\da-f]{6}$/

/**
 * Removes from a folder what a program that was ended in the middle of writing has left. Only what is older than `startedAt`,
 * in milliseconds since 1970: this program may be writing already. What cannot be removed is left for the next time.
 */
export async function removeLeftovers(folder: string, startedAt: number): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const path of names.filter((name) => temporaryName.test(name)).map((name) => join(folder, name))) {
    const found = await stat(path).catch(() => null)
    if (found?.isFile() && found.mtimeMs < startedAt) await unlink(path).catch(() => undefined)
  }
}
