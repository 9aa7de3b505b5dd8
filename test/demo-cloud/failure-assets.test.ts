import { gunzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import type { DemoCloud } from '../../src/demo-cloud/demo-cloud'
import { type Answer, call, json, metadataUrl, signIn, startCloud } from './client'

type Check = (answer: Answer, cloud: DemoCloud) => void

/** Failures that one answer shows, by the name in the asset's path. */
const oneAnswer: Record<string, Check> = {
  'not-found': problem(404, 'not_found'),
  'no-request-processor': problem(404, 'not_found', 'No RequestProcessor can handle this request.'),
  'bad-request': problem(400, 'bad_request'),
  'unauthorized-always': problem(401, 'unauthorized'),
  'unauthorized-once': problem(401, 'unauthorized'),
  'gateway-401013': body(401, '{"error_code":"401013","message":"Oauth token is not valid"}'),
  'unknown-403': problem(403, 'forbidden', 'Tenant guardrail 7 does not permit this resource.'),
  'near-miss-403': (answer) => {
    expect(json(answer).title).toContain('not allowlisted')
    expect(json(answer).detail).not.toContain('allowlist')
  },
  'gateway-403000': body(403, '{"error_code":"403000","message":"Api Key is required"}'),
  'gateway-403003': body(403, '{"error_code":"403003","message":"Api Key is invalid"}'),
  'html-403': html(403),
  'html-404': html(404),
  'not-acceptable': problem(406, 'not_acceptable'),
  'proxy-407': html(407),
  'conflict-once': works,
  'throttled-429': (answer, cloud) => {
    expect(answer.headers['retry-after']).toBe('30')
    problem(429, 'too_many_requests')(answer, cloud)
  },
  'throttled-once': ({ status, headers }) => expect([status, headers['retry-after']]).toEqual([429, '1']),
  'gateway-429050': body(429, '{"error_code":"429050","message":"Too many requests"}'),
  'internal-500': problem(500, 'internal_error'),
  'near-miss-500': problem(500, 'internal_error', 'The access token is missing required scopes.'),
  'bad-gateway-502': html(502),
  'proxy-502': html(502),
  'unavailable-503': problem(503, 'service_unavailable'),
  'unavailable-once': problem(503, 'service_unavailable'),
  'html-503': html(503),
  'timeout-504': html(504),
  'html-hibernated': html(200),
  'html-login': html(200),
  'redirect-301': redirect(301),
  'redirect-302': redirect(302),
  'redirect-303': redirect(303),
  'redirect-307': redirect(307),
  'redirect-308': redirect(308),
  'redirect-to-login': ({ headers }) =>
    expect(headers.location).toMatch(/^\/libs\/granite\/core\/content\/login\.html\?/),
  'redirect-to-file': ({ headers }) => expect(headers.location).toBe('file:///etc/hostname'),
  'redirect-loop': ({ headers }, cloud) =>
    expect(headers.location).toMatch(new RegExp(`^${cloud.aem}/.*/metadata$`)),
  'not-modified-unasked': ({ status, body: { length } }) => expect([status, length]).toEqual([304, 0]),
  'no-content': ({ status, body: { length } }) => expect([status, length]).toEqual([204, 0]),
  'empty-200': ({ status, body: { length } }) => expect([status, length]).toEqual([200, 0]),
  'broken-json': (answer) => {
    expect(answer.complete).toBe(true)
    expect(() => json(answer)).toThrow(SyntaxError)
  },
  'json-array': body(200, '[]'),
  'no-envelope': body(200, '{"hello":"world"}'),
  'byte-order-mark': ({ body: bytes }) => expect([...bytes.subarray(0, 4)]).toEqual([0xef, 0xbb, 0xbf, 0x7b]),
  'invalid-utf8': ({ body: bytes }) =>
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow(),
  'latin1-charset': ({ headers, body: bytes }) => {
    expect(headers['content-type']).toBe('application/json; charset=iso-8859-1')
    expect(JSON.parse(bytes.toString('latin1'))).toHaveProperty(['assetMetadata', 'acme:city'], 'Zürich')
  },
  'text-plain': (answer) => {
    expect(answer.headers['content-type']).toBe('text/plain')
    expect(json(answer)).toHaveProperty('assetMetadata')
  },
  'no-content-type': (answer) => {
    expect(answer.headers).not.toHaveProperty('content-type')
    expect(json(answer)).toHaveProperty('assetMetadata')
  },
  'hostile-problem': (answer) => {
    expect(answer.headers['content-type']).toBe('application/problem+json')
    expect([answer.status, json(answer).status]).toEqual([403, '200'])
    expect(json(answer).detail).toContain('<script>')
  },
  'deep-problem': ({ status, body: bytes }) => {
    expect(status).toBe(500)
    expect(bytes.toString().match(/\[/g)).toHaveLength(10_000)
  },
  'cookie-and-cache': ({ status, headers }) => {
    expect(status).toBe(200)
    expect(headers['set-cookie']).toHaveLength(1)
    expect(headers['cache-control']).toContain('max-age=600')
  },
  'no-etag': ({ status, headers }) => expect([status, headers.etag]).toEqual([200, undefined]),
  'weak-etag': ({ status, headers }) => expect([status, headers.etag]).toEqual([200, 'W/"weak-1"']),
  'huge-headers': ({ headers }) => expect(headers['x-huge']).toHaveLength(300 * 1024),
  'gzip-cut': ({ complete, headers, body: bytes }) => {
    expect([complete, headers['content-encoding']]).toEqual([true, 'gzip'])
    expect(() => gunzipSync(bytes)).toThrow('unexpected end of file')
  },
  'gzip-plain-body': (answer) => {
    expect(answer.headers['content-encoding']).toBe('gzip')
    expect(json(answer)).toHaveProperty('assetMetadata')
  },
  'unknown-encoding': ({ headers }) => expect(headers['content-encoding']).toBe('x-demo'),
  'gzip-bomb': ({ body: bytes }) => {
    expect(bytes.length).toBeLessThan(20_000)
    const text = gunzipSync(bytes).toString()
    expect(text).toHaveLength(8 * 1024 * 1024)
    expect(JSON.parse(text)).toHaveProperty('assetMetadata')
  },
  'one-byte-per-second': works,
  slow: works,
  'reset-before-answer': ({ status }) => expect(status).toBeNull(),
  'reset-mid-body': cutShort,
  'truncated-body': cutShort,
}

const unfinished = ['hang', 'headers-then-silence', 'endless-body']

function problem(status: number, kind: string, detail?: string): Check {
  return (answer) => {
    expect(answer.status).toBe(status)
    expect(answer.headers['content-type']).toBe('application/problem+json')
    expect(json(answer)).toMatchObject({
      type: `https://api.adobeaemcloud.com/adobe/meta/errors/${kind}`,
      title: expect.any(String),
      status,
      detail: detail ?? expect.any(String),
    })
  }
}

function body(status: number, text: string): Check {
  return (answer) => expect([answer.status, answer.body.toString()]).toEqual([status, text])
}

function html(status: number): Check {
  return (answer) => {
    expect([answer.status, answer.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8'])
    expect(answer.body.toString()).toMatch(/^<!DOCTYPE html>/)
  }
}

function redirect(status: number): Check {
  return (answer, cloud) =>
    expect([answer.status, answer.headers.location]).toEqual([status, `${cloud.elsewhere}/captured`])
}

function works(answer: Answer): void {
  expect([answer.status, answer.complete]).toEqual([200, true])
  expect(json(answer)).toHaveProperty('assetMetadata')
}

function cutShort({ status, complete, body: bytes, headers }: Answer): void {
  expect([status, complete]).toEqual([200, false])
  expect(bytes.length).toBeLessThan(Number(headers['content-length']))
}

function urlOf(cloud: DemoCloud, failure: string): string {
  const found = cloud.assets.find(({ path }) => path.endsWith(`/failures/${failure}.jpg`))
  if (found === undefined) throw new Error(`No asset fails with ${failure}`)
  return metadataUrl(cloud, found.assetId)
}

const quick = { dripMs: 0, slowStepMs: 0, bombBytes: 8 * 1024 * 1024 }

describe('failing assets', () => {
  it('are all tested here', async () => {
    const cloud = await startCloud()
    const names = cloud.assets
      .filter(({ failing }) => failing)
      .flatMap(({ path }) => /\/failures\/([^/]+)\.jpg$/.exec(path)?.[1] ?? [])
    expect(names.sort()).toEqual([...Object.keys(oneAnswer), ...unfinished].sort())
  })

  it.each(Object.entries(oneAnswer))('%s', async (failure, check) => {
    const cloud = await startCloud({ switches: quick })
    const answer = await call(urlOf(cloud, failure), { headers: await signIn(cloud, 'Reader') })
    check(answer, cloud)
  })

  it('unauthorized-once works with a renewed token, and not with the old one', async () => {
    const cloud = await startCloud()
    const url = urlOf(cloud, 'unauthorized-once')
    const first = await signIn(cloud, 'Reader')
    await call(url, { headers: first })
    expect((await call(url, { headers: first })).status).toBe(401)
    expect((await call(url, { headers: await signIn(cloud, 'Reader') })).status).toBe(200)
  })

  it.each(['throttled-once', 'unavailable-once'])('%s works the second time', async (failure) => {
    const cloud = await startCloud()
    const headers = await signIn(cloud, 'Reader')
    await call(urlOf(cloud, failure), { headers })
    works(await call(urlOf(cloud, failure), { headers }))
  })

  it('hang sends nothing until the cloud closes', async () => {
    const cloud = await startCloud()
    const pending = call(urlOf(cloud, 'hang'), { headers: await signIn(cloud, 'Reader') })
    await vi.waitUntil(() => cloud.requests.some(({ server }) => server === 'aem'))
    await cloud.close()
    expect(await pending).toMatchObject({ status: null })
  })

  it('headers-then-silence sends headers and no body until the cloud closes', async () => {
    const cloud = await startCloud()
    const headers = await signIn(cloud, 'Reader')
    const pending = call(urlOf(cloud, 'headers-then-silence'), {
      headers,
      onRequest: (request) => request.on('response', () => void cloud.close()),
    })
    expect(await pending).toMatchObject({ status: 200, complete: false, body: Buffer.alloc(0) })
  })

  it('endless-body outgrows any client', async () => {
    const cloud = await startCloud()
    let received = 0
    await call(urlOf(cloud, 'endless-body'), {
      headers: await signIn(cloud, 'Reader'),
      onRequest: (request) =>
        request.on('response', (response) =>
          response.on('data', (chunk: Buffer) => {
            received += chunk.length
            if (received > 5_000_000) request.destroy()
          }),
        ),
    })
    expect(received).toBeGreaterThan(5_000_000)
  })

  it('redirects point wherever the caller wants', async () => {
    const cloud = await startCloud({ redirectTarget: 'http://127.0.0.1:9/trap' })
    const answer = await call(urlOf(cloud, 'redirect-302'), { headers: await signIn(cloud, 'Reader') })
    expect(answer.headers.location).toBe('http://127.0.0.1:9/trap')
  })
})
