import { expect, test } from 'vitest'
import { recordHosts } from '../../../src/main/calls/contacted-hosts'
import { HttpProblem, type HttpRequest } from '../../../src/main/calls/http'
import { stretchDeadlines } from '../../../src/main/calls/stretch-deadlines'
import { createNodeHttp } from '../../support/node-http'
import { serve } from '../../support/serve'
import { createSettableClock } from '../../support/settable-clock'
import { answerJson } from '../../support/test-server'

function requestTo(url: string, parts: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: 'GET',
    url: new URL(url),
    headers: {},
    body: null,
    signal: new AbortController().signal,
    headersDeadlineMs: 1_000,
    totalDeadlineMs: 2_000,
    maxBytes: 1_000,
    onReceived: () => undefined,
    ...parts,
  }
}

test('hosts are counted, with failed calls, the latest first', async () => {
  const one = await serve((_request, response) => answerJson(response, {}))
  const two = await serve((_request, response) => answerJson(response, {}))
  const gone = await serve(() => undefined)
  await gone.close()
  const clock = createSettableClock()
  const { send, hosts } = recordHosts(createNodeHttp(), clock)
  await send(requestTo(one.origin))
  await send(requestTo(two.origin))
  clock.pass(1_000)
  await send(requestTo(`${one.origin}/again`))
  await expect(send(requestTo(gone.origin))).rejects.toBeInstanceOf(HttpProblem)
  function hostOf(origin: string) {
    return new URL(origin).host
  }
  const later = '2026-03-01T12:00:01.000Z'
  expect(hosts()).toEqual([
    { host: hostOf(gone.origin), count: 1, lastAt: later },
    { host: hostOf(one.origin), count: 2, lastAt: later },
    { host: hostOf(two.origin), count: 1, lastAt: '2026-03-01T12:00:00.000Z' },
  ])
})

test('deadlines follow the setting from the next call on', async () => {
  const sent: HttpRequest[] = []
  let factor = 1
  const send = stretchDeadlines(
    async (request) => {
      sent.push(request)
      return { status: 200, headers: {}, body: new Uint8Array(), durationMs: 1 }
    },
    () => factor,
  )
  await send(requestTo('https://a.example'))
  factor = 2.5
  await send(requestTo('https://a.example'))
  expect(sent.map(({ headersDeadlineMs, totalDeadlineMs }) => [headersDeadlineMs, totalDeadlineMs])).toEqual([
    [1_000, 2_000],
    [2_500, 5_000],
  ])
})
