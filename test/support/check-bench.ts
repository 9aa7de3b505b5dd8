import { onTestFinished } from 'vitest'
import { type DemoCloud, type DemoCloudOptions, startDemoCloud } from '../../src/demo-cloud/demo-cloud'
import { createAccessTokens } from '../../src/main/calls/access-tokens'
import { type CheckOrder, createCheck } from '../../src/main/check/run-check'
import { createAccessResolver } from '../../src/main/connections/connection-access'
import { createDemoConnections } from '../../src/main/connections/demo-connections'
import { createWriteLock } from '../../src/main/edit/write-lock'
import type { StepResult } from '../../src/shared/check'
import type { Connection, ConnectionDraft } from '../../src/shared/connections'
import { draftOf } from './drafts'
import { createNodeHttp } from './node-http'
import { openConnections } from './open-connections'

/** A demo cloud that ends with the test. */
export async function openCloud(options?: DemoCloudOptions): Promise<DemoCloud> {
  const cloud = await startDemoCloud(options)
  onTestFinished(cloud.close)
  return cloud
}

export function credentialOf(cloud: DemoCloud, name: string) {
  const credential = cloud.credentials.find((candidate) => candidate.name === name)
  if (!credential) throw new Error(`The demo cloud has no credential named ${name}`)
  return credential
}

export function assetOf(cloud: DemoCloud): string {
  const asset = cloud.assets.find(({ failing }) => !failing)
  if (!asset) throw new Error('The demo cloud has no asset')
  return asset.assetId
}

/** All that checks a connection, as the program has it, but for the network stack and the keychain. */
export function openCheck() {
  const { connections, clock, secrets } = openConnections()
  clock.shiftWall(Date.now() - clock.now())
  const http = createNodeHttp()
  const tokens = createAccessTokens(http, clock)
  const resolveAccess = createAccessResolver(
    connections,
    createDemoConnections(connections, () => 'Demo'),
  )
  const probe = { proxyFor: async () => null, resolve: async () => ['127.0.0.1'] }
  const lock = createWriteLock()
  const services = { connections, resolveAccess, tokens, lock, http, probe, clock, programVersion: '1.2.3' }
  const check = createCheck(services)

  function save(cloud: DemoCloud, name: string, change: Partial<ConnectionDraft> = {}): Promise<Connection> {
    const { clientId, clientSecret, scopes } = credentialOf(cloud, name)
    return connections.save(
      draftOf({
        name,
        environment: 'development',
        bucket: cloud.bucket,
        clientId,
        secret: clientSecret,
        scopes: scopes.join(', '),
        imsHost: cloud.ims,
        aemHost: cloud.aem,
        ...change,
      }),
      null,
    )
  }
  return { ...services, secrets, check, save }
}

/** Runs a check to its end, and keeps what was told while it ran. */
export async function runCheck(
  { check }: Pick<ReturnType<typeof openCheck>, 'check'>,
  connection: Connection,
  assetId: string | null,
  { secretSlot = 'current', withUpdate = false }: Partial<Pick<CheckOrder, 'secretSlot' | 'withUpdate'>> = {},
) {
  const told: StepResult[] = []
  const order = { connectionId: connection.id, assetId, secretSlot, withUpdate }
  const report = await check(order, new AbortController().signal, (result) => told.push(result))
  return { report, told, states: report.steps.map(({ step, state }) => `${step} ${state}`) }
}
