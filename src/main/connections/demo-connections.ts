import { randomUUID } from 'node:crypto'
import type { DemoCloud } from '../../demo-cloud/demo-cloud'
import type { Connection, Environment } from '../../shared/connections'
import type { DemoOffer } from '../../shared/demo'
import { createOneAtATime } from '../one-at-a-time'
import type { Connections } from './connections'

export type DemoConnections = {
  /** Starts the demo cloud if needed, adds its connection if there is none, and names an asset to look at. */
  open: () => Promise<{ connection: Connection; assetId: string }>
  /** Adds the connection to the demo's second environment if there is none. */
  openStage: () => Promise<Connection>
  offer: () => Promise<DemoOffer>
  /** Of the environment that the bucket names; any other bucket than that of stage is the first one. */
  hosts: (bucket: string) => Promise<{ ims: string; aem: string }>
  /** The demo cloud's own secret for one of its client IDs; an empty one, which its IMS refuses, for others. */
  secretFor: (clientId: string) => Promise<string>
  close: () => Promise<void>
}

type DemoEnvironment = Extract<Environment, 'development' | 'stage'>
type DemoPlace = {
  bucket: string
  environment: DemoEnvironment
  credential: DemoCloud['credentials'][number]
}

/** The demo cloud inside the program: started when a demo connection is first used, on ports of this machine alone. */
export function createDemoConnections(
  connections: Connections,
  nameOf: (environment: DemoEnvironment) => string,
): DemoConnections {
  let running: Promise<DemoCloud> | null = null
  const openings = createOneAtATime()
  function cloud(): Promise<DemoCloud> {
    running ??= startCloud().catch((thrown: unknown) => {
      running = null
      throw thrown
    })
    return running
  }

  async function findOrAdd({ bucket, environment, credential }: DemoPlace): Promise<Connection> {
    const { stage } = await cloud()
    const { connections: known } = await connections.list()
    const isStage = environment === 'stage'
    const present = known.find((one) => one.kind === 'demo' && (one.bucket === stage.bucket) === isStage)
    if (present) return present
    return connections.add({
      id: randomUUID(),
      kind: 'demo',
      name: nameOf(environment),
      environment,
      bucket,
      clientId: credential.clientId,
      scopes: [...credential.scopes],
      imsHost: null,
      aemHost: null,
      secret: null,
      secondSecret: null,
      technicalAccountEmail: null,
      allowsChanges: null,
    })
  }
  async function open(): ReturnType<DemoConnections['open']> {
    const { bucket, credentials, editorCredentialName, assets } = await cloud()
    const credential = credentials.find(({ name }) => name === editorCredentialName)
    const asset = assets[0]
    if (!credential || !asset) throw new Error('The demo cloud offers nothing')
    const connection = await findOrAdd({ bucket, environment: 'development', credential })
    return { connection, assetId: asset.assetId }
  }
  async function openStage(): Promise<Connection> {
    const { stage, credentials } = await cloud()
    const credential = credentials.find(({ name }) => name === stage.credentialName)
    if (!credential) throw new Error('The demo cloud has no credential for stage')
    return findOrAdd({ bucket: stage.bucket, environment: 'stage', credential })
  }

  return {
    // Two that begin at once would both find none.
    open: () => openings.run(open),
    openStage: () => openings.run(openStage),
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
    hosts: async (bucket) => {
      const { ims, aem, stage } = await cloud()
      return { ims, aem: bucket === stage.bucket ? stage.aem : aem }
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
