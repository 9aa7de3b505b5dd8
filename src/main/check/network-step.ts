import type { Fact } from '../../shared/check'
import type { AppError } from '../../shared/result'
import { answerWithin } from '../calls/answer-within'
import type { Clock } from '../calls/clock'
import { type Asked, answerFailure, networkFailure } from '../calls/diagnose'
import { type HttpAnswer, HttpProblem, type SendHttp } from '../calls/http'
import { decodeBody } from '../calls/response-body'
import { Failure } from '../failures/failure'
import type { NetworkProbe } from './network-probe'
import { fact, type StepOutcome } from './step-recorder'

const deadlineMs = 15_000
/** A proxy script or a name server that stays silent for longer fails the connection itself. */
const probeDeadlineMs = 5_000

/**
 * Finds the way to both hosts: proxy, address, and a connection with its certificate checked. Nothing of the
 * connection is sent; any answer counts, also a redirect to a login page. What a filter or a captive portal answers is no
 * answer of the host, but may be of this one address only: the steps behind it tell.
 */
export async function probeHosts(
  http: SendHttp,
  probe: NetworkProbe,
  clock: Clock,
  hosts: { ims: string; aem: string },
  signal: AbortSignal,
): Promise<StepOutcome> {
  const facts: Fact[] = []
  const amber: AppError[] = []
  for (const [from, origin] of Object.entries(hosts) as ['ims' | 'aem', string][]) {
    facts.push(...(await findWay(probe, origin, signal)))
    const met = await reach(http, clock, from, origin, signal)
    if (met instanceof Failure) amber.push(met.error)
    else facts.push(met)
  }
  return { facts, amber }
}

async function findWay(probe: NetworkProbe, origin: string, signal: AbortSignal): Promise<Fact[]> {
  const { host, hostname } = new URL(origin)
  const way = await answerWithin(
    probeDeadlineMs,
    probe.proxyFor(origin).then((proxy) => ({ proxy })),
    signal,
  )
  if (way === null || way.proxy === '') return []
  if (way.proxy !== null) return [fact('proxy', { host, proxy: way.proxy })]
  // Behind a proxy the proxy resolves names; a direct connection that cannot is reported by the connection itself.
  const lookup = probe.resolve(hostname).catch(() => [])
  const addresses = (await answerWithin(probeDeadlineMs, lookup, signal)) ?? []
  return addresses.length === 0
    ? [fact('no-proxy', { host })]
    : [fact('no-proxy', { host }), fact('resolved', { host, addresses: addresses.slice(0, 4).join(', ') })]
}

/** The host's answer as a fact, or what somebody else answered in its place. */
async function reach(
  http: SendHttp,
  clock: Clock,
  from: 'ims' | 'aem',
  origin: string,
  signal: AbortSignal,
): Promise<Fact | Failure> {
  const url = new URL('/', origin)
  const asked: Asked = { from, method: 'GET', url, at: clock.now(), values: { host: url.host } }
  const startedAt = clock.elapsed()
  function reached(): Fact {
    return fact('reached', { host: url.host, durationMs: Math.round(clock.elapsed() - startedAt) })
  }
  try {
    const answer = await http({
      method: 'GET',
      url,
      headers: {},
      body: null,
      signal,
      headersDeadlineMs: deadlineMs,
      totalDeadlineMs: deadlineMs,
      maxBytes: 1_024 * 1_024,
      onReceived: () => undefined,
    })
    // The proxy's word, not the host's.
    if (answer.status === 407) throw answerFailure(asked, answer, '', null)
    return pageOfNetwork(asked, answer) ?? reached()
  } catch (thrown) {
    const failure = networkFailure(asked, thrown)
    if (isOfNetwork(failure)) return failure
    const answered =
      thrown instanceof HttpProblem && (thrown.status !== null || thrown.refused === 'deadline-body')
    if (answered) return reached()
    throw failure
  }
}

function pageOfNetwork(asked: Asked, answer: HttpAnswer): Failure | null {
  const failure = answerFailure(asked, answer, decodeBody(answer.body).text, null)
  return isOfNetwork(failure) ? failure : null
}

function isOfNetwork(thrown: unknown): thrown is Failure {
  return thrown instanceof Failure && thrown.error.kind === 'failure' && thrown.error.cause === 'proxy-page'
}
