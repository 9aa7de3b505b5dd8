import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createAccessTokens } from '../../../src/main/calls/access-tokens'
import type { ReportStage } from '../../../src/main/calls/running-work'
import { cancelled } from '../../../src/main/failures/failure'
import { createMetadata } from '../../../src/main/metadata/metadata'
import type { MetadataTarget } from '../../../src/main/metadata/metadata-request'
import type { RequestStage } from '../../../src/shared/metadata'
import { countRows } from '../../../src/shared/metadata-rows'
import { causeOf, errorOf } from '../../support/failures'
import { createNodeHttp } from '../../support/node-http'
import { serve } from '../../support/serve'
import { createSettableClock } from '../../support/settable-clock'
import { type Answer, answerJson } from '../../support/test-server'

const assetId = 'urn:aaid:aem:12345678-abcd-4321-9876-0123456789ab'
const document = '{"assetId":"x","assetMetadata":{"dc:title":"Bike","size":9007199254740993}}'

function sending(
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): Answer {
  return (_request, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(body)
  }
}

function problem(name: string, detail: string) {
  return JSON.stringify({ type: `https://api.adobeaemcloud.com/adobe/meta/errors/${name}`, detail })
}

/** Answers in turn; the last one again and again. */
function inTurn(...answers: readonly Answer[]): Answer {
  let calls = 0
  return (...exchange) => answers[Math.min(calls++, answers.length - 1)]?.(...exchange)
}

async function setUp(answer: Answer = sending(document)) {
  let granted = 0
  const ims = await serve((_request, response) =>
    answerJson(response, { access_token: `token-${++granted}`, token_type: 'bearer', expires_in: 86_399 }),
  )
  const aem = await serve(answer)
  const clock = createSettableClock(Date.parse('2026-03-01T12:00:00Z'))
  const http = createNodeHttp()
  const metadata = createMetadata(http, createAccessTokens(http, clock), clock)
  function targetOf(change: Partial<MetadataTarget> = {}): MetadataTarget {
    return {
      connectionId: 'connection-1',
      bucket: 'author-p1-e2',
      assetId,
      aemHost: aem.origin,
      author: aem.origin,
      need: needOf(ims.origin),
      ...change,
    }
  }
  const stages: RequestStage[] = []
  function note(stage: RequestStage): void {
    stages.push(stage)
  }
  function read(
    change: Partial<MetadataTarget> = {},
    signal = new AbortController().signal,
    report: ReportStage = note,
  ) {
    return metadata.read(targetOf(change), signal, report)
  }
  return { ims, aem, clock, metadata, read, stages }
}

function needOf(
  imsHost: string,
  clientId = 'client-1',
  connectionId = 'connection-1',
): MetadataTarget['need'] {
  return {
    connectionId,
    imsHost,
    clientId,
    scopes: ['openid'],
    readSecret: async () => 'secret-1',
  }
}

describe('the request for metadata', () => {
  it('is a GET of the asset, with its colons as they are', async () => {
    const { aem, read } = await setUp()
    await read()
    expect(aem.seen).toMatchObject([{ method: 'GET', path: `/adobe/assets/${assetId}/metadata`, body: '' }])
  })

  it('has token, API key, experimental switch and nothing to match', async () => {
    const { aem, read } = await setUp()
    await read()
    const headers = aem.seen[0]?.headers
    expect([
      headers?.authorization,
      headers?.['x-api-key'],
      headers?.['x-adobe-accept-experimental'],
      headers?.accept,
      headers?.['if-none-match'],
      headers?.cookie,
    ]).toEqual(['Bearer token-1', 'client-1', '1', 'application/json', undefined, undefined])
  })

  it('has nothing of the token in its address', async () => {
    const { aem, read } = await setUp()
    await read()
    expect(aem.seen[0]?.path).not.toContain('token')
  })

  it('tells its stages', async () => {
    const { read, stages } = await setUp()
    await read()
    expect([...new Set(stages)]).toEqual(['token', 'asset', 'body', 'parse'])
  })
})

describe('a reading', () => {
  it('is the body as it came, with its table', async () => {
    const { aem, read } = await setUp(sending(document, { ETag: '"1"' }))
    const reading = await read()
    expect({ ...reading, rows: countRows(reading.rows), durationMs: 0 }).toEqual({
      connectionId: 'connection-1',
      author: aem.origin,
      clientId: 'client-1',
      assetId,
      url: `${aem.origin}/adobe/assets/${assetId}/metadata`,
      text: document,
      rows: 5,
      etag: '"1"',
      readAt: '2026-03-01T12:00:00.000Z',
      confirmedAt: null,
      bytes: Buffer.byteLength(document),
      durationMs: 0,
      hasInvalidBytes: false,
      exchange: expect.anything(),
    })
  })

  it.each(['application/json', 'application/hal+json; charset=utf-8'])('may be %s', async (type) => {
    const { read } = await setUp(sending(document, { 'Content-Type': type }))
    expect((await read()).text).toBe(document)
  })

  it('leaves out a byte order mark', async () => {
    const { read } = await setUp(sending(`\ufeff${document}`))
    expect((await read()).text).toBe(document)
  })

  it('tells of bytes that are not UTF-8', async () => {
    const { read } = await setUp(sending(Buffer.from('{"assetMetadata":"\xe9"}', 'latin1')))
    expect(await read()).toMatchObject({ hasInvalidBytes: true, text: '{"assetMetadata":"\ufffd"}' })
  })

  it('is decompressed', async () => {
    const { read } = await setUp(sending(gzipSync(document), { 'Content-Encoding': 'gzip' }))
    expect((await read()).text).toBe(document)
  })
})

describe('an answer that is not metadata', () => {
  it.each<[string, Answer]>([
    ['aem-web-page', sending('<html>Hello</html>', { 'Content-Type': 'text/html' })],
    ['aem-empty', sending('')],
    ['aem-empty', sending('', {}, 204)],
    ['aem-empty', sending('', {}, 304)],
    ['aem-not-metadata', sending(document, { 'Content-Type': 'application/octet-stream' })],
    ['aem-not-metadata', sending('\xff\xd8', { 'Content-Type': 'image/jpeg' })],
    ['aem-not-metadata', sending('[1]')],
    ['aem-not-metadata', sending('"text"')],
    ['aem-not-metadata', sending('{"a":1} trailing')],
    ['aem-cut-off', sending('{"a":1,"b"')],
    ['body-too-deep', sending('['.repeat(5_000) + ']'.repeat(5_000))],
    ['aem-cut-off', sending(document, { 'Content-Encoding': 'gzip' })],
    [
      'aem-client-not-allowlisted',
      sending(problem('forbidden', 'IMS Client ID not allowlisted. Allowlist it.'), {}, 403),
    ],
    [
      'aem-scopes-missing',
      sending(problem('forbidden', 'The access token is missing required scopes.'), {}, 403),
    ],
    ['gateway-api-key-refused', sending('{"error_code":"403003","message":"Api Key is invalid"}', {}, 403)],
    ['aem-asset-not-found', sending(problem('not_found', 'Asset not found.'), {}, 404)],
    [
      'aem-path-unknown',
      sending(problem('not_found', 'No RequestProcessor can handle this request.'), {}, 404),
    ],
    ['aem-version-refused', sending(problem('not_acceptable', 'x'), {}, 406)],
    ['aem-changed-meanwhile', sending(problem('precondition_failed', 'x'), {}, 412)],
    ['aem-throttled', sending('', { 'Retry-After': '7' }, 429)],
    ['aem-unavailable', sending('', {}, 500)],
    ['aem-unavailable', sending('', {}, 502)],
    ['aem-unavailable', sending('', {}, 503)],
    ['aem-unavailable', sending('', {}, 504)],
  ])('is %s', async (cause, answer) => {
    const { read } = await setUp(answer)
    expect(await causeOf(read())).toBe(cause)
  })

  it('says how long to wait', async () => {
    const { read } = await setUp(sending('', { 'Retry-After': '7' }, 429))
    expect(await errorOf(read())).toMatchObject({ values: { retryAfterSeconds: 7 } })
  })

  it('is asked for once', async () => {
    const { aem, read } = await setUp(sending('', {}, 503))
    await causeOf(read())
    expect(aem.seen).toHaveLength(1)
  })

  it('is not held', async () => {
    const { aem, read } = await setUp(inTurn(sending('{', { ETag: '"1"' }), sending(document)))
    await causeOf(read())
    await read()
    expect(aem.seen[1]?.headers).not.toHaveProperty('if-none-match')
  })

  it('shows no token that it sends back', async () => {
    const { read } = await setUp(({ headers }, response) => answerJson(response, { got: headers }, 500))
    expect(JSON.stringify(await errorOf(read()))).not.toContain('token-1')
  })

  it.each([301, 302, 303, 307, 308])(
    'is a redirect with status %i, and nothing arrives where it points',
    async (status) => {
      const elsewhere = await serve(sending(document))
      const { read } = await setUp(sending('', { Location: `${elsewhere.origin}/x` }, status))
      expect([await causeOf(read()), elsewhere.seen]).toEqual(['redirected', []])
    },
  )

  it('is a connection that breaks inside the body', async () => {
    const { read } = await setUp((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' })
      response.write('{"a":1}', () => response.destroy())
    })
    expect(await causeOf(read())).toMatch(/^(connection-lost|aem-cut-off)$/)
  })
})

describe('a token that AEM does not take', () => {
  const unauthorized = sending(problem('unauthorized', 'x'), {}, 401)

  it('is replaced once, and the call is sent again', async () => {
    const { aem, read } = await setUp(inTurn(unauthorized, sending(document)))
    await read()
    expect(aem.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2'])
  })

  it('ends the reading when the new one is not taken either', async () => {
    const { ims, aem, read } = await setUp(unauthorized)
    expect([await causeOf(read()), aem.seen.length, ims.seen.length]).toEqual(['aem-token-refused', 2, 2])
  })
})

describe('metadata that is held', () => {
  const notModified = sending('', {}, 304)

  it('is asked for by its ETag', async () => {
    const { aem, read } = await setUp(sending(document, { ETag: 'W/"a,b"' }))
    await read()
    await read()
    expect(aem.seen[1]?.headers['if-none-match']).toBe('W/"a,b"')
  })

  it('is shown again when AEM says that it is current, with the time of that word', async () => {
    const { clock, read } = await setUp(inTurn(sending(document, { ETag: '"1"' }), notModified))
    await read()
    clock.pass(60_000)
    expect(await read()).toMatchObject({
      text: document,
      etag: '"1"',
      readAt: '2026-03-01T12:00:00.000Z',
      confirmedAt: '2026-03-01T12:01:00.000Z',
    })
  })

  it('gives way to a new body', async () => {
    const { read } = await setUp(
      inTurn(sending(document, { ETag: '"1"' }), sending('{"assetMetadata":1}', { ETag: '"2"' })),
    )
    await read()
    expect(await read()).toMatchObject({ text: '{"assetMetadata":1}', etag: '"2"', confirmedAt: null })
  })

  it('is asked for by its ETag again with a new token', async () => {
    const { aem, read } = await setUp(
      inTurn(sending(document, { ETag: '"1"' }), sending(problem('unauthorized', 'x'), {}, 401), notModified),
    )
    await read()
    await read()
    expect(aem.seen[2]?.headers).toMatchObject({ authorization: 'Bearer token-2', 'if-none-match': '"1"' })
  })

  it('is not taken as confirmed by a 304 that nobody asked for', async () => {
    const { read } = await setUp(inTurn(sending(document), notModified))
    await read()
    expect(await causeOf(read())).toBe('aem-empty')
  })

  it.each(['*', 'abc', '"a"b"', 'W/abc', '"a b"', '"é"', `"${'x'.repeat(8_192)}"`])(
    'is not asked for by an odd ETag: %s',
    async (etag) => {
      const { aem, read } = await setUp(sending(document, { ETag: Buffer.from(etag).toString('latin1') }))
      const reading = await read()
      await read()
      expect([reading.etag, aem.seen[1]?.headers['if-none-match']]).toEqual([null, undefined])
    },
  )

  it('of another connection is not asked for by its ETag', async () => {
    const { aem, ims, read } = await setUp(sending(document, { ETag: '"1"' }))
    await read()
    await read({ connectionId: 'connection-2', need: needOf(ims.origin, 'client-1', 'connection-2') })
    expect(aem.seen[1]?.headers).not.toHaveProperty('if-none-match')
  })

  it('of another client is not asked for by its ETag', async () => {
    const { aem, ims, read } = await setUp(sending(document, { ETag: '"1"' }))
    await read()
    await read({ need: needOf(ims.origin, 'client-2') })
    expect(aem.seen[1]?.headers).not.toHaveProperty('if-none-match')
  })

  it('of another asset is not asked for by its ETag', async () => {
    const { aem, read } = await setUp(sending(document, { ETag: '"1"' }))
    await read()
    await read({ assetId: 'urn:aaid:aem:00000000-abcd-4321-9876-0123456789ab' })
    expect(aem.seen[1]?.headers).not.toHaveProperty('if-none-match')
  })

  it('of another host is not asked for by its ETag', async () => {
    const other = await serve(sending(document))
    const { read } = await setUp(sending(document, { ETag: '"1"' }))
    await read()
    await read({ aemHost: other.origin })
    expect(other.seen[0]?.headers).not.toHaveProperty('if-none-match')
  })

  it('is gone when its connection was changed', async () => {
    const { aem, metadata, read } = await setUp(sending(document, { ETag: '"1"' }))
    await read()
    metadata.drop('connection-1')
    await read()
    expect(aem.seen[1]?.headers).not.toHaveProperty('if-none-match')
  })

  it('stays when another connection was changed', async () => {
    const { aem, metadata, read } = await setUp(sending(document, { ETag: '"1"' }))
    await read()
    metadata.drop('connection')
    await read()
    expect(aem.seen[1]?.headers['if-none-match']).toBe('"1"')
  })
})

describe('a reading that is cancelled', () => {
  /** Cancels as soon as the reading tells that stage. */
  async function cancelAt(stage: RequestStage, answer: Answer) {
    const { ims, aem, metadata } = await setUp(answer)
    const controller = new AbortController()
    const target = {
      connectionId: 'c',
      bucket: 'b',
      assetId,
      aemHost: aem.origin,
      author: aem.origin,
      need: needOf(ims.origin),
    }
    const reading = metadata.read(target, controller.signal, (reached) => {
      if (reached === stage) queueMicrotask(() => controller.abort('enough'))
    })
    return reading.then(
      () => 'went on',
      (reason: unknown) => reason,
    )
  }
  const halfAndSilence: Answer = (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).write('{"a":')
  }
  const silence: Answer = () => undefined

  it.each<[RequestStage, Answer]>([
    ['token', silence],
    ['asset', silence],
    ['body', halfAndSilence],
  ])('at the stage of the %s ends with the reason of the one who cancelled', async (stage, answer) => {
    expect(await cancelAt(stage, answer)).toBe('enough')
  })

  it('before it began sends nothing', async () => {
    const { ims, aem, read } = await setUp()
    await expect(read({}, AbortSignal.abort('enough'))).rejects.toBe('enough')
    expect([ims.seen, aem.seen]).toEqual([[], []])
  })

  it('leaves what was held', async () => {
    const controller = new AbortController()
    const cancelling: Answer = () => controller.abort('enough')
    const { aem, read } = await setUp(
      inTurn(sending(document, { ETag: '"1"' }), cancelling, sending(document)),
    )
    await read()
    await expect(read({}, controller.signal)).rejects.toBe('enough')
    await read()
    expect(aem.seen.at(-1)?.headers['if-none-match']).toBe('"1"')
  })
})

describe('a reading under way when its connection is forgotten', () => {
  it('is not cached, however late that is', async () => {
    const stop = new AbortController()
    const { aem, metadata, read } = await setUp(sending(document, { ETag: '"1"' }))
    const stages: RequestStage[] = []
    // The answer is there, and is about to be understood.
    await expect(
      read({}, stop.signal, (stage) => {
        stages.push(stage)
        if (stage !== 'parse') return
        stop.abort(cancelled())
        metadata.drop('connection-1')
      }),
    ).rejects.toMatchObject({ error: { kind: 'cancelled' } })
    await read()
    expect([stages.at(-1), aem.seen[1]?.headers['if-none-match']]).toEqual(['parse', undefined])
  })
})
