import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFile } from 'atomically'
import { Failure } from '../failures/failure'
import type { Bodies } from './bodies'

function isMissing(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT'
}

function nameOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Bodies as files of one folder, each named by the SHA-256 of its content. */
export function createBodyFolder(folder: string): Bodies {
  function fail(path: string, thrown: unknown): never {
    throw new Failure({ kind: 'storage', path, detail: thrown instanceof Error ? thrown.message : '' })
  }
  return {
    nameOf: (text) => nameOf(Buffer.from(text)),
    write: async (text) => {
      const bytes = Buffer.from(text)
      const path = join(folder, nameOf(bytes))
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await writeFile(path, bytes, { mode: 0o600 })
      } catch (thrown) {
        fail(path, thrown)
      }
    },
    read: async (name) => {
      const path = join(folder, name)
      try {
        const bytes = await readFile(path)
        return nameOf(bytes) === name ? bytes.toString('utf8') : null
      } catch (thrown) {
        return isMissing(thrown) ? null : fail(path, thrown)
      }
    },
    remove: (name) => unlink(join(folder, name)).catch(() => undefined),
    removeAllBut: async (names) => {
      const found = await readdir(folder).catch(() => [])
      // What a crash left behind of a file that was being written has a longer name, and goes as well.
      for (const name of found) if (!names.has(name)) await unlink(join(folder, name)).catch(() => undefined)
    },
  }
}
