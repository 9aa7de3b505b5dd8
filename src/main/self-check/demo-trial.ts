import { countRows } from '../../shared/metadata-rows'
import type { SelfCheckOutcome } from '../../shared/self-check'
import { systemClock } from '../calls/clock'
import { createAccessResolver } from '../connections/connection-access'
import { createConnectionVault } from '../connections/connection-vault'
import { createConnections } from '../connections/connections'
import { createDemoConnections } from '../connections/demo-connections'
import { noFile } from '../files/no-file'
import type { SecretStore } from '../keychain/secret-store'
import type { Metadata } from '../metadata/metadata'
import { ok } from './run-trials'

/**
 * Reads an asset of a demo cloud that is started for it, by the program's own services, with a connection that no file and no
 * list has. Throws the `Failure` of the reading.
 */
export async function tryDemo(
  metadata: Metadata,
  keychain: SecretStore,
  signal: AbortSignal,
): Promise<SelfCheckOutcome> {
  const vault = createConnectionVault(noFile(), keychain, systemClock)
  const connections = createConnections(vault, systemClock, async () => undefined)
  const demo = createDemoConnections(connections, () => 'self-check')
  try {
    const { connection, assetId } = await demo.open()
    const record = await connections.find(connection.id)
    const access = await createAccessResolver(connections, demo)(record)
    const { rows } = await metadata.read({ ...access, assetId }, signal, () => undefined)
    metadata.drop(record.id)
    return ok('demo-read', { rows: countRows(rows) })
  } finally {
    await demo.close()
  }
}
