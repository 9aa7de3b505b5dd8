import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cancelled } from '../../../src/main/failures/failure'
import type { SearchFilters } from '../../../src/shared/search'
import { causeOf } from '../../support/failures'
import { type Answer, answerJson } from '../../support/test-server'
import { searchInCloud, searchOnServer } from './search-bench'

function idOf(number: number): string {
  return `urn:aaid:aem:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

/** Serves pages by the number that is their cursor. */
function servePages(pages: readonly (readonly number[])[], endsWithCursor = false): Answer {
  return (request, response) => {
    const { cursor }: { cursor?: string } = JSON.parse(request.body)
    const at = Number(cursor ?? 0)
    const isLast = at >= pages.length - 1
    answerJson(response, {
      hits: { results: (pages[at] ?? []).map((number) => ({ assetId: idOf(number) })) },
      ...(isLast && !endsWithCursor ? {} : { cursor: String(isLast ? at : at + 1) }),
    })
  }
}

describe('paging', () => {
  it('tells every asset once, whatever the cut, in its order, and counts every hit once', async () => {
    const pages = fc.array(fc.array(fc.nat(60), { maxLength: 12 }), { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(pages, async (cut) => {
        const { search } = await searchOnServer(servePages(cut))
        const { outcome, found } = await search()
        const sent = cut.flat()
        const different = [...new Set(sent)]
        expect(found.map(({ assetId }) => assetId)).toEqual(different.map(idOf))
        expect(outcome).toMatchObject({
          counts: {
            read: sent.length,
            matching: different.length,
            repeated: sent.length - different.length,
            others: 0,
            unreadable: 0,
          },
          stop: null,
        })
      }),
      { numRuns: 60 },
    )
  })

  it('ends where a cursor comes again', async () => {
    const { search, aem } = await searchOnServer(servePages([[1], [2]], true))
    const { outcome, found } = await search()
    expect([found.length, outcome]).toMatchObject([2, { stop: { why: 'cursor-lost' } }])
    expect(aem.seen.length).toBeLessThan(5)
  })

  it('goes on past an empty page', async () => {
    const { search } = await searchOnServer(servePages([[1], [], [2]]))
    expect((await search()).found).toHaveLength(2)
  })

  it('tells of a lost cursor, and gives what was read', async () => {
    const { search } = await searchInCloud({ searchCursorPages: 2 })
    const { outcome, found } = await search()
    expect([found.length, outcome]).toMatchObject([
      100,
      { counts: { read: 100 }, stop: { why: 'cursor-lost', evidence: { status: 400 } } },
    ])
  })

  it('tells of assets that came twice because one changed meanwhile', async () => {
    const { search } = await searchInCloud({ searchChangesBetweenPages: true })
    const { outcome, found } = await search()
    const ids = found.map(({ assetId }) => assetId)
    expect(new Set(ids).size).toBe(ids.length)
    if (outcome.outcome !== 'found') throw new Error('Nothing was found')
    expect(outcome.counts.repeated).toBeGreaterThan(0)
    expect(outcome.counts.matching).toBeLessThan(outcome.counts.total?.value ?? 0)
  })

  it('waits where AEM asks for it, and says so', async () => {
    const { search } = await searchInCloud({ searchBusyPage: 2 })
    const { outcome, reports } = await search()
    expect(reports.map(({ pauseSeconds }) => pauseSeconds)).toContain(1)
    expect(outcome).toMatchObject({ stop: null })
  })

  it('keeps what was read where a later page fails', async () => {
    const whole = servePages([[1], [2], [3]])
    let calls = 0
    const { search } = await searchOnServer((request, response, incoming) =>
      ++calls < 3 ? whole(request, response, incoming) : void response.writeHead(503).end(),
    )
    const { outcome, found } = await search()
    expect([found.length, outcome]).toMatchObject([
      2,
      { stop: { why: 'failed', error: { kind: 'failure', cause: 'aem-unavailable' } } },
    ])
  })

  it('ends when it is canceled', async () => {
    const controller = new AbortController()
    const { search } = await searchOnServer((request, response, incoming) => {
      if (request.body.includes('cursor')) controller.abort(cancelled())
      servePages([[1], [2], [3]])(request, response, incoming)
    })
    await expect(search({}, controller.signal)).rejects.toMatchObject({ error: { kind: 'cancelled' } })
  })
})

describe('the answer', () => {
  it.each(['hits.results', 'items', 'hits', 'results'] as const)('is read in %s', async (searchAnswer) => {
    const { search } = await searchInCloud({ searchAnswer })
    const { outcome, found } = await search({ text: 'polar-dome studio' })
    expect([found, outcome]).toMatchObject([
      [
        {
          title: 'Polar Dome, studio',
          name: 'polar-dome_studio.jpg',
          format: 'image/jpeg',
          state: 'rejected',
        },
      ],
      { unknownPlace: null },
    ])
  })

  it('is read in a place that nobody has described, and says which', async () => {
    const { search } = await searchInCloud({ searchAnswer: 'found' })
    const { outcome, found } = await search({ text: 'polar-dome studio' })
    expect([found.length, outcome]).toMatchObject([1, { unknownPlace: 'found' }])
  })

  it.each([
    ['eq', true],
    ['gte', false],
  ] as const)('counts %s', async (searchTotal, isExact) => {
    const { search } = await searchInCloud({ searchTotal })
    const { outcome } = await search({ text: 'canoe' })
    expect(outcome).toMatchObject({ counts: { total: { value: expect.any(Number), isExact } } })
  })

  it('may leave the count out', async () => {
    const { search } = await searchInCloud({ searchTotal: 'none' })
    expect((await search({ text: 'canoe' })).outcome).toMatchObject({ counts: { total: null } })
  })

  it('counts what has no asset ID', async () => {
    const { search } = await searchOnServer((_request, response) =>
      answerJson(response, { items: [{ assetId: 'urn:other:1' }, { assetId: idOf(1) }, { name: 'x' }] }),
    )
    const { outcome, found } = await search()
    expect([found.length, outcome]).toMatchObject([1, { counts: { read: 3, unreadable: 2, matching: 1 } }])
  })
})

describe('where there is no search', () => {
  it('says so: 404', async () => {
    const { search } = await searchInCloud({ search: false })
    expect((await search()).outcome).toMatchObject({
      outcome: 'unavailable',
      reason: 'not-there',
      evidence: { method: 'POST', status: 404 },
    })
  })

  it.each([
    ['400', 'refused', 400, '{"title":"Bad Request"}'],
    ['JSON of another kind', 'unknown-answer', 200, '{"message":"hello"}'],
    ['a list', 'unknown-answer', 200, '[1]'],
  ])('says so: %s', async (_what, reason, status, body) => {
    const { search } = await searchOnServer((_request, response) => answerJson(response, body, status))
    expect((await search()).outcome).toMatchObject({ outcome: 'unavailable', reason })
  })

  it.each([
    ['aem-client-not-allowlisted', 403, '{"detail":"IMS Client ID not allowlisted. x"}'],
    ['aem-throttled', 429, ''],
  ])('is no other failure: %s', async (cause, status, body) => {
    const { search } = await searchOnServer((_request, response) => answerJson(response, body, status))
    expect(await causeOf(search())).toBe(cause)
  })
})

const shop = '/content/dam/fjordline-shop'

describe('filters', () => {
  async function pathsWith(filters: Partial<SearchFilters>, switches = {}) {
    const { search } = await searchInCloud(switches)
    const { outcome, found } = await search({ filters })
    if (outcome.outcome !== 'found') throw new Error('Nothing was found')
    const { read, matching, others } = outcome.counts
    expect(matching + others).toBe(read)
    return { paths: found.map(({ path }) => path), here: outcome.filteredHere, outcome }
  }

  it('take a folder with what is below it, and no neighbor that begins alike', async () => {
    const { paths, here } = await pathsWith({ folder: `${shop}/videos` })
    expect([paths.length, here]).toEqual([20, ['folder']])
    expect((await pathsWith({ folder: '/content/dam/fjordline' })).paths).not.toContainEqual(
      expect.stringContaining(shop),
    )
  })

  it('leave to AEM what AEM can do, and do it here where it cannot', async () => {
    const filters: Partial<SearchFilters> = { folder: shop, format: 'pdf' }
    const there = await pathsWith(filters)
    const here = await pathsWith(filters, { searchFilters: false })
    expect([there.here, here.here]).toEqual([['folder'], ['folder', 'format']])
    expect(here.paths).toEqual(there.paths)
    expect(there.paths).toHaveLength(45)
    expect(there.outcome.counts.read).toBeLessThan(here.outcome.counts.read)
  })

  it('know a field that is missing from one that is empty', async () => {
    const field = { name: 'dc:rights', value: '' }
    const missing = await pathsWith({ folder: shop, field: { ...field, test: 'missing' } })
    const empty = await pathsWith({ folder: shop, field: { ...field, test: 'empty' } })
    expect(missing.paths).toHaveLength(50)
    expect(empty.paths.length).toBeGreaterThan(5)
    expect(missing.paths.filter((path) => empty.paths.includes(path))).toEqual([])
  })

  it('find a value with all its digits and zeros, and a part of a text in any case', async () => {
    const is = await pathsWith({ field: { name: 'fjordline:productId', test: 'is', value: '004712' } })
    expect(is.paths).toHaveLength(2)
    const less = await pathsWith({ field: { name: 'fjordline:productId', test: 'is', value: '4712' } })
    expect(less.paths).toEqual([])
    const part = await pathsWith({ field: { name: 'dc:title', test: 'contains', value: 'POLAR' } })
    expect(part.paths).toHaveLength(6)
  })

  it('take states and dates', async () => {
    const pending = await pathsWith({ folder: shop, state: 'pending' })
    expect(pending.paths.length).toBeGreaterThan(20)
    const from = '2026-07-01T00:00:00.000Z'
    const late = await pathsWith({ folder: shop, modifiedFrom: from })
    const early = await pathsWith({ folder: shop, modifiedTo: '2026-06-30T23:59:59.999Z' })
    expect(late.paths.length + early.paths.length).toBe(200)
  })
})
