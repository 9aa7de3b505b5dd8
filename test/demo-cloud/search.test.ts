import { array, literal, number, object, optional, parse, picklist, record, string, unknown } from 'valibot'
import { describe, expect, it } from 'vitest'
import type { DemoCloud } from '../../src/demo-cloud/demo-cloud'
import type { Switches } from '../../src/demo-cloud/switches'
import { type Answer, call, json, signIn, startCloud } from './client'

const hit = object({
  assetId: string(),
  assetMetadata: record(string(), unknown()),
  repositoryMetadata: object({ 'repo:path': string(), 'dc:format': string(), 'repo:modifyDate': string() }),
})
const page = object({
  hits: object({ results: array(hit) }),
  cursor: optional(string()),
  search_metadata: object({ totalCount: object({ value: number(), relation: picklist(['eq', 'gte']) }) }),
})

async function start(switches: Partial<Switches> = {}, name = 'Reader') {
  const cloud = await startCloud({ switches })
  return { cloud, headers: await signIn(cloud, name) }
}

function search(
  { cloud, headers }: { cloud: DemoCloud; headers: Record<string, string> },
  body: unknown,
  query = '',
): Promise<Answer> {
  return call(`${cloud.aem}/adobe/assets/search${query}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

async function searchAll(client: Awaited<ReturnType<typeof start>>, leaves: unknown[], limit = 50) {
  const seen = []
  let cursor: string | undefined
  do {
    const read = parse(page, json(await search(client, { query: leaves, limit, cursor })))
    seen.push(...read.hits.results)
    cursor = read.cursor
  } while (cursor !== undefined)
  return seen
}

const everything = { match: { text: '*', mode: 'FULLTEXT' } }

function atPath(text: string) {
  return { match: { text, operator: 'startsWith', fields: ['repositoryMetadata.repo:path'] } }
}

describe('POST /adobe/assets/search', () => {
  it('pages through every asset, newest first, each once', async () => {
    const client = await start()
    const seen = await searchAll(client, [everything])
    expect(new Set(seen.map(({ assetId }) => assetId)).size).toBe(seen.length)
    const shop = seen.filter(({ repositoryMetadata }) =>
      repositoryMetadata['repo:path'].startsWith('/content/dam/fjordline-shop/'),
    )
    expect(shop).toHaveLength(200)
    const dates = seen.map(({ repositoryMetadata }) => repositoryMetadata['repo:modifyDate'])
    expect(dates).toEqual([...dates].sort().reverse())
  })

  it('finds words in any language, in titles and paths', async () => {
    const client = await start()
    for (const [words, part] of [
      ['nebel hinein', '/banners/de/into-the-fog'],
      ['霧の中へ', '/banners/ja/into-the-fog'],
      ['polar-dome studio', '/products/tents/polar-dome_studio.jpg'],
    ] as const) {
      const found = await searchAll(client, [{ match: { text: words, mode: 'FULLTEXT' } }])
      expect(found.map(({ repositoryMetadata }) => repositoryMetadata['repo:path'])).toEqual([
        expect.stringContaining(part),
      ])
    }
  })

  it('combines conditions on formats and dates', async () => {
    const client = await start()
    const found = await searchAll(client, [
      { term: { 'repositoryMetadata.dc:format': ['video/mp4', 'application/pdf'] } },
      { range: { 'repositoryMetadata.repo:modifyDate': { gte: '2026-06-15T00:00:00.000Z' } } },
    ])
    expect(new Set(found.map(({ repositoryMetadata }) => repositoryMetadata['dc:format']))).toEqual(
      new Set(['video/mp4', 'application/pdf']),
    )
    expect(
      found.every(({ repositoryMetadata }) => repositoryMetadata['repo:modifyDate'] >= '2026-06-15'),
    ).toBe(true)
  })

  it.each([
    ['whole-path', 1, 0],
    ['prefix', 1, 20],
    ['nothing', 0, 0],
  ] as const)('by path, %s: %i for an asset, %i for a folder', async (searchByPath, ofAsset, ofFolder) => {
    const client = await start({ searchByPath })
    const folder = '/content/dam/fjordline-shop/videos/'
    const asset = await searchAll(client, [atPath(`${folder}brand-film-2026.mp4`)])
    expect([asset.length, (await searchAll(client, [atPath(folder)])).length]).toEqual([ofAsset, ofFolder])
  })

  it.each(['items', 'hits', 'results', 'found'] as const)('may answer in %s', async (searchAnswer) => {
    const client = await start({ searchAnswer })
    const answer = json(await search(client, { query: [everything], limit: 3 }))
    expect(parse(array(hit), answer[searchAnswer])).toHaveLength(3)
  })

  it.each([
    ['eq', { totalCount: { value: expect.any(Number), relation: 'eq' } }],
    ['gte', { totalCount: { value: expect.any(Number), relation: 'gte' } }],
    ['none', undefined],
  ] as const)('counts: %s', async (searchTotal, expected) => {
    const client = await start({ searchTotal })
    expect(json(await search(client, { query: [everything] })).search_metadata).toEqual(expected)
  })

  it('is not there on releases without it', async () => {
    const answer = await search(await start({ search: false }), { query: [everything] })
    expect(json(answer)).toMatchObject({
      status: 404,
      detail: 'No RequestProcessor can handle this request.',
    })
  })

  it('refuses one page once, and goes on', async () => {
    const client = await start({ searchBusyPage: 2 })
    const { cursor } = parse(page, json(await search(client, { query: [everything] })))
    const second = { query: [everything], cursor }
    const refused = await search(client, second)
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '1'])
    expect((await search(client, second)).status).toBe(200)
  })

  it('loses a cursor after so many pages', async () => {
    const client = await start({ searchCursorPages: 1 })
    const { cursor } = parse(page, json(await search(client, { query: [everything] })))
    expect((await search(client, { query: [everything], cursor })).status).toBe(400)
  })

  it('shows an asset twice and another one never where one changes between pages', async () => {
    const all = await searchAll(await start(), [everything])
    const seen = await searchAll(await start({ searchChangesBetweenPages: true }), [everything])
    const different = new Set(seen.map(({ assetId }) => assetId))
    expect(seen.length).toBe(all.length)
    expect(different.size).toBeLessThan(all.length)
  })

  it('refuses what no index answers, unless it is allowed', async () => {
    const client = await start()
    const query = { query: [{ term: { 'assetMetadata.fjordline:productId': ['004700'] } }] }
    expect((await search(client, query)).status).toBe(400)
    const allowed = await search(client, query, '?allowUnindexedSearch=true')
    expect(parse(page, json(allowed)).hits.results).toHaveLength(2)
    const none = await start({ searchFilters: false })
    const byFormat = { query: [{ term: { 'repositoryMetadata.dc:format': ['video/mp4'] } }] }
    expect((await search(none, byFormat)).status).toBe(400)
  })

  it.each([
    ['no JSON', '{'],
    ['a limit of 51', { query: [], limit: 51 }],
    ['a limit of 0', { query: [], limit: 0 }],
    ['a foreign cursor', { query: [], cursor: 'x' }],
    ['an unknown condition', { query: [{ wildcard: { a: 'b' } }] }],
    ['two in one', { query: [{ match: { text: 'a' }, term: { a: [] } }] }],
  ])('answers 400 to %s', async (_what, body) => {
    expect((await search(await start(), body)).status).toBe(400)
  })

  it('needs the scope of assets and the right to read', async () => {
    expect((await search(await start({}, 'Not allow-listed'), { query: [everything] })).status).toBe(403)
  })

  it('serves a hundred thousand', async () => {
    const client = await start({ madeAssets: 100_000 })
    const { hits, search_metadata } = parse(page, json(await search(client, { query: [everything] })))
    expect(hits.results).toHaveLength(50)
    parse(literal('gte'), search_metadata.totalCount.relation)
    expect(search_metadata.totalCount.value).toBe(10_000)
  })
})
