import { join } from 'node:path'
import { utilityProcess } from 'electron'
import { systemClock } from './calls/clock'
import type { ConnectionChanged } from './connections/connection-changed'
import type { ConnectionsFile } from './connections/connection-record'
import { createConnectionVault } from './connections/connection-vault'
import { createConnections } from './connections/connections'
import type { JsonFile } from './files/json-file'
import { createKeychain } from './keychain/keychain'
import { platform } from './program/platform'

/** Time enough to find the keychain's own window and to type its password there. */
const keychainDeadlineMs = 60_000
const keychainPatienceMs = 3_000

type Options = {
  file: JsonFile<ConnectionsFile>
  onKeychainWaiting: (isWaiting: boolean) => void
  connectionChanged: ConnectionChanged
}

export type OpenConnections = ReturnType<typeof openConnections>

/** The user's connections, with the keychain that has their secrets. */
export function openConnections({ file, onKeychainWaiting, connectionChanged }: Options) {
  const keychain = createKeychain({
    start: () => utilityProcess.fork(join(__dirname, 'keychain-process.js'), [], { serviceName: 'keychain' }),
    deadlineMs: keychainDeadlineMs,
    patienceMs: keychainPatienceMs,
    onWaiting: onKeychainWaiting,
    hidesLock: platform.keychainHidesLock,
  })
  const vault = createConnectionVault(file, keychain, systemClock)
  return { keychain, connections: createConnections(vault, systemClock, connectionChanged) }
}
