import { describe, expect, it, onTestFinished } from 'vitest'
import { assetHandlers } from '../../../src/main/assets/asset-handlers'
import { createPathFinder } from '../../../src/main/assets/find-by-path'
import { createAccessTokens } from '../../../src/main/calls/access-tokens'
import { createRunningWork } from '../../../src/main/calls/running-work'
import { createAccessResolver } from '../../../src/main/connections/connection-access'
import { createDemoConnections } from '../../../src/main/connections/demo-connections'
import { draftOf } from '../../support/drafts'
import { errorOf } from '../../support/failures'
import { createNodeHttp } from '../../support/node-http'
import { openConnections } from '../../support/open-connections'
import { serve } from '../../support/serve'
import { answerJson } from '../../support/test-server'

const uuid = '12345678-abcd-4321-9876-0123456789ab'
const path = '/content/dam/shop/tea & biscuits.jpg'

async function setUp(aemHost?: string) {
  const ims = await serve((_request, response) =>
    answerJson(response, { access_token: 'token', token_type: 'bearer', expires_in: 86_399 }),
  )
  const aem = await serve((_request, response) => answerJson(response, { 'jcr:uuid': uuid }))
  const { connections, clock } = openConnections()
  const demo = createDemoConnections(connections, () => 'Demo cloud')
  onTestFinished(demo.close)
  const http = createNodeHttp()
  const opened: string[] = []
  const handlers = assetHandlers({
    connections,
    resolveAccess: createAccessResolver(connections, demo),
    findByPath: createPathFinder(http, createAccessTokens(http, clock), clock),
    work: createRunningWork(() => undefined),
    openInBrowser: async (address) => void opened.push(address),
  })
  const draft = draftOf({ imsHost: ims.origin, aemHost: aemHost ?? aem.origin })
  const { id: connectionId, bucket } = await connections.save(draft, null)
  return { ims, aem, demo, handlers, opened, connectionId, bucket }
}

describe('understanding an asset', () => {
  it("knows the connection's own author by its address", async () => {
    const { aem, handlers, connectionId, bucket } = await setUp()
    const text = `${aem.origin}/content/dam/a.jpg`
    expect(await handlers.understandAsset({ connectionId, text })).toMatchObject({
      understood: true,
      references: [{ target: { path: '/content/dam/a.jpg' }, bucket, tier: 'author' }],
    })
  })

  it('sends nothing', async () => {
    const { ims, aem, handlers, connectionId } = await setUp()
    await handlers.understandAsset({ connectionId, text: path })
    expect([ims.seen, aem.seen]).toEqual([[], []])
  })
})

describe('finding an asset by its path', () => {
  it('asks the author of the connection', async () => {
    const { aem, handlers, connectionId, bucket } = await setUp()
    const lookup = await handlers.findAssetByPath({ connectionId, bucket, path, ticket: 't' })
    expect([lookup, aem.seen.map((request) => request.path)]).toMatchObject([
      { outcome: 'found', assetId: `urn:aaid:aem:${uuid}` },
      ['/content/dam/shop/tea%20%26%20biscuits.jpg.json'],
    ])
  })

  it('refuses a bucket that the credential is not for, before anything is sent', async () => {
    const { ims, aem, handlers, connectionId } = await setUp()
    const asked = { connectionId, bucket: 'author-p9-e9', path, ticket: 't' }
    expect(await errorOf(handlers.findAssetByPath(asked))).toMatchObject({
      kind: 'input',
      problems: [{ field: 'bucket', code: 'bucket-of-other-connection' }],
    })
    expect([ims.seen, aem.seen]).toEqual([[], []])
  })

  it.each([
    '/etc/passwd',
    '/content/dam/../../x',
    '/content/dam/a\\b',
    'https://evil.test/content/dam/a',
    '/content/dam/',
  ])('takes no other path than one of an asset: %s', async (other) => {
    const { aem, handlers, connectionId, bucket } = await setUp()
    const asked = { connectionId, bucket, path: other, ticket: 't' }
    await expect(async () => handlers.findAssetByPath(asked)).rejects.toThrow('Invalid')
    expect(aem.seen).toEqual([])
  })
})

describe('opening a path in the browser', () => {
  it('opens exactly the address that AEM is asked at', async () => {
    const { handlers, opened, connectionId } = await setUp('https://author.shop.example')
    const address = 'https://author.shop.example/content/dam/shop/tea%20%26%20biscuits.jpg.json'
    expect([await handlers.openPathInBrowser({ connectionId, path }), opened]).toEqual([
      { address },
      [address],
    ])
  })

  it('opens the demo cloud on this machine', async () => {
    const { demo, handlers, opened } = await setUp()
    const { connection } = await demo.open()
    await handlers.openPathInBrowser({ connectionId: connection.id, path })
    expect(new URL(opened[0] ?? '').origin).toBe((await demo.hosts('')).aem)
  })

  it('opens no other address without TLS', async () => {
    const { handlers, opened, connectionId } = await setUp()
    expect(await errorOf(handlers.openPathInBrowser({ connectionId, path }))).toMatchObject({ kind: 'input' })
    expect(opened).toEqual([])
  })
})

describe('opening an asset in AEM', () => {
  it('opens the page of its details on the author', async () => {
    const { handlers, opened, connectionId } = await setUp('https://author.shop.example')
    await handlers.openInAem({ connectionId, path })
    expect(opened).toEqual([
      'https://author.shop.example/assetdetails.html/content/dam/shop/tea%20%26%20biscuits.jpg',
    ])
  })

  it('opens neither the demo cloud, which has no pages, nor an address without TLS', async () => {
    const { demo, handlers, opened, connectionId } = await setUp()
    const { connection } = await demo.open()
    for (const id of [connection.id, connectionId])
      expect(await errorOf(handlers.openInAem({ connectionId: id, path }))).toMatchObject({ kind: 'input' })
    expect(opened).toEqual([])
  })
})
