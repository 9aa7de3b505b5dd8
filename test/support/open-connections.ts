import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Connections } from '../../src/main/connections/connections'
import { createMemorySecretStore, type MemorySecretStore } from './memory-secret-store'
import { tempFolder } from './serve'
import { createSettableClock, type SettableClock } from './settable-clock'
import { connectionsFileIn, startConnections } from './start-connections'

export type OpenConnections = {
  folder: string
  secrets: MemorySecretStore
  clock: SettableClock
  connections: Connections
  /** The program ends and starts again. */
  restart: () => Connections
}

export function openConnections(folder = tempFolder()): OpenConnections {
  const secrets = createMemorySecretStore()
  const clock = createSettableClock(Date.parse('2026-03-01T12:00:00Z'))
  function restart() {
    return startConnections(connectionsFileIn(folder), secrets, clock)
  }
  return { folder, secrets, clock, connections: restart(), restart }
}

/** The secret of a connection; null when there is none. */
export async function secretOf(connections: Connections, id: string): Promise<string | null> {
  return connections.readSecret(await connections.find(id))
}

/** Accounts that connections name in their file, and those that are in the keychain. */
export async function accountsOf(folder: string, { kept }: Pick<MemorySecretStore, 'kept'>) {
  const file = await connectionsFileIn(folder).read()
  const named = (file?.connections ?? []).flatMap(({ secret, otherSecret }) =>
    [secret, otherSecret].flatMap((stored) => stored?.account ?? []),
  )
  return { named: named.sort(), inKeychain: [...kept.keys()].sort() }
}

/** All that is written in the files of a folder. */
export function textIn(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}
