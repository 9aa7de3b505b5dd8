import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import type { DemoCloud } from '../../src/demo-cloud/demo-cloud'
import { call, firstAssetId, json, metadataUrl, signIn, startCloud } from './client'

const megabyte = 1024 * 1024

/** Sends bytes as they are, and gives back all that comes until the server closes. */
function speak(origin: string, ...pieces: (string | Buffer)[]): Promise<string> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const received: Buffer[] = []
    const socket = connect(Number(port), hostname, () => {
      for (const piece of pieces) socket.write(piece)
    })
    socket.on('data', (bytes) => received.push(bytes))
    socket.on('error', reject)
    socket.on('close', () => resolve(Buffer.concat(received).toString('latin1')))
  })
}

describe('bodies', () => {
  it('of 10 MB are taken', async () => {
    const cloud = await startCloud()
    const body = Buffer.alloc(10 * megabyte, ' ').toString()
    const answer = await call(`${cloud.ims}/ims/token/v3`, { method: 'POST', body })
    expect([answer.status, json(answer).error]).toEqual([400, 'bad_request'])
  })

  it.each(['ims', 'aem'] as const)(
    'larger ones are answered 413 by %s, and the connection ends',
    async (server) => {
      const cloud = await startCloud()
      const body = 'a'.repeat(10 * megabyte + 1)
      const answer = await call(`${cloud[server]}/`, { method: 'POST', body })
      expect([answer.status, answer.complete, answer.headers.connection]).toEqual([413, true, 'close'])
    },
  )

  it('that turn out larger than 10 MB without saying so are answered 413', async () => {
    const cloud = await startCloud()
    const chunk = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(megabyte, 'a'), Buffer.from('\r\n')])
    const head = 'PATCH / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n'
    const answer = await speak(cloud.aem, head, ...Array.from({ length: 12 }, () => chunk), '0\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('that are announced as too large are refused before they are sent', async () => {
    const cloud = await startCloud()
    const head = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\nExpect: 100-continue\r\n\r\n'
    const { hostname, port } = new URL(cloud.aem)
    const socket = connect(Number(port), hostname, () => socket.write(head))
    const answer = await new Promise<Buffer>((resolve) => socket.once('data', resolve))
    socket.destroy()
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('that are announced as small are asked for', async () => {
    const cloud = await startCloud()
    const head =
      'POST /ims/token/v3 HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nConnection: close\r\nExpect: 100-continue\r\n\r\n'
    expect(await speak(cloud.ims, head, '{}')).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 400 /)
  })
})

describe('methods', () => {
  const places = [
    ['ims', '/ims/token/v3', 'POST, OPTIONS'],
    ['ims', '/ims/validate_token/v1', 'GET, HEAD, POST, OPTIONS'],
    ['aem', '/adobe/assets/x', 'GET, HEAD, DELETE, OPTIONS'],
    ['aem', '/adobe/assets/x/metadata', 'GET, HEAD, PATCH, OPTIONS'],
    ['aem', '/adobe/assets/x/renditions/y/as/z', 'GET, HEAD, OPTIONS'],
    ['aem', '/adobe/folders/', 'GET, HEAD, OPTIONS'],
    ['aem', '/adobe/jobs/x', 'GET, HEAD, OPTIONS'],
    ['aem', '/content/dam/x.json', 'GET, HEAD, OPTIONS'],
  ] as const

  it.each(places)('%s%s answers 405 with Allow: %s', async (server, path, allow) => {
    const cloud = await startCloud()
    for (const method of ['PUT', 'TRACE', 'PROPFIND']) {
      const answer = await call(`${cloud[server]}${path}`, { method })
      expect([method, answer.status, answer.headers.allow]).toEqual([method, 405, allow])
    }
  })

  it.each(places)('%s%s answers 405 to a method that HTTP does not know: %s', async (server, path, allow) => {
    const cloud = await startCloud()
    for (const method of ['BREW', 'get', "M!#$%&'*+.^_`|~9"]) {
      const answer = await speak(cloud[server], `${method} ${path}?a=b HTTP/1.1\r\nHost: x\r\n\r\n`)
      expect(answer).toMatch(/^HTTP\/1\.1 405 Method Not Allowed\r\n/)
      expect(answer).toContain(`\r\nAllow: ${allow}\r\n`)
    }
  })

  it('405 is a problem of AEM, and an error of IMS', async () => {
    const cloud = await startCloud()
    const aem = await call(metadataUrl(cloud), { method: 'PUT' })
    expect(json(aem)).toMatchObject({ status: 405, title: 'Method Not Allowed' })
    const ims = await call(`${cloud.ims}/ims/token/v3`, { method: 'GET' })
    expect(json(ims)).toEqual({ error: 'bad_request', error_description: 'method not allowed' })
  })

  it('405 comes before a token is asked for, 404 before 405', async () => {
    const cloud = await startCloud()
    expect((await call(metadataUrl(cloud), { method: 'PUT' })).status).toBe(405)
    expect((await call(`${cloud.aem}/adobe/nowhere`, { method: 'PUT' })).status).toBe(404)
  })

  it('CONNECT is answered 405', async () => {
    const cloud = await startCloud()
    const answer = await speak(cloud.aem, 'CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 405 /)
  })

  it('OPTIONS says what is allowed, and in what a patch is written, without a token', async () => {
    const cloud = await startCloud()
    const answer = await call(metadataUrl(cloud), { method: 'OPTIONS' })
    expect([answer.status, answer.body.length]).toEqual([200, 0])
    expect(answer.headers).toMatchObject({
      allow: 'GET, HEAD, PATCH, OPTIONS',
      'accept-patch': 'application/json-patch+json',
    })
  })

  it.each([
    ['OPTIONS', 200],
    ['GET', 400],
  ])('%s of the server as a whole is answered %i', async (method, status) => {
    const cloud = await startCloud()
    expect((await call(cloud.aem, { method, target: '*' })).status).toBe(status)
  })

  it('HEAD of a refusal has its headers and no body', async () => {
    const cloud = await startCloud()
    const answer = await call(metadataUrl(cloud), { method: 'HEAD' })
    expect([answer.status, answer.headers['content-type'], answer.body.length]).toEqual([
      401,
      'application/problem+json',
      0,
    ])
  })
})

describe('what is no HTTP', () => {
  it.each([
    ['nonsense', 'nonsense\r\n\r\n', 400],
    ['a method that is no token', 'G(T / HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['100 kB of headers', `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(100_000)}\r\n\r\n`, 431],
  ])('is answered and the connection ends: %s', async (_name, bytes, status) => {
    const cloud = await startCloud()
    expect(await speak(cloud.aem, bytes)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  })
})

describe('preconditions', () => {
  async function etagOf(cloud: DemoCloud): Promise<string> {
    return (await call(metadataUrl(cloud), { headers: await signIn(cloud, 'Reader') })).headers.etag ?? ''
  }

  it.each([
    ['the ETag', (etag: string) => etag, 200],
    ['a star', () => '*', 200],
    ['a list that holds the ETag', (etag: string) => `"other", ${etag}`, 200],
    ['another ETag', () => '"other"', 412],
    ['the weak form of the ETag', (etag: string) => `W/${etag}`, 412],
  ])('GET with If-Match of %s', async (_name, toHeader, status) => {
    const cloud = await startCloud()
    const headers = { ...(await signIn(cloud, 'Reader')), 'if-match': toHeader(await etagOf(cloud)) }
    for (const url of [metadataUrl(cloud), metadataUrl(cloud).replace(/\/metadata$/, '')]) {
      expect((await call(url, { headers })).status).toBe(status)
    }
  })

  it('If-Match is looked at before If-None-Match', async () => {
    const cloud = await startCloud()
    const etag = await etagOf(cloud)
    const headers = { ...(await signIn(cloud, 'Reader')), 'if-match': '"other"', 'if-none-match': etag }
    expect((await call(metadataUrl(cloud), { headers })).status).toBe(412)
  })

  it.each(['*', 'its ETag'])('PATCH with If-None-Match %s changes nothing and answers 412', async (value) => {
    const cloud = await startCloud()
    const etag = await etagOf(cloud)
    const headers = {
      ...(await signIn(cloud, 'Editor')),
      'content-type': 'application/json-patch+json',
      'if-none-match': value === '*' ? '*' : etag,
    }
    const body = '[{"op":"add","path":"/dc:title","value":"foo"}]'
    expect((await call(metadataUrl(cloud), { method: 'PATCH', headers, body })).status).toBe(412)
    expect(await etagOf(cloud)).toBe(etag)
  })

  it('DELETE with another ETag deletes nothing', async () => {
    const cloud = await startCloud()
    const headers = { ...(await signIn(cloud, 'Editor')), 'if-match': '"other"' }
    const url = `${cloud.aem}/adobe/assets/${firstAssetId(cloud)}`
    expect((await call(url, { method: 'DELETE', headers })).status).toBe(412)
    expect(await etagOf(cloud)).toMatch(/^"/)
  })
})
