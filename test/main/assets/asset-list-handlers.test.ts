import { describe, expect, it, onTestFinished } from 'vitest'
import { assetListHandlers } from '../../../src/main/assets/asset-list-handlers'
import { createReadAssets } from '../../../src/main/assets/read-assets'
import { createAccessTokens } from '../../../src/main/calls/access-tokens'
import { systemWait } from '../../../src/main/calls/clock'
import { createRunningWork } from '../../../src/main/calls/running-work'
import { createAccessResolver } from '../../../src/main/connections/connection-access'
import { createDemoConnections } from '../../../src/main/connections/demo-connections'
import { createMetadata } from '../../../src/main/metadata/metadata'
import { type AssetsProgress, mostAssetsAtOnce } from '../../../src/shared/asset-list'
import { errorOf } from '../../support/failures'
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
  const work = createRunningWork(() => undefined)
  const progress: AssetsProgress[] = []
  const handlers = assetListHandlers({
    connections,
    resolveAccess: createAccessResolver(connections, demo),
    readAssets: createReadAssets({ metadata: createMetadata(http, tokens, clock), tokens, wait: systemWait }),
    work,
    longWork: ({ run }) => run(() => undefined),
    publishProgress: (report) => progress.push(report),
  })
  const { assets } = await demo.offer()
  const { id: connectionId, bucket } = connection
  const ids = assets.slice(0, 12).map(({ assetId }) => assetId)
  return { handlers, work, progress, ids, query: { connectionId, bucket, ticket: 't' } }
}

const missing = 'urn:aaid:aem:00000000-0000-4000-8000-000000000000'

describe('reading a list', () => {
  it('tells each outcome once, under the ticket or at the end', async () => {
    const { handlers, progress, ids, query } = await setUp()
    const { rest, ...counts } = await handlers.readAssets({ ...query, assetIds: [...ids, missing] })
    expect(counts).toEqual({ read: ids.length, failed: 1, left: 0 })
    const told = [...progress.flatMap(({ outcomes }) => outcomes), ...rest]
    expect(told.map(({ assetId }) => assetId).sort()).toEqual([...ids, missing].sort())
    expect(progress.every(({ ticket }) => ticket === 't')).toBe(true)
  })

  it('refuses a bucket that the credential is not for', async () => {
    const { handlers, ids, query } = await setUp()
    const reading = handlers.readAssets({ ...query, bucket: 'author-p9-e9', assetIds: ids })
    expect(await errorOf(reading)).toMatchObject({
      kind: 'input',
      problems: [{ field: 'bucket', code: 'bucket-of-other-connection' }],
    })
  })

  it('can be cancelled by its ticket', async () => {
    const { handlers, work, ids, query } = await setUp()
    const reading = handlers.readAssets({ ...query, assetIds: ids })
    work.cancel('t')
    expect(await errorOf(reading)).toEqual({ kind: 'cancelled' })
  })

  it.each([
    ['no assets', []],
    ['more assets than a list has', Array.from({ length: mostAssetsAtOnce + 1 }, () => missing)],
    ['a path', ['/content/dam/a.jpg']],
    ['an ID with a path in it', [`${missing}/../x`]],
    ['a bare UUID', [missing.slice(-36)]],
    ['something else than text', [7]],
  ])('takes nothing else than a list of asset IDs: %s', async (_, assetIds) => {
    const { handlers, query } = await setUp()
    await expect(async () => handlers.readAssets({ ...query, assetIds })).rejects.toThrow('Invalid')
  })
})
