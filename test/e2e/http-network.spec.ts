import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer as createSecureServer } from 'node:https'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { makeTempFolder } from '../support/temp-folder'
import { startTestServer } from '../support/test-server'
import {
  causeOf,
  endLater,
  everythingBy,
  plain,
  portOf,
  send,
  sendingBytes,
  serve,
  setNetwork,
  startHttpHost,
  textOf,
} from './support/http-host'
import { needsLinux } from './support/linux'

startHttpHost()

test.describe('a network that does not work', () => {
  test('is told as a host that is not there', async () => {
    expect(causeOf(await send('https://nothing.invalid/'))).toMatch(/^(host-not-found|offline)$/)
  })

  test('is told as a host that refuses', async () => {
    const server = await startTestServer(() => undefined)
    await server.close()
    expect(causeOf(await send(server.origin))).toBe('host-refused')
  })

  test('is told as a certificate that nobody vouches for', async () => {
    const { key, cert } = selfSigned()
    const server = createSecureServer({ key, cert }, (_request, response) => response.end('{}'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    endLater(() => void server.close())
    expect(causeOf(await send(`https://127.0.0.1:${portOf(server)}`))).toBe('tls-not-trusted')
  })

  test('is told as TLS that failed', async () => {
    const port = await sendingBytes('HTTP/1.1 400 Bad Request\r\n\r\n')
    expect(causeOf(await send(`https://127.0.0.1:${port}`))).toBe('tls-failed')
  })
})

test.describe('a proxy', () => {
  test.afterEach(() => setNetwork())
  function setProxy(rules: string) {
    return setNetwork(everythingBy(rules))
  }

  test('that wants a login is named as a proxy', async () => {
    const port = await sendingBytes(
      'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"\r\nContent-Length: 0\r\n\r\n',
    )
    await setProxy(`http://127.0.0.1:${port}`)
    expect(causeOf(await send('https://author-p1-e2.adobeaemcloud.com/'))).toMatch(/^proxy-/)
  })

  test('that drops the tunnel is named as a proxy', async () => {
    const port = await sendingBytes('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n')
    await setProxy(`http://127.0.0.1:${port}`)
    expect(causeOf(await send('https://author-p1-e2.adobeaemcloud.com/'))).toBe('proxy-failed')
  })

  test('that is not there is named as a proxy', async () => {
    const server = await startTestServer(() => undefined)
    await server.close()
    await setProxy(server.origin)
    expect(causeOf(await send('https://author-p1-e2.adobeaemcloud.com/'))).toBe('proxy-failed')
  })

  test('of the system is used', async () => {
    const proxy = await serve(plain('{"from":"the proxy"}'))
    await setProxy(proxy.origin)
    expect(textOf(await send('http://127.0.0.1:4010/x'))).toBe('{"from":"the proxy"}')
  })
})

function selfSigned(): { key: Buffer; cert: Buffer } {
  needsLinux('openssl')
  const { path, remove } = makeTempFolder()
  try {
    const [key, cert] = [join(path, 'key.pem'), join(path, 'cert.pem')]
    const words = [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '2',
    ]
    execFileSync('openssl', [...words, '-subj', '/CN=127.0.0.1', '-keyout', key, '-out', cert], {
      stdio: 'ignore',
    })
    return { key: readFileSync(key), cert: readFileSync(cert) }
  } finally {
    remove()
  }
}
