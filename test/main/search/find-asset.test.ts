import { describe, expect, it } from 'vitest'
import type { Switches } from '../../../src/demo-cloud/switches'
import { createPathFinder } from '../../../src/main/assets/find-by-path'
import { createAccessTokens } from '../../../src/main/calls/access-tokens'
import { createFindAsset } from '../../../src/main/search/find-asset'
import { createPathSearch } from '../../../src/main/search/find-path-by-search'
import { createListFolders } from '../../../src/main/search/list-folders'
import { causeOf } from '../../support/failures'
import { createNodeHttp } from '../../support/node-http'
import { createSettableClock } from '../../support/settable-clock'
import { searchInCloud, searchOnServer } from './search-bench'

async function setUp(switches: Partial<Switches> = {}) {
  const { cloud, target, ask } = await searchInCloud(switches)
  const http = createNodeHttp()
  const clock = createSettableClock(Date.now())
  const find = createFindAsset(
    createPathSearch(ask),
    createPathFinder(http, createAccessTokens(http, clock), clock),
  )
  function findAt(path: string) {
    return find({ ...target, path, isDemo: true }, new AbortController().signal, () => undefined)
  }
  return { cloud, findAt, targets: () => cloud.requests.filter(({ server }) => server === 'aem') }
}

describe('the asset at a path', () => {
  it('is found by search with a token that AEM lets read no paths, whatever characters the path has', async () => {
    const { cloud, findAt, targets } = await setUp()
    const readable = cloud.assets.filter(({ failing, path }) => !failing && !path.includes('/large/'))
    const found = await Promise.all(readable.map(({ path }) => findAt(path)))
    expect(found).toMatchObject(readable.map(({ path, assetId }) => ({ path, outcome: 'found', assetId })))
    expect(new Set(targets().map(({ target }) => target))).toEqual(new Set(['/adobe/assets/search']))
  })

  it.each([
    ['this release has no search', { search: false }],
    ['it finds nothing by path', { searchByPath: 'nothing' }],
  ] as const)('is asked of Sling where %s', async (_what, switches) => {
    const { cloud, findAt, targets } = await setUp(switches)
    const path = cloud.assets[0]?.path ?? ''
    expect(await findAt(path)).toMatchObject({ outcome: 'refused', evidence: { status: 403 } })
    expect(targets().map(({ target }) => decodeURI(target))).toEqual(['/adobe/assets/search', `${path}.json`])
  })

  it('is not another one whose path begins alike', async () => {
    const { findAt } = await setUp({ searchByPath: 'prefix', slingJsonForTechnicalAccounts: true })
    expect(await findAt('/content/dam/fjordline-shop/videos/brand-film-2026')).toMatchObject({
      outcome: 'missing',
    })
  })
})

describe('the folders in a folder', () => {
  function folders(
    target: Parameters<ReturnType<typeof createListFolders>>[0],
    ask: Parameters<typeof createListFolders>[0],
  ) {
    return createListFolders(ask)(target, new AbortController().signal)
  }

  it('are listed, over all pages', async () => {
    const { target, ask } = await searchInCloud({ madeAssets: 60_000 })
    const made = await folders({ ...target, path: '/content/dam/test-data/made' }, ask)
    expect([made.length, made[0]]).toEqual([
      60,
      { path: '/content/dam/test-data/made/000', name: '000', title: '000' },
    ])
  })

  it('fail with words of their own', async () => {
    const { target, ask } = await searchOnServer((_request, response) => void response.writeHead(503).end())
    expect(await causeOf(folders({ ...target, path: '/content/dam' }, ask))).toBe('aem-unavailable')
  })
})
