import { join } from 'node:path'
import { type DemoCloud, startDemoCloud } from '../../src/demo-cloud/demo-cloud'
import { createAccessTokens } from '../../src/main/calls/access-tokens'
import type { SendHttp } from '../../src/main/calls/http'
import type { NetworkProbe } from '../../src/main/check/network-probe'
import { probeRights } from '../../src/main/check/rights'
import { createCheck } from '../../src/main/check/run-check'
import { createAccessResolver } from '../../src/main/connections/connection-access'
import { openConnectionsFile } from '../../src/main/connections/connection-record'
import { createDemoConnections } from '../../src/main/connections/demo-connections'
import { createWriteLock } from '../../src/main/edit/write-lock'
import type { CheckReport, RightsMatrix } from '../../src/shared/check'
import type { CauseId } from '../../src/shared/failure-catalogue'
import type { CheckStep } from '../../src/shared/failure-signal'
import type { AppError } from '../../src/shared/result'
import { createMemorySecretStore } from '../support/memory-secret-store'
import { createNodeHttp } from '../support/node-http'
import { createSettableClock, type SettableClock } from '../support/settable-clock'
import { startConnections } from '../support/start-connections'
import { makeTempFolder } from '../support/temp-folder'

/** What was found, at the step that shows it. */
export type Find = readonly [CheckStep, CauseId | AppError['kind']]

export type Subject = {
  imsHost: string
  aemHost: string
  clientId: string
  clientSecret: string
  scopes: readonly string[]
  /** null: the user names none. */
  assetId: string | null
}

/** Smaller limits than the program's own, so that what never ends soon does. */
export type Limits = { headersDeadlineMs?: number; totalDeadlineMs?: number; maxBytes?: number }

export type Circumstances = {
  limits?: Limits
  /** Hosts of Adobe that a server of the test stands in for, by origin. */
  standIns?: Readonly<Record<string, string>>
  /** How long ago the connection was saved. */
  ageMs?: number
  /** How far this machine's clock is ahead when the check begins. */
  aheadMs?: number
}

/** The services of a check over a connections file and a keychain of their own. */
export type Bench = {
  cloud: DemoCloud
  check: (subject: Subject, circumstances?: Circumstances) => Promise<readonly Find[]>
  /** The same with all that a check says. */
  report: (subject: Subject, circumstances?: Circumstances) => Promise<CheckReport>
  /** Tries to change the asset as the rights probe does. */
  probeChange: (subject: Subject & { assetId: string }) => Promise<readonly Find[]>
  close: () => Promise<void>
}

const bucket = 'author-p10001-e20001'

/** Names resolve and no proxy is set: what the system's network settings would say on a plain machine. */
const plainNetwork: NetworkProbe = { proxyFor: async () => null, resolve: async () => ['127.0.0.1'] }

function httpUnder({ limits = {}, standIns = {} }: Circumstances): SendHttp {
  const send = createNodeHttp()
  return (request) => {
    const standIn = standIns[request.url.origin]
    const url = standIn ? new URL(request.url.pathname + request.url.search, standIn) : request.url
    return send({ ...request, url, ...limits })
  }
}

function openServices(folder: string, clock: SettableClock, circumstances: Circumstances) {
  const file = openConnectionsFile(join(folder, 'connections.json'))
  const connections = startConnections(file, createMemorySecretStore(), clock)
  const http = httpUnder(circumstances)
  const tokens = createAccessTokens(http, clock)
  const resolveAccess = createAccessResolver(
    connections,
    createDemoConnections(connections, () => 'Demo'),
  )
  const lock = createWriteLock()
  return {
    ...{ connections, http, tokens, resolveAccess, lock, clock },
    probe: plainNetwork,
    programVersion: 'test',
  }
}

async function save(services: ReturnType<typeof openServices>, subject: Subject) {
  const { id } = await services.connections.save(
    {
      id: null,
      name: 'Under test',
      environment: 'development',
      bucket,
      clientId: subject.clientId,
      secret: subject.clientSecret,
      scopes: subject.scopes.join(', '),
      imsHost: subject.imsHost,
      aemHost: subject.aemHost,
      keepSecretIn: 'keychain',
      imported: null,
    },
    null,
  )
  return id
}

function kindOf(error: AppError): Find[1] {
  return error.kind === 'failure' ? error.cause : error.kind
}

export function findsOf({ steps }: CheckReport): readonly Find[] {
  return steps.flatMap(({ step, findings }) => findings.map((error): Find => [step, kindOf(error)]))
}

function refusalsOf({ rows }: RightsMatrix): readonly Find[] {
  return rows.flatMap(({ right, error }): Find[] =>
    error === null ? [] : [[right === 'read' ? 'read' : 'write', kindOf(error)]],
  )
}

/** Starts a demo cloud and lays out what a check needs. Whoever opens the bench closes it. */
export async function openBench(): Promise<Bench> {
  const cloud = await startDemoCloud()
  const folders: (() => void)[] = []
  function newFolder(): string {
    const { path, remove } = makeTempFolder()
    folders.push(remove)
    return path
  }
  const never = new AbortController().signal
  const report: Bench['report'] = async (subject, circumstances = {}) => {
    const { ageMs = 0, aheadMs = 0 } = circumstances
    const clock = createSettableClock(Date.now() - ageMs)
    const services = openServices(newFolder(), clock, circumstances)
    const connectionId = await save(services, subject)
    clock.pass(ageMs)
    clock.shiftWall(aheadMs)
    const order = {
      connectionId,
      assetId: subject.assetId,
      secretSlot: 'current',
      withUpdate: false,
    } as const
    return createCheck(services)(order, never, () => undefined)
  }
  return {
    cloud,
    report,
    check: async (...words) => findsOf(await report(...words)),
    probeChange: async (subject) => {
      const services = openServices(newFolder(), createSettableClock(Date.now()), {})
      const record = await services.connections.find(await save(services, subject))
      const access = await services.resolveAccess(record)
      const target = { ...access, assetId: subject.assetId }
      return refusalsOf(await probeRights(services, target, services.lock.passForTest(record), never))
    },
    close: async () => {
      await cloud.close()
      for (const remove of folders) remove()
    },
  }
}
