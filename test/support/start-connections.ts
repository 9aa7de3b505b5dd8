import { join } from 'node:path'
import { type ConnectionsFile, openConnectionsFile } from '../../src/main/connections/connection-record'
import { createConnectionVault } from '../../src/main/connections/connection-vault'
import { type Connections, createConnections } from '../../src/main/connections/connections'
import type { JsonFile } from '../../src/main/files/json-file'
import type { SecretStore } from '../../src/main/keychain/secret-store'
import type { SettableClock } from './settable-clock'

export function connectionsFileIn(folder: string): JsonFile<ConnectionsFile> {
  return openConnectionsFile(join(folder, 'connections.json'))
}

/** Connections as the program has them after a start, over a file and a keychain that outlive it. */
export function startConnections(
  file: JsonFile<ConnectionsFile>,
  secrets: SecretStore,
  clock: SettableClock,
): Connections {
  return createConnections(createConnectionVault(file, secrets, clock), clock, () => undefined)
}
