import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { Failure } from '../failures/failure'
import { openJsonFile } from '../files/json-file'
import { createBodyFolder } from './body-folder'
import type { KeptFolder } from './kept'
import { checksFileSchema, favouritesFileSchema, historyFileSchema, snapshotsFileSchema } from './kept-files'

/** The files of what is kept; none of them is there before the first thing is kept. */
export function openKeptFolder(folder: string): KeptFolder {
  function open<T>(name: string, schema: v.GenericSchema<unknown, T>) {
    return openJsonFile(join(folder, name), (content) => v.parse(schema, content))
  }
  return {
    history: open('history.json', historyFileSchema),
    favourites: open('favourites.json', favouritesFileSchema),
    checks: open('checks.json', checksFileSchema),
    snapshots: open('snapshots.json', snapshotsFileSchema),
    bodies: createBodyFolder(join(folder, 'bodies')),
    hasFilesAside: async () => {
      const names = await readdir(folder).catch(() => [])
      return names.some((name) => name.startsWith('snapshots.unreadable-'))
    },
    removeAll: async () => {
      try {
        await rm(folder, { recursive: true, force: true })
      } catch (thrown) {
        const detail = thrown instanceof Error ? thrown.message : ''
        throw new Failure({ kind: 'storage', path: folder, detail })
      }
    },
  }
}
