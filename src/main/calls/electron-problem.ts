import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Session } from 'electron'
import * as v from 'valibot'
import { parseJson } from '../input/parse-json'
import { answerWithin } from './answer-within'
import { HttpProblem } from './http'
import { isLoopback } from './loopback'

/** Both answer in milliseconds from what the network stack holds already, unless it waits for them itself. */
const stateDeadlineMs = 500
const nameDeadlineMs = 3_000

/** Failures that a direct connection has where only a proxy leads out. */
const wayIsClosed = /ERR_(NAME_NOT_RESOLVED|CONNECTION_(REFUSED|TIMED_OUT|RESET|FAILED)|ADDRESS_|TIMED_OUT)/
/** A name server that fails or keeps silent, in the words of `session.resolveHost`. */
const nameServerFailed = /ERR_(DNS_\w+|NAME_RESOLUTION_FAILED)/

/** Rejects with the signal's reason. */
export type ExplainProblem = (url: URL, problem: HttpProblem, signal: AbortSignal) => Promise<HttpProblem>

/**
 * Finds what lies behind a request that failed, where Chromium hides it: a proxy script (PAC) that it could not load, or still
 * waits for, and without which it goes on without a proxy; a name server that fails, which it reports as a name that does not
 * exist; a name that a filter sends to no address. A problem of another kind comes back as it is.
 */
export function createProblemExplainer(currentSession: () => Promise<Session>): ExplainProblem {
  let looking: Promise<boolean> | null = null
  /** A session has one log: concurrent callers share the answer. */
  function hasLostScript(session: Session): Promise<boolean> {
    looking ??= hasLostProxyScript(session).finally(() => {
      looking = null
    })
    return looking
  }
  return async (url, problem, signal) => {
    if (isLoopback(url.hostname)) return problem
    const session = await currentSession()
    if (problem.refused === 'deadline-headers') {
      return (await findWhatHangs(session, url, signal)) ?? problem
    }
    if (problem.network === null || !wayIsClosed.test(problem.network)) return problem
    if (await hasLostScript(session)) return new HttpProblem({ network: 'net::ERR_PAC_SCRIPT_FAILED' })
    const name = await answerWithin(nameDeadlineMs, lookUp(session, url.hostname), signal)
    if (problem.network.includes('ERR_NAME_NOT_RESOLVED')) return nameProblem(name) ?? problem
    return nowhereProblem(name) ?? problem
  }
}

async function findWhatHangs(session: Session, url: URL, signal: AbortSignal): Promise<HttpProblem | null> {
  const proxy = await answerWithin(stateDeadlineMs, session.resolveProxy(url.origin), signal)
  if (proxy === null) return new HttpProblem({ network: 'net::ERR_PAC_SCRIPT_FAILED' })
  if (proxy !== 'DIRECT') return null
  return nameProblem(await answerWithin(stateDeadlineMs, lookUp(session, url.hostname), signal))
}

type NameLookup = { addresses: readonly string[]; error: string }

async function lookUp(session: Session, hostname: string): Promise<NameLookup> {
  try {
    const { endpoints } = await session.resolveHost(hostname)
    return { addresses: endpoints.map(({ address }) => address), error: '' }
  } catch (thrown) {
    return { addresses: [], error: String(thrown) }
  }
}

function nameProblem(name: NameLookup | null): HttpProblem | null {
  const network = name === null ? 'ERR_DNS_TIMED_OUT' : nameServerFailed.exec(name.error)?.[0]
  return network === undefined ? null : new HttpProblem({ network: `net::${network}` })
}

/** Addresses that a filter or a hosts file gives for a name that it blocks. */
const nowhere = /^(0\.0\.0\.0|127\.[\d.]+|::|::1)$/

function nowhereProblem(name: NameLookup | null): HttpProblem | null {
  const addresses = name?.addresses ?? []
  const leadNowhere = addresses.length > 0 && addresses.every((address) => nowhere.test(address))
  return leadNowhere
    ? new HttpProblem({ network: `net::ERR_ADDRESS_INVALID (${addresses.join(', ')})` })
    : null
}

const netLogSchema = v.object({
  polledData: v.object({
    proxySettings: v.object({
      original: v.object({ pac_url: v.optional(v.string()) }),
      effective: v.object({ pac_url: v.optional(v.string()) }),
    }),
  }),
})

/**
 * Whether the settings name a proxy script that is not in effect. The network stack tells so in the state that it writes at the
 * end of a log alone; the log is of a moment, holds no headers, and is removed.
 */
async function hasLostProxyScript({ netLog }: Session): Promise<boolean> {
  if (netLog.currentlyLogging) return false
  const folder = await mkdtemp(join(tmpdir(), 'network-state-'))
  try {
    const file = join(folder, 'log.json')
    await netLog.startLogging(file)
    await netLog.stopLogging()
    const state = v.safeParse(netLogSchema, parseJson(await readFile(file, 'utf8')))
    if (!state.success) return false
    const { original, effective } = state.output.polledData.proxySettings
    return original.pac_url !== undefined && effective.pac_url === undefined
  } catch {
    // Somebody else logs: the problem stays as it is.
    return false
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
