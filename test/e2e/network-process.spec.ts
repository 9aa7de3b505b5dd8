import { expect, test } from '@playwright/test'
import type { Answer } from '../support/test-server'
import { httpHost, networkWordOf, plain, send, serve, startHttpHost, textOf } from './support/http-host'

startHttpHost()

/** As a crash, the system's memory killer or a virus scanner ends it. */
function killNetworkProcess(): Promise<void> {
  return httpHost().app.evaluate(({ app }) => {
    for (const { pid, serviceName } of app.getAppMetrics()) {
      if (serviceName === 'network.mojom.NetworkService') process.kill(pid, 'SIGKILL')
    }
  })
}

/** Keeps the first request waiting and answers the others. */
function silentAtFirst(): { answer: Answer; hasArrived: Promise<void> } {
  let tell: () => void = () => undefined
  const hasArrived = new Promise<void>((resolve) => {
    tell = resolve
  })
  let count = 0
  return {
    answer: (_request, response) => {
      if (++count > 1) response.end('{"again":1}')
      else tell()
    },
    hasArrived,
  }
}

test.describe('when the network process dies', () => {
  test('the next calls work', async () => {
    const server = await serve(plain('{}'))
    expect(textOf(await send(server.origin))).toBe('{}')
    await killNetworkProcess()
    expect(textOf(await send(server.origin))).toBe('{}')
    expect(textOf(await send(server.origin, { method: 'POST', body: 'a=b' }))).toBe('{}')
  })

  test('a read that is on its way is sent once more', async () => {
    const { answer, hasArrived } = silentAtFirst()
    const server = await serve(answer)
    const sending = send(server.origin)
    await hasArrived
    await killNetworkProcess()
    expect(textOf(await sending)).toBe('{"again":1}')
  })

  test('a write that is on its way is not sent twice', async () => {
    const { answer, hasArrived } = silentAtFirst()
    const server = await serve(answer)
    const sending = send(server.origin, { method: 'POST', body: 'a=b' })
    await hasArrived
    await killNetworkProcess()
    expect(networkWordOf(await sending)).toBe('net::ERR_FAILED')
    expect(server.seen.map(({ method }) => method)).toEqual(['POST'])
    expect(textOf(await send(server.origin))).toBe('{"again":1}')
  })
})
