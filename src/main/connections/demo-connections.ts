import { randomUUID } from 'node:crypto'
import type { DemoCloud } from '../../demo-cloud/demo-cloud'
import type { Connection } from '../../shared/connections'
import type { DemoOffer } from '../../shared/demo'
import { createOneAtATime } from '../one-at-a-time'
import type { Connections } from './connections'

export type DemoConnections = {
  /** Starts the demo cloud if needed, adds its connection if there is none, and names an asset to look at. */
  open: () => Promise<{ connection: Connection; assetId: string }>
  offer: () => Promise<DemoOffer>
  hosts: () => Promise<{ ims: string; aem: string }>
  /** The demo cloud's own secret for one of its client IDs; an empty one, which its IMS refuses, for others. */
  secretFor: (clientId: string) => Promise<string>
  close: () => Promise<void>
}

/** The demo cloud inside the program: started when a demo connection is first used, on ports of this machine alone. */
export function createDemoConnections(connections: Connections, nameOf: () => string): DemoConnections {
  let running: Promise<DemoCloud> | null = null
  const openings = createOneAtATime()
  function cloud(): Promise<DemoCloud> {
    running ??= startCloud().catch((thrown: unknown) => {
      running = null
      throw thrown
    })
    return running
  }

  async function open(): ReturnType<DemoConnections['open']> {
    const { bucket, credentials, assets } = await cloud()
    const credential = credentials[0]
    const asset = assets[0]
    if (!credential || !asset) throw new Error('The demo cloud offers nothing')
    const { connections: known } = await connections.list()
    const present = known.find(({ kind }) => kind === 'demo')
    const connection =
      present ??
      (await connections.add({
        id: randomUUID(),
        kind: 'demo',
        name: nameOf(),
        environment: 'development',
        bucket,
        clientId: credential.clientId,
        scopes: [...credential.scopes],
        imsHost: null,
        aemHost: null,
        secret: null,
        secondSecret: null,
        technicalAccountEmail: null,
        allowsChanges: null,
      }))
    return { connection, assetId: asset.assetId }
  }

  return {
    // Two that begin at once would both find none.
    open: () => openings.run(open),
    offer: async () => {
      const { assets, credentials } = await cloud()
      return {
        assets: assets.map(({ assetId, path, shows, failing }) => ({ assetId, path, shows, failing })),
        credentials: distinctClients(credentials).map(({ name, clientId, scopes, shows }) => ({
          name,
          clientId,
          scopes,
          shows,
        })),
      }
    },
    hosts: async () => {
      const { ims, aem } = await cloud()
      return { ims, aem }
    },
    secretFor: async (clientId) => {
      const { credentials } = await cloud()
      return credentials.find((credential) => credential.clientId === clientId)?.clientSecret ?? ''
    },
    close: async () => {
      await (await running)?.close()
    },
  }
}

/** Nobody but users of the demo waits for its script. */
async function startCloud(): Promise<DemoCloud> {
  const { startDemoCloud } = await import('../../demo-cloud/demo-cloud')
  return startDemoCloud()
}

/** A client ID stands for its first secret: the second one of a rotation would not be told apart. */
function distinctClients(credentials: DemoCloud['credentials']): DemoCloud['credentials'] {
  return credentials.filter(
    ({ clientId }, index) => credentials.findIndex((other) => other.clientId === clientId) === index,
  )
}
