import { describe, expect, it, vi } from 'vitest'
import { createReadAssets, parallelReadings } from '../../../src/main/assets/read-assets'
import { createAccessTokens } from '../../../src/main/calls/access-tokens'
import type { Wait } from '../../../src/main/calls/clock'
import { cancelled } from '../../../src/main/failures/failure'
import { createMetadata } from '../../../src/main/metadata/metadata'
import type { AssetOutcome, AssetsProgress } from '../../../src/shared/asset-list'
import { causeOf, errorOf } from '../../support/failures'
import { createNodeHttp } from '../../support/node-http'
import { serve } from '../../support/serve'
import { createSettableClock } from '../../support/settable-clock'
import { type Answer, answerJson, type SeenRequest } from '../../support/test-server'

function idOf(number: number): string {
  return `urn:aaid:aem:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}
function ids(count: number): string[] {
  return Array.from({ length: count }, (_, index) => idOf(index))
}
function numberIn({ path }: SeenRequest): number {
  return Number(/(\d{12})\/metadata$/.exec(path)?.[1])
}

function documentOf(number: number) {
  return {
    assetMetadata: { 'dc:title': `Asset ${number}` },
    repositoryMetadata: {
      'repo:name': `${number}.jpg`,
      'repo:path': `/content/dam/${number}.jpg`,
      'repo:size': 1_000 + number,
      'dc:format': 'image/jpeg',
    },
  }
}
const answerDocument: Answer = (request, response) => answerJson(response, documentOf(numberIn(request)))
function throttle(headers: Readonly<Record<string, string>> = { 'Retry-After': '7' }): Answer {
  return (_request, response) => {
    response.writeHead(429, headers).end()
  }
}

const notFound = {
  type: 'https://api.adobeaemcloud.com/adobe/meta/errors/not_found',
  detail: 'Asset not found.',
}

const grantToken: Answer = (_request, response) =>
  answerJson(response, { access_token: 'token', token_type: 'bearer', expires_in: 86_399 })

/** Pauses are over at once. */
const noWait: Wait = async () => undefined

async function setUp(answer: Answer = answerDocument, { answerToken = grantToken, wait = noWait } = {}) {
  const ims = await serve(answerToken)
  const aem = await serve(answer)
  const clock = createSettableClock()
  const http = createNodeHttp()
  const tokens = createAccessTokens(http, clock)
  const metadata = createMetadata(http, tokens, clock)
  const outcomes: AssetOutcome[] = []
  const told: Omit<AssetsProgress, 'ticket'>[] = []
  const pauses: (number | null)[] = []
  const readAssets = createReadAssets({ metadata, tokens, wait })
  const target = {
    connectionId: 'c',
    bucket: 'author-p1-e2',
    aemHost: aem.origin,
    author: aem.origin,
    need: {
      connectionId: 'c',
      imsHost: ims.origin,
      clientId: 'client',
      scopes: ['openid'],
      readSecret: async () => 'secret',
    },
  }
  async function read(assetIds: readonly string[], signal = new AbortController().signal) {
    const { rest, ...counts } = await readAssets(target, assetIds, signal, (progress) => {
      told.push(progress)
      outcomes.push(...progress.outcomes)
      if (progress.outcomes.length === 0) pauses.push(progress.pauseSeconds)
    })
    outcomes.push(...rest)
    return counts
  }
  return { ims, aem, read, outcomes, told, pauses }
}

describe('reading many assets', () => {
  it('tells of each what a list shows', async () => {
    const { read, outcomes } = await setUp()
    await read([idOf(3)])
    expect(outcomes).toEqual([
      {
        assetId: idOf(3),
        outcome: 'read',
        summary: {
          title: 'Asset 3',
          name: '3.jpg',
          path: '/content/dam/3.jpg',
          format: 'image/jpeg',
          size: 1_003,
        },
      },
    ])
  })

  it('gets one token for all', async () => {
    const { ims, read } = await setUp()
    const counts = await read(ids(40))
    expect([counts, ims.seen.length]).toEqual([{ read: 40, failed: 0, left: 0 }, 1])
  })

  it('asks for an asset once, however often it is named', async () => {
    const { aem, read } = await setUp()
    const counts = await read([idOf(1), idOf(2), idOf(1), idOf(1)])
    expect([counts.read, aem.seen.length]).toEqual([2, 2])
  })

  it('has as many requests under way as it may, and never more', async () => {
    const open = new Set<() => void>()
    let most = 0
    const { aem, read } = await setUp((request, response) => {
      open.add(() => answerJson(response, documentOf(numberIn(request))))
      most = Math.max(most, open.size)
      // Answers only when all that may come are there.
      const expected = Math.min(parallelReadings, 20 - aem.seen.length + open.size)
      if (open.size < expected) return
      for (const answer of open) answer()
      open.clear()
    })
    expect(await read(ids(20))).toMatchObject({ read: 20 })
    expect(most).toBe(parallelReadings)
  })

  it('leaves an asset that is read again to its ETag', async () => {
    const { aem, read, outcomes } = await setUp((request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end()
      else answerJson(response, documentOf(numberIn(request)), 200, { ETag: '"1"' })
    })
    await read([idOf(1)])
    await read([idOf(1)])
    expect(aem.seen[1]?.headers['if-none-match']).toBe('"1"')
    expect(outcomes[1]).toEqual(outcomes[0])
  })
})

describe('a failure', () => {
  it('of one asset is an outcome, and the others are read', async () => {
    const { read, outcomes } = await setUp((request, response, incoming) => {
      if (numberIn(request) === 2) answerJson(response, notFound, 404)
      else answerDocument(request, response, incoming)
    })
    expect(await read(ids(9))).toEqual({ read: 8, failed: 1, left: 0 })
    expect(outcomes.find(({ assetId }) => assetId === idOf(2))).toMatchObject({
      outcome: 'failed',
      error: { kind: 'failure', cause: 'aem-asset-not-found', evidence: null },
    })
  })

  it('to get a token ends it before AEM is asked', async () => {
    const { aem, read } = await setUp(answerDocument, {
      answerToken: (_request, response) =>
        answerJson(response, { error: 'invalid_client', error_description: 'invalid client_secret' }, 401),
    })
    expect([await causeOf(read(ids(9))), aem.seen]).toEqual(['ims-secret-refused', []])
  })

  it('that meets every asset alike leaves the rest alone', async () => {
    const { aem, read } = await setUp((_request, response) =>
      answerJson(response, { detail: 'IMS Client ID not allowlisted.' }, 403),
    )
    const { read: count, failed, left } = await read(ids(200))
    expect(count).toBe(0)
    expect(failed).toBeLessThan(20 + parallelReadings)
    expect(aem.seen).toHaveLength(200 - left)
  })

  it('that is told of every asset by itself leaves none out', async () => {
    const { read } = await setUp((_request, response) => answerJson(response, notFound, 404))
    expect(await read(ids(60))).toEqual({ read: 0, failed: 60, left: 0 })
  })
})

describe('calls that AEM holds back', () => {
  /** Refuses each asset that often before it is read. */
  function throttling(times: number, refuse = throttle()): Answer {
    const refused = new Map<number, number>()
    return (request, response, incoming) => {
      const before = refused.get(numberIn(request)) ?? 0
      refused.set(numberIn(request), before + 1)
      if (before < times) refuse(request, response, incoming)
      else answerDocument(request, response, incoming)
    }
  }

  it('are made again after the pause that it asks for', async () => {
    const { read, pauses } = await setUp(throttling(1))
    expect(await read([idOf(1)])).toEqual({ read: 1, failed: 0, left: 0 })
    expect(pauses).toEqual([7, null])
  })

  it('hold back all others for the same time', async () => {
    const pause = { isOn: false, end: () => undefined as unknown }
    const held: (() => void)[] = []
    let askedMeanwhile = 0
    const wait: Wait = (milliseconds) => {
      if (milliseconds < 1_000) return Promise.resolve()
      pause.isOn = true
      for (const answer of held) answer()
      return new Promise((resolve) => {
        pause.end = () => {
          pause.isOn = false
          resolve(undefined)
        }
      })
    }
    const { aem, read, outcomes, told } = await setUp(
      (request, response, incoming) => {
        if (pause.isOn) askedMeanwhile++
        if (aem.seen.length > parallelReadings) answerDocument(request, response, incoming)
        // The last of those under way is refused, and only then are the others answered.
        else if (aem.seen.length === parallelReadings) throttle()(request, response, incoming)
        else held.push(() => answerDocument(request, response, incoming))
      },
      { wait },
    )
    const reading = read(ids(20))
    await vi.waitFor(() => expect(outcomes).toHaveLength(parallelReadings - 1))
    expect(told.at(-1)?.pauseSeconds).toBe(7)
    pause.end()
    expect([await reading, askedMeanwhile]).toEqual([{ read: 20, failed: 0, left: 0 }, 0])
  })

  it.each([
    ['an hour', { 'Retry-After': '3600' }, 30],
    ['no time that it says', {}, 5],
  ])('for %s wait for a bounded time', async (_, headers, seconds) => {
    const { read, pauses } = await setUp(throttling(1, throttle(headers)))
    await read([idOf(1)])
    expect(pauses[0]).toBe(seconds)
  })

  /** Pauses that end when the test lets them; what is not held back for a second is no pause. */
  function holdPauses() {
    const pauses: { milliseconds: number; end: () => void }[] = []
    const wait: Wait = (milliseconds) =>
      milliseconds < 1_000
        ? Promise.resolve()
        : new Promise((resolve) => {
            pauses.push({ milliseconds, end: () => resolve(undefined) })
          })
    return { pauses, wait }
  }

  it('hold back the next assets also where one is given up', async () => {
    const { pauses, wait } = holdPauses()
    const stop = new AbortController()
    const { aem, read } = await setUp(throttle(), { wait })
    const reading = errorOf(read(ids(2 * parallelReadings), stop.signal))
    for (const round of [1, 2, 3]) {
      await vi.waitFor(() => expect(pauses).toHaveLength(parallelReadings))
      expect(aem.seen).toHaveLength(round * parallelReadings)
      if (round === 3) stop.abort(cancelled())
      for (const { end } of pauses.splice(0)) end()
    }
    expect([await reading, aem.seen.length]).toEqual([{ kind: 'cancelled' }, 3 * parallelReadings])
  })

  it('wait for the later end when one of them is held back for longer meanwhile', async () => {
    const { pauses: running, wait } = holdPauses()
    const answers: (() => void)[] = []
    const { aem, read, pauses } = await setUp(
      (request, response, incoming) => {
        if (aem.seen.length > 2) answerDocument(request, response, incoming)
        else
          answers.push(() =>
            throttle({ 'Retry-After': numberIn(request) === 1 ? '2' : '9' })(request, response, incoming),
          )
      },
      { wait },
    )
    const reading = read([idOf(1), idOf(2)])
    await vi.waitFor(() => expect(answers).toHaveLength(2))
    for (const [index, answer] of answers.entries()) {
      answer()
      await vi.waitFor(() => expect(running).toHaveLength(index + 1))
    }
    running.find(({ milliseconds }) => milliseconds === 2_000)?.end()
    await new Promise((resolve) => setImmediate(resolve))
    expect(aem.seen).toHaveLength(2)
    running.find(({ milliseconds }) => milliseconds === 9_000)?.end()
    expect(await reading).toEqual({ read: 2, failed: 0, left: 0 })
    expect(pauses.at(-2)).toBe(9)
  })

  it('with 503 wait only where it says for how long', async () => {
    const { read, pauses } = await setUp((request, response, incoming) => {
      const isFirst = numberIn(request) === 1
      if (isFirst) response.writeHead(503).end()
      else if (pauses.length === 0) response.writeHead(503, { 'Retry-After': '4' }).end()
      else answerDocument(request, response, incoming)
    })
    expect(await read([idOf(1)])).toMatchObject({ failed: 1 })
    expect(pauses).toEqual([])
    expect(await read([idOf(2)])).toMatchObject({ read: 1 })
    expect(pauses).toEqual([4, null])
  })

  it('are made three times at most', async () => {
    const { aem, read } = await setUp(throttle())
    expect(await read([idOf(1)])).toEqual({ read: 0, failed: 1, left: 0 })
    expect(aem.seen).toHaveLength(3)
  })
})

describe('a cancel', () => {
  it('ends it with its reason, and tells what was read until then', async () => {
    const stop = new AbortController()
    const { read, outcomes } = await setUp((request, response, incoming) => {
      if (numberIn(request) === 10) stop.abort(cancelled())
      else answerDocument(request, response, incoming)
    })
    expect(await errorOf(read(ids(500), stop.signal))).toEqual({ kind: 'cancelled' })
    expect(outcomes.length).toBeGreaterThan(0)
    expect(outcomes.every(({ outcome }) => outcome === 'read')).toBe(true)
  })

  it('sends nothing more', async () => {
    const stop = new AbortController()
    const { aem, read } = await setUp((request, response, incoming) => {
      if (numberIn(request) === 10) stop.abort(cancelled())
      else answerDocument(request, response, incoming)
    })
    await errorOf(read(ids(500), stop.signal))
    expect(aem.seen.length).toBeLessThanOrEqual(10 + 2 * parallelReadings)
  })

  it('before it began asks nobody', async () => {
    const { ims, aem, read } = await setUp()
    expect(await errorOf(read(ids(5), AbortSignal.abort(cancelled())))).toEqual({ kind: 'cancelled' })
    expect([ims.seen, aem.seen]).toEqual([[], []])
  })
})
