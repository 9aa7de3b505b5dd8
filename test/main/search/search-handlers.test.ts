import { describe, expect, it, onTestFinished } from 'vitest'
import { createAccessTokens } from '../../../src/main/calls/access-tokens'
import { createRunningWork } from '../../../src/main/calls/running-work'
import { createAccessResolver } from '../../../src/main/connections/connection-access'
import { createDemoConnections } from '../../../src/main/connections/demo-connections'
import { createMetadata } from '../../../src/main/metadata/metadata'
import { openSearch } from '../../../src/main/search/open-search'
import { searchHandlers } from '../../../src/main/search/search-handlers'
import { noFilters, type SearchProgress } from '../../../src/shared/search'
import { draftOf } from '../../support/drafts'
import { createNodeHttp } from '../../support/node-http'
import { openConnections } from '../../support/open-connections'

/** A connection to a demo cloud of the program's own. */
async function setUp() {
  const { connections, clock } = openConnections()
  const demo = createDemoConnections(connections, () => 'Demo cloud')
  onTestFinished(demo.close)
  const { connection } = await demo.open()
  const http = createNodeHttp()
  const tokens = createAccessTokens(http, clock)
  const progress: SearchProgress[] = []
  const handlers = searchHandlers({
    connections,
    resolveAccess: createAccessResolver(connections, demo),
    work: createRunningWork(() => undefined),
    publishProgress: (report) => progress.push(report),
    ...openSearch({
      http,
      tokens,
      clock,
      wait: async () => undefined,
      readMetadata: createMetadata(http, tokens, clock).read,
    }),
  })
  async function find(text: string, filters = {}) {
    progress.length = 0
    const ticket = `t ${text.slice(0, 9)}`
    const request = { connectionId: connection.id, text, filters: { ...noFilters, ...filters }, ticket }
    const outcome = await handlers.findAssets(request)
    if (outcome.outcome !== 'found') throw new Error('Nothing was found')
    expect(progress.every((report) => report.ticket === ticket)).toBe(true)
    const assets = [...progress.flatMap((report) => report.assets), ...outcome.rest]
    return { paths: assets.map(({ path }) => path), ...outcome }
  }
  const { assets } = await demo.offer()
  return { handlers, find, connections, connectionId: connection.id, assets }
}

const videos = '/content/dam/fjordline-shop/videos'

describe('what is typed', () => {
  it('may be words', async () => {
    expect((await (await setUp()).find(' Polar  dome ')).paths).toHaveLength(6)
  })

  it('may be nothing, which lists everything', async () => {
    const { counts, paths } = await (await setUp()).find('')
    expect([counts.matching, counts.read]).toEqual([paths.length, counts.total?.value])
  })

  it('may be the path of an asset, and of a folder', async () => {
    const { find } = await setUp()
    expect((await find(`${videos}/brand-film-2026.mp4`)).paths).toEqual([`${videos}/brand-film-2026.mp4`])
    const { paths, filteredHere } = await find(videos, { format: 'video' })
    expect([paths.length, filteredHere]).toEqual([20, ['folder', 'format']])
  })

  it('may be a list, of which every line is accounted for', async () => {
    const { find, assets } = await setUp()
    const [first] = assets
    const lines = [
      first?.assetId,
      `${videos}/brand-film-2026.mp4`,
      '/content/dam/nothing/here.jpg',
      'urn:aaid:aem:00000000-0000-4000-8000-000000000000',
    ]
    const { paths, counts } = await find(lines.join('\n'))
    expect(paths).toHaveLength(2)
    expect(counts).toMatchObject({ read: 2, matching: 2, refused: 2 })
  })

  it('may name an asset by its ID and by its path, which is one asset', async () => {
    const { find, assets } = await setUp()
    const { counts, paths } = await find(`${assets[0]?.assetId}\n${assets[0]?.path}`)
    expect([counts, paths]).toMatchObject([{ matching: 1, repeated: 0 }, { length: 1 }])
  })

  it('says why where nothing of a list can be read', async () => {
    const { find, assets, connections, connectionId } = await setUp()
    const { bucket, name, scopes } = await connections.find(connectionId)
    const change = { id: connectionId, name, bucket, clientId: 'nobody', scopes: scopes.join(' ') }
    await connections.save(draftOf({ ...change, environment: 'development', secret: '' }), null)
    const { counts, stop } = await find(`${assets[0]?.assetId} ${assets[1]?.assetId}`)
    expect([counts, stop]).toMatchObject([{ refused: 2 }, { why: 'failed', error: { kind: 'failure' } }])
  })

  it('is filtered as well where it is a list', async () => {
    const { find, assets } = await setUp()
    const lines = [assets[0]?.assetId, `${videos}/brand-film-2026.mp4`]
    const { counts, filteredHere } = await find(lines.join('\n'), { format: 'video' })
    expect([counts, filteredHere]).toMatchObject([{ read: 2, matching: 1, others: 1 }, ['format']])
  })
})

describe('what comes from the window', () => {
  it.each([
    ['a folder elsewhere', { folder: '/etc' }],
    ['a folder that climbs', { folder: '/content/dam/../../x' }],
    ['no date', { modifiedFrom: 'yesterday' }],
    ['no kind of file', { format: 'exe' }],
  ])('is refused: %s', async (_what, filters) => {
    await expect(async () => (await setUp()).find('x', filters)).rejects.toThrow('Invalid')
  })

  it('may ask for folders', async () => {
    const { handlers, connectionId } = await setUp()
    const folders = await handlers.listFolders({
      connectionId,
      path: '/content/dam/fjordline-shop',
      ticket: 'f',
    })
    expect(folders.map(({ name }) => name)).toEqual(['banners', 'manuals', 'products', 'symbols', 'videos'])
  })
})
