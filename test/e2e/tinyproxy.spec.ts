import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchAdapterHost } from '../support/adapter-host/launch'
import { closedPort } from '../support/closed-port'
import { type CompanyAuthority, forServer, makeCompanyAuthority } from '../support/company-authority'
import { makeTempFolder } from '../support/temp-folder'
import { say } from './support/failure-messages'
import { causeOf, everythingBy, portOf, send, setNetwork, startHttpHost, textOf } from './support/http-host'
import { needsLinux } from './support/linux'

needsLinux('tinyproxy')

/** A proxy of others, which wants a sign-in. */
test.describe('tinyproxy', () => {
  const folder = makeTempFolder()
  const log = join(folder.path, 'tinyproxy.log')
  let company: CompanyAuthority
  let server: Server
  let proxy: ChildProcess
  let proxyPort: number

  startHttpHost(async () => {
    company = makeCompanyAuthority(join(folder.path, 'certificates'))
    const leaf = company.issue({ subject: 'here', extensions: forServer('IP:127.0.0.1') })
    server = createServer(leaf, (_request, response) => response.end('{"from":"the server"}'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    proxyPort = await closedPort()
    const file = join(folder.path, 'tinyproxy.conf')
    const rules = `Port ${proxyPort}\nListen 127.0.0.1\nAllow 127.0.0.1\nBasicAuth ada pass-word\nLogFile "${log}"\nLogLevel Connect\n`
    writeFileSync(file, rules)
    proxy = spawn('tinyproxy', ['-d', '-c', file], { stdio: 'ignore' })
    await untilListening(proxyPort)
    return launchAdapterHost(process.env)
  })
  test.afterAll(async () => {
    proxy.kill()
    await once(proxy, 'exit')
    server.close()
    folder.remove()
  })

  function throughProxy(login: { user: string; password: string } | null) {
    return setNetwork({
      ...everythingBy(`http://127.0.0.1:${proxyPort}`),
      authorities: [company.root.cert],
      login,
    })
  }
  function ask() {
    return send(`https://127.0.0.1:${portOf(server)}/`)
  }

  test('lets a call through that has signed in', async () => {
    await throughProxy({ user: 'ada', password: 'pass-word' })
    expect(textOf(await ask())).toBe('{"from":"the server"}')
    await expect.poll(() => readFileSync(log, 'utf8')).toContain(`CONNECT 127.0.0.1:${portOf(server)}`)
  })

  test('is told of when it wants a sign-in that nobody has set', async () => {
    await throughProxy(null)
    expect(causeOf(await ask())).toBe('proxy-login-required')
  })

  // It answers a wrong password with 401 instead of 407 (RFC 9110 section 11.7.1), of which Chromium tells only that the
  // tunnel failed.
  test('is told of when it rejects the sign-in, among what may be wrong', async () => {
    await throughProxy({ user: 'ada', password: 'wrong' })
    expect(causeOf(await ask())).toBe('proxy-failed')
    expect(say('fix.proxy-failed', { proxyScript: 'none', host: 'none' })).toContain('sign-in')
  })
})

async function untilListening(port: number): Promise<void> {
  await expect
    .poll(
      () =>
        new Promise((resolve) => {
          const socket = connect(port, '127.0.0.1', () => {
            socket.destroy()
            resolve(true)
          }).on('error', () => resolve(false))
        }),
    )
    .toBe(true)
}
