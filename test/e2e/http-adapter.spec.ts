import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { NotJson, tabulateJson } from '../../src/main/metadata/tabulate-json'
import {
  causeOf,
  httpHost,
  networkWordOf,
  plain,
  send,
  sendingBytes,
  serve,
  serveTcp,
  startHttpHost,
  textOf,
} from './support/http-host'

startHttpHost()

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

  test('is what a body is in which any one byte was changed, where the server can compress so that it shows', async () => {
    const body = deflateSync(JSON.stringify(Array.from({ length: 300 }, (_, index) => `value ${index}`)))
    const server = await serve((request, response) => {
      const coding = String(request.headers['accept-encoding']).split(/[,;]/)[0]
      const changed = Buffer.from(body)
      const at = Number(request.path.slice(1))
      changed[at] = (changed[at] ?? 0) ^ 1
      response.writeHead(200, { 'Content-Encoding': coding }).end(coding === 'deflate' ? changed : body)
    })
    const places = [2, 50, 150, 300, 450, body.length - 1]
    const outcomes = await Promise.all(places.map((at) => send(`${server.origin}/${at}`)))
    expect(outcomes.map(causeOf)).toEqual(places.map(() => 'aem-cut-off'))
  })

  test('is not what a body without its compression is: that is an error too', async () => {
    const server = await serve(plain('{"a":1}', { 'Content-Encoding': 'gzip' }))
    expect(causeOf(await send(server.origin))).toBe('aem-cut-off')
  })
})

test('nothing of an answer is on the disk', async () => {
  const headers = { 'Set-Cookie': 'canary=1; Max-Age=3600', 'Cache-Control': 'max-age=600', ETag: '"canary"' }
  const server = await serve(plain('{"canary":1}', headers))
  await send(server.origin, { headers: { Authorization: 'Bearer canary' } })
  const files = readdirSync(httpHost().userData, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const holding = files.filter((entry) => readFileSync(join(entry.path, entry.name)).includes('canary'))
  expect(holding.map(({ name }) => name)).toEqual([])
})
