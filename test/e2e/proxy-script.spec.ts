import { createServer } from 'node:net'
import { expect, test } from '@playwright/test'
import { launchAdapterHost } from '../support/adapter-host/launch'
import { closedPort } from '../support/closed-port'
import { causeOf, httpHost, networkWordOf, portOf, send, startHttpHost } from './support/http-host'
import { needsLinux } from './support/linux'

needsLinux('auto_proxy, a proxy script in the system’s settings')

/** As the system's settings name it: not one that has to be used. Outside a desktop, Chromium reads the environment. */
async function launchWithScript(port: number) {
  const { XDG_CURRENT_DESKTOP: _, DESKTOP_SESSION: __, ...environment } = process.env
  return launchAdapterHost({ ...environment, auto_proxy: `http://127.0.0.1:${port}/proxy.pac` })
}

test.describe('a proxy script that is not there', () => {
  startHttpHost(async () => launchWithScript(await closedPort()))

  test('is told of where no host is found without it', async () => {
    const outcome = await send('https://ims.field.test/')
    expect(networkWordOf(outcome)).toBe('net::ERR_PAC_SCRIPT_FAILED')
    expect(causeOf(outcome)).toBe('proxy-failed')
  })

  test('is told of by each of several calls', async () => {
    const outcomes = await Promise.all([1, 2, 3].map((n) => send(`https://ims${n}.field.test/`)))
    expect(outcomes.map(causeOf)).toEqual(['proxy-failed', 'proxy-failed', 'proxy-failed'])
  })

  test('is not blamed for a server of this computer that is not there', async () => {
    expect(causeOf(await send(`http://127.0.0.1:${await closedPort()}/`))).toBe('host-refused')
  })
})

test.describe('a proxy script that never comes', () => {
  /** Takes connections, and says nothing. */
  const silent = createServer()
  startHttpHost(async () => {
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    return launchWithScript(portOf(silent))
  })
  test.afterAll(() => void silent.close())

  test('is told of when the time for an answer is over', async () => {
    const outcome = await send('https://ims.field.test/', { headersDeadlineMs: 500 })
    expect(networkWordOf(outcome)).toBe('net::ERR_PAC_SCRIPT_FAILED')
  })

  test('does not keep a call that is canceled', async () => {
    const sending = send('https://ims.field.test/', { id: 'canceled' })
    await httpHost().app.evaluate(() => globalThis.adapterHost.cancel('canceled'))
    expect(await sending).toEqual({ kind: 'thrown', reason: 'cancelled' })
  })
})
