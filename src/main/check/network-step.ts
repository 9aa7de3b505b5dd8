import type { Fact } from '../../shared/check'
import type { Clock } from '../calls/clock'
import { type Asked, answerFailure, networkFailure } from '../calls/diagnose'
import { HttpProblem, type SendHttp } from '../calls/http'
import type { NetworkProbe } from './network-probe'
import { fact, type StepOutcome } from './step-recorder'

const deadlineMs = 15_000

/**
 * Finds the way to both hosts: proxy, address, and a connection with its certificate checked. Nothing of the
 * connection is sent; any answer counts, also a redirect to a login page.
 */
export async function probeHosts(
  http: SendHttp,
  probe: NetworkProbe,
  clock: Clock,
  hosts: { ims: string; aem: string },
  signal: AbortSignal,
): Promise<StepOutcome> {
  const facts: Fact[] = []
  for (const [from, origin] of Object.entries(hosts) as ['ims' | 'aem', string][]) {
    facts.push(...(await findWay(probe, origin)))
    facts.push(await reach(http, clock, from, origin, signal))
  }
  return { facts }
}

async function findWay(probe: NetworkProbe, origin: string): Promise<Fact[]> {
  const { host, hostname } = new URL(origin)
  const proxy = await probe.proxyFor(origin)
  if (proxy !== null) return [fact('proxy', { host, proxy })]
  // Behind a proxy the proxy resolves names; a direct connection that cannot is reported by the connection itself.
  const addresses = await probe.resolve(hostname).catch(() => [])
  return addresses.length === 0
    ? [fact('no-proxy', { host })]
    : [fact('no-proxy', { host }), fact('resolved', { host, addresses: addresses.slice(0, 4).join(', ') })]
}

async function reach(
  http: SendHttp,
  clock: Clock,
  from: 'ims' | 'aem',
  origin: string,
  signal: AbortSignal,
): Promise<Fact> {
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
    return reached()
  } catch (thrown) {
    const answered =
      thrown instanceof HttpProblem && (thrown.status !== null || thrown.refused === 'deadline-body')
    if (answered) return reached()
    throw networkFailure(asked, thrown)
  }
}
