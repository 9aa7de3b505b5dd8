import { afterEach, describe, expect, it, vi } from 'vitest'
import { HttpProblem, type SendHttp } from '../../../src/main/calls/http'
import type { NetworkProbe } from '../../../src/main/check/network-probe'
import { probeHosts } from '../../../src/main/check/network-step'
import { createSettableClock } from '../../support/settable-clock'

const hosts = { ims: 'https://ims.field.test', aem: 'https://author.field.test' }
const never = new AbortController().signal
const plainProbe: NetworkProbe = { proxyFor: async () => null, resolve: async () => ['192.0.2.1'] }
const silentProbe: NetworkProbe = { proxyFor: () => new Promise(() => undefined), resolve: async () => [] }

function answering(status: number, body: string): SendHttp {
  return async () => ({
    status,
    headers: { 'content-type': 'text/html' },
    body: Buffer.from(body),
    durationMs: 1,
  })
}

function probing(http: SendHttp, probe: NetworkProbe, signal = never) {
  return probeHosts(http, probe, createSettableClock(0), hosts, signal)
}

function causesOf({ amber = [] }: Awaited<ReturnType<typeof probing>>): string[] {
  return amber.map((error) => (error.kind === 'failure' ? error.cause : error.kind))
}

afterEach(() => vi.useRealTimers())

describe('the network step', () => {
  it('takes no answer of a filter for one of the host, and lets the steps behind it tell', async () => {
    const outcome = await probing(answering(403, '<title>Internet Security by Zscaler</title>'), plainProbe)
    expect(causesOf(outcome)).toEqual(['proxy-page', 'proxy-page'])
    expect(outcome.facts?.map(({ code }) => code)).not.toContain('reached')
  })

  it('takes no redirect to a captive portal for an answer of the host', async () => {
    const outcome = await probing(async () => {
      throw new HttpProblem({ refused: 'redirect', status: 302, target: 'http://192.0.2.1/fgtauth?1' })
    }, plainProbe)
    expect(causesOf(outcome)).toEqual(['proxy-page', 'proxy-page'])
  })

  it.each([
    [200, '<title>AEM Sign In</title>'],
    [404, '<h1>Not Found</h1>'],
    [503, '<h1>503 Service Unavailable</h1>'],
  ])('takes any answer of the host for one: %i', async (status, body) => {
    const { facts } = await probing(answering(status, body), plainProbe)
    expect(facts?.map(({ code }) => code)).toEqual([
      'no-proxy',
      'resolved',
      'reached',
      'no-proxy',
      'resolved',
      'reached',
    ])
  })

  it.each<[string, NetworkProbe]>([
    ['proxy settings that', silentProbe],
    ['a name server that', { ...plainProbe, resolve: () => new Promise(() => undefined) }],
  ])('does not wait for ever for %s keep silent', async (_what, probe) => {
    vi.useFakeTimers()
    const outcome = probing(answering(200, '{}'), probe)
    await vi.advanceTimersByTimeAsync(10_000)
    expect((await outcome).facts?.map(({ code }) => code)).toContain('reached')
  })

  it('ends at once when it is canceled while the proxy settings keep silent', async () => {
    const controller = new AbortController()
    const outcome = probing(answering(200, '{}'), silentProbe, controller.signal)
    controller.abort('canceled')
    await expect(outcome).rejects.toBe('canceled')
  })

  it('says nothing of a proxy where the settings name none that could be used', async () => {
    const outcome = await probing(answering(200, '{}'), { ...plainProbe, proxyFor: async () => '' })
    expect(outcome.facts?.map(({ code }) => code)).toEqual(['reached', 'reached'])
  })
})
