import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'

const connectionsSchema = v.object({
  connections: v.array(
    v.object({ name: v.string(), secret: v.nullable(v.object({ account: v.string(), since: v.string() })) }),
  ),
})

/** A folder of its own for a program. The helpers of one that was just closed may still write to it. */
export function makeUserDataFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'asset-inspector-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 10 }) }
}

/** Every file below a folder. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
}

/** What a file holds; nothing while it is not there. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // It is not there, or no longer.
    return ''
  }
}

/** Under which account of the keychain the program keeps the secret of a connection, by its own file; null for none. */
export function accountOf(userData: string, connectionName: string): string | null {
  const content = v.parse(
    connectionsSchema,
    JSON.parse(readFileSync(join(userData, 'connections.json'), 'utf8')),
  )
  return content.connections.find(({ name }) => name === connectionName)?.secret?.account ?? null
}
