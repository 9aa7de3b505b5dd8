import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer as createSecureServer } from 'node:https'
import { createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { findCause } from '../../src/main/services/diagnose'
import { NotJson, tabulateJson } from '../../src/main/services/tabulate-json'
import type { HttpAsked, HttpOutcome } from '../support/adapter-host/adapter-host'
import { launchAdapterHost, type RunningHost } from '../support/adapter-host/launch'
import { makeTempFolder } from '../support/temp-folder'
import { type Answer, startTestServer, type TestServer } from '../support/test-server'

let host: RunningHost
const atEnd: (() => unknown)[] = []

test.beforeAll(async () => {
  host = await launchAdapterHost()
})
test.afterAll(() => host?.close())
test.afterEach(async () => {
  for (const end of atEnd.splice(0).reverse()) await end()
})

const serve = async (answer: Answer): Promise<TestServer> => {
  const server = await startTestServer(answer)
  atEnd.push(server.close)
  return server
}

let requests = 0
const send = (url: string, asked: Partial<HttpAsked> = {}): Promise<HttpOutcome> =>
  host.app.evaluate((_electron, request) => globalThis.adapterHost.send(request), {
    id: `request-${++requests}`,
    method: 'GET' as const,
    url,
    headers: {},
    body: null,
    headersDeadlineMs: 15_000,
    totalDeadlineMs: 15_000,
    maxBytes: 1_000_000,
    cancelOnceReceived: false,
    ...asked,
  })

const textOf = (outcome: HttpOutcome): string =>
  outcome.kind === 'answer' ? Buffer.from(outcome.body, 'base64').toString('utf8') : JSON.stringify(outcome)

const networkWordOf = (outcome: HttpOutcome): string =>
  outcome.kind === 'problem' && outcome.network !== null ? outcome.network : JSON.stringify(outcome)

/** The cause that a user would be told. */
const causeOf = (outcome: HttpOutcome): string => {
  if (outcome.kind === 'thrown') return outcome.reason
  const { status } = outcome
  const { network, refused } = outcome.kind === 'problem' ? outcome : { network: null, refused: null }
  return findCause({ from: 'aem', method: 'read', status, network, refused, body: '' })
}

const plain =
  (
    body: string | Uint8Array,
    headers: Readonly<Record<string, string | string[]>> = {},
    status = 200,
  ): Answer =>
  (_request, response) => {
    response.writeHead(status, headers).end(body)
  }

/** A server that speaks TCP as it is told to. */
const serveTcp = async (onConnect: (socket: Socket) => void): Promise<number> => {
  const sockets = new Set<Socket>()
  const server: Server = createTcpServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    onConnect(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  atEnd.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return portOf(server)
}

const portOf = (server: Server): number => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}

/** Answers every connection with these bytes and closes it. */
const sendingBytes = (bytes: string) => serveTcp((socket) => socket.once('data', () => socket.end(bytes)))

test.describe('a request', () => {
  test('has the headers that were asked for, as they are', async () => {
    const server = await serve(plain('{}'))
    const headers = { Authorization: 'Bearer a.b', 'X-Api-Key': 'client-1', 'If-None-Match': 'W/"a,b"' }
    await send(server.origin, { headers })
    expect(server.seen[0]?.headers).toMatchObject({
      authorization: 'Bearer a.b',
      'x-api-key': 'client-1',
      'if-none-match': 'W/"a,b"',
    })
  })

  test('has its body as it is, with its length', async () => {
    const server = await serve(plain('{}'))
    await send(server.origin, { method: 'POST', body: 'a=%26&b=é' })
    expect([server.seen[0]?.method, server.seen[0]?.body, server.seen[0]?.headers['content-length']]).toEqual(
      ['POST', 'a=%26&b=é', '10'],
    )
  })

  test('goes to one path segment of an asset, colons as they are', async () => {
    const server = await serve(plain('{}'))
    await send(`${server.origin}/adobe/assets/urn:aaid:aem:1/metadata`)
    expect(server.seen[0]?.path).toBe('/adobe/assets/urn:aaid:aem:1/metadata')
  })

  test('never brings a cookie back', async () => {
    const server = await serve(plain('{}', { 'Set-Cookie': ['a=1; Path=/', 'b=2; Max-Age=3600'] }))
    await send(server.origin)
    await send(server.origin)
    expect(server.seen.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined])
  })

  test('is sent again although the answer may be kept', async () => {
    const server = await serve(plain('{}', { 'Cache-Control': 'private, max-age=600', ETag: '"1"' }))
    await send(server.origin)
    await send(server.origin)
    expect(server.seen.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, undefined])
  })

  for (const url of [
    'http://192.0.2.1/',
    'http://localhost.evil.test/',
    'file:///etc/hostname',
    'app://bundle/',
    'data:,x',
  ]) {
    test(`does not leave for ${url}`, async () => {
      expect(networkWordOf(await send(url))).toBe('net::ERR_DISALLOWED_URL_SCHEME')
    })
  }
})

test.describe('an answer', () => {
  for (const status of [200, 400, 401, 403, 404, 406, 412, 429, 500, 503]) {
    test(`with status ${status} comes with its body`, async () => {
      const server = await serve(plain('{"a":1}', {}, status))
      const outcome = await send(server.origin)
      expect([outcome.kind === 'answer' && outcome.status, textOf(outcome)]).toEqual([status, '{"a":1}'])
    })
  }

  for (const status of [200, 204, 304]) {
    test(`with status ${status} may be empty`, async () => {
      const server = await serve(plain('', {}, status))
      expect(await send(server.origin)).toMatchObject({ kind: 'answer', status, body: '' })
    })
  }

  test('with status 401 comes although it asks for a login', async () => {
    const server = await serve(plain('{"a":1}', { 'WWW-Authenticate': 'Basic realm="x"' }, 401))
    expect(await send(server.origin)).toMatchObject({ kind: 'answer', status: 401 })
  })

  test('has its headers by lower-case names', async () => {
    const server = await serve(plain('', { ETag: '"1"', 'X-Request-Id': 'r-1' }))
    expect(await send(server.origin)).toMatchObject({ headers: { etag: '"1"', 'x-request-id': 'r-1' } })
  })

  test('has its bytes as they are', async () => {
    const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0x00, 0xff, 0xc3, 0x28])
    const server = await serve(plain(bytes, { 'Content-Type': 'application/json; charset=iso-8859-1' }))
    expect(await send(server.origin)).toMatchObject({ body: bytes.toString('base64') })
  })

  test('is decompressed', async () => {
    const server = await serve(plain(gzipSync('{"a":1}'), { 'Content-Encoding': 'gzip' }))
    expect(textOf(await send(server.origin))).toBe('{"a":1}')
  })

  test('tells of its progress up to the last byte', async () => {
    const server = await serve(plain('x'.repeat(300_000)))
    const outcome = await send(server.origin)
    const received = outcome.kind === 'answer' ? outcome.received : []
    expect([received.at(-1), received.every((bytes, index) => bytes > (received[index - 1] ?? 0))]).toEqual([
      300_000,
      true,
    ])
  })
})

test.describe('a redirect', () => {
  for (const status of [301, 302, 303, 307, 308]) {
    test(`with status ${status} is not followed`, async () => {
      const elsewhere = await serve(plain('{}'))
      const target = `${elsewhere.origin}/x`
      const server = await serve(plain('', { Location: target }, status))
      const outcome = await send(server.origin, { headers: { Authorization: 'Bearer a' } })
      expect([outcome, elsewhere.seen]).toEqual([
        { kind: 'problem', network: null, refused: 'redirect', target, status },
        [],
      ])
    })
  }

  test('is not followed after a POST either', async () => {
    const elsewhere = await serve(plain('{}'))
    const server = await serve(plain('', { Location: elsewhere.origin }, 307))
    const outcome = await send(server.origin, { method: 'POST', body: 'client_secret=x' })
    expect([causeOf(outcome), elsewhere.seen]).toEqual(['redirected', []])
  })

  test('to itself ends at once', async () => {
    const server = await serve(plain('', { Location: '/' }, 302))
    expect([causeOf(await send(server.origin)), server.seen.length]).toEqual(['redirected', 1])
  })

  for (const target of ['file:///etc/hostname', 'app://bundle/', 'data:text/plain,x']) {
    test(`to ${target} brings nothing`, async () => {
      const server = await serve(plain('', { Location: target }, 302))
      expect((await send(server.origin)).kind).toBe('problem')
    })
  }
})

test.describe('an answer that breaks off', () => {
  test('before its length is an error', async () => {
    const port = await sendingBytes('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"a":1}')
    expect(causeOf(await send(`http://127.0.0.1:${port}`))).toBe('aem-cut-off')
  })

  test('inside a chunk is an error', async () => {
    const port = await sendingBytes('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{"a":1}')
    expect(causeOf(await send(`http://127.0.0.1:${port}`))).toBe('aem-cut-off')
  })

  test('by a reset is an error', async () => {
    const port = await serveTcp((socket) =>
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"a":1}', () => socket.resetAndDestroy())
      }),
    )
    expect(causeOf(await send(`http://127.0.0.1:${port}`))).toMatch(/^(connection-lost|aem-cut-off)$/)
  })

  test('before it began is an error', async () => {
    const port = await serveTcp((socket) => socket.once('data', () => socket.end()))
    expect(causeOf(await send(`http://127.0.0.1:${port}`))).toBe('connection-lost')
  })

  test('inside its compression does not look whole', async () => {
    const body = gzipSync(JSON.stringify(Array.from({ length: 1_000 }, (_, index) => index)))
    const server = await serve(plain(body.subarray(0, -12), { 'Content-Encoding': 'gzip' }))
    // Chromium does not miss the end of a gzip stream; the end of the JSON is what tells.
    const text = textOf(await send(server.origin))
    expect(() => tabulateJson(text)).toThrow(NotJson)
  })

  test('is not what a body without its compression is: that is an error too', async () => {
    const server = await serve(plain('{"a":1}', { 'Content-Encoding': 'gzip' }))
    expect(causeOf(await send(server.origin))).toBe('aem-cut-off')
  })
})

test.describe('a limit', () => {
  test('ends a body that is longer', async () => {
    const server = await serve(plain('x'.repeat(1_000_001)))
    expect(await send(server.origin)).toMatchObject({ kind: 'problem', refused: 'too-large', status: 200 })
  })

  test('lets a body of just that length pass', async () => {
    const server = await serve(plain('x'.repeat(1_000_000)))
    expect((await send(server.origin)).kind).toBe('answer')
  })

  test('counts what a small body becomes', async () => {
    const server = await serve(plain(gzipSync(Buffer.alloc(200_000_000)), { 'Content-Encoding': 'gzip' }))
    expect(causeOf(await send(server.origin))).toBe('body-too-large')
  })

  test('ends a body that has no end', async () => {
    const server = await serve((_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      }
      response.on('drain', more)
      more()
    })
    expect(causeOf(await send(server.origin))).toBe('body-too-large')
  })

  test('ends headers that are too large', async () => {
    const port = await sendingBytes(`HTTP/1.1 200 OK\r\nX-Large: ${'x'.repeat(300_000)}\r\n\r\n`)
    expect(causeOf(await send(`http://127.0.0.1:${port}`))).toBe('headers-too-large')
  })

  test('ends a wait for headers', async () => {
    const server = await serve(() => undefined)
    expect(causeOf(await send(server.origin, { headersDeadlineMs: 300 }))).toBe('no-answer')
  })

  test('ends a wait for a body after its headers', async () => {
    const server = await serve((_request, response) => {
      // Of another type, Chromium waits for the first bytes to guess a better one.
      response.writeHead(200, { 'Content-Type': 'application/json' }).flushHeaders()
    })
    const outcome = await send(server.origin, { headersDeadlineMs: 600, totalDeadlineMs: 900 })
    expect(causeOf(outcome)).toBe('answer-stalled')
  })

  test('ends a body that comes byte by byte', async () => {
    const server = await serve((_request, response) => {
      const drip = setInterval(() => response.write('x'), 50)
      response.on('close', () => clearInterval(drip))
    })
    expect(causeOf(await send(server.origin, { totalDeadlineMs: 700 }))).toBe('answer-stalled')
  })
})

test.describe('a request that is cancelled', () => {
  test('ends with the reason of the one who cancelled, on the wire as well', async () => {
    let tellClosed = (): void => undefined
    const closed = new Promise<void>((resolve) => {
      tellClosed = resolve
    })
    let tellArrived = (): void => undefined
    const arrived = new Promise<void>((resolve) => {
      tellArrived = resolve
    })
    const server = await serve((_request, response) => {
      response.once('close', tellClosed)
      tellArrived()
    })
    const sending = send(server.origin, { id: 'to-cancel' })
    await arrived
    await host.app.evaluate(() => globalThis.adapterHost.cancel('to-cancel'))
    expect(await sending).toEqual({ kind: 'thrown', reason: 'cancelled' })
    await closed
  })

  test('inside its body ends as well', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200).write('x'.repeat(10_000))
    })
    const outcome = await send(server.origin, { cancelOnceReceived: true })
    expect(outcome).toEqual({ kind: 'thrown', reason: 'cancelled' })
  })
})

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
    atEnd.push(() => void server.close())
    expect(causeOf(await send(`https://127.0.0.1:${portOf(server)}`))).toBe('tls-not-trusted')
  })

  test('is told as TLS that failed', async () => {
    const port = await sendingBytes('HTTP/1.1 400 Bad Request\r\n\r\n')
    expect(causeOf(await send(`https://127.0.0.1:${port}`))).toBe('tls-failed')
  })
})

test.describe('a proxy', () => {
  test.afterEach(() => host.app.evaluate(() => globalThis.adapterHost.setProxy(null)))
  const setProxy = (rules: string) =>
    host.app.evaluate((_electron, wanted) => globalThis.adapterHost.setProxy(wanted), rules)

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

test('nothing of an answer is on the disk', async () => {
  const headers = { 'Set-Cookie': 'canary=1; Max-Age=3600', 'Cache-Control': 'max-age=600', ETag: '"canary"' }
  const server = await serve(plain('{"canary":1}', headers))
  await send(server.origin, { headers: { Authorization: 'Bearer canary' } })
  const files = readdirSync(host.userData, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const holding = files.filter((entry) => readFileSync(join(entry.path, entry.name)).includes('canary'))
  expect(holding.map(({ name }) => name)).toEqual([])
})

const selfSigned = (): { key: Buffer; cert: Buffer } => {
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
