import { mkdirSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../failures/failure'

/** Makes the folder where it is missing. Throws `storage` when nothing can be written to it. */
export function prepareDataFolder(path: string): void {
  const trial = join(path, `.trial-${process.pid}`)
  try {
    mkdirSync(path, { recursive: true })
    writeFileSync(trial, '')
    unlinkSync(trial)
  } catch (thrown) {
    throw new Failure({ kind: 'storage', path, detail: thrown instanceof Error ? thrown.message : '' })
  }
}
