import { describe, expect, it } from 'vitest'
import type { DemoCloud } from '../../src/demo-cloud/demo-cloud'
import { type Answer, call, firstAssetId, json, metadataUrl, signIn, startCloud } from './client'

async function read(cloud: DemoCloud, assetId: string, name = 'Reader'): Promise<Answer> {
  return call(metadataUrl(cloud, assetId), { headers: await signIn(cloud, name) })
}

function assetAt(cloud: DemoCloud, part: string): string {
  return cloud.assets.find(({ path }) => path.includes(part))?.assetId ?? ''
}

describe('the check of the API key', () => {
  it.each([
    ['must-match', 403, 403, 200],
    ['must-be-there', 403, 200, 200],
    ['ignored', 200, 200, 200],
  ] as const)('%s: none %i, another %i, its own %i', async (apiKeyCheck, none, another, own) => {
    const cloud = await startCloud({ switches: { apiKeyCheck } })
    const { 'x-api-key': key = '', ...headers } = await signIn(cloud, 'Reader')
    const withKeys = [headers, { ...headers, 'x-api-key': 'another' }, { ...headers, 'x-api-key': key }]
    const answers = await Promise.all(withKeys.map((each) => call(metadataUrl(cloud), { headers: each })))
    expect(answers.map(({ status }) => status)).toEqual([none, another, own])
  })
})

describe('the text of a 404', () => {
  it.each([
    ['specific', 'The requested asset does not exist.', 'No RequestProcessor can handle this request.'],
    ['constant', 'The requested resource could not be found.', 'The requested resource could not be found.'],
    ['none', undefined, undefined],
  ] as const)('%s', async (notFoundText, ofAsset, ofPath) => {
    const cloud = await startCloud({ switches: { notFoundText } })
    const asset = json(await read(cloud, 'nothing'))
    const path = json(await call(`${cloud.aem}/adobe/nowhere`))
    expect([asset.detail, path.detail]).toEqual([ofAsset, ofPath])
    expect([asset.type, path.type]).toEqual([asset.type, asset.type])
    expect(asset.type).toMatch(/\/not_found$/)
  })
})

describe('what is no file', () => {
  async function folderId(cloud: DemoCloud): Promise<string> {
    const url = `${cloud.aem}/adobe/folders/?path=/content/dam/fjordline`
    const { self } = json(await call(url, { headers: await signIn(cloud, 'Reader') }))
    return String(Object(self).folderId)
  }

  it('has no metadata since 2026.8, and a fragment is not listed as readable', async () => {
    const cloud = await startCloud()
    const fragment = cloud.assets.find(({ path }) => path.includes('/fragments/'))
    expect(fragment?.failing).toBe(true)
    for (const assetId of [fragment?.assetId ?? '', await folderId(cloud)]) {
      expect(json(await read(cloud, assetId))).toMatchObject({ status: 404 })
    }
  })

  it('has metadata on older releases', async () => {
    const cloud = await startCloud({ switches: { nonFilesHaveMetadata: true } })
    const fragment = cloud.assets.find(({ path }) => path.includes('/fragments/'))
    expect(fragment?.failing).toBe(false)
    expect(json(await read(cloud, fragment?.assetId ?? ''))).toMatchObject({
      assetMetadata: { 'dc:title': 'How to layer for the mountains' },
      repositoryMetadata: { 'repo:assetClass': 'contentFragment' },
    })
    const assetId = await folderId(cloud)
    expect(json(await read(cloud, assetId))).toMatchObject({
      assetId,
      folderMetadata: { 'dc:title': 'Fjordline' },
      repositoryMetadata: { 'repo:assetClass': 'directory', 'repo:path': '/content/dam/fjordline' },
    })
  })
})

describe('an asset whose binary was replaced', () => {
  async function currentId(cloud: DemoCloud): Promise<string> {
    const path = cloud.assets.find(({ assetId }) => assetId === assetAt(cloud, 'poster-a2'))?.path
    const headers = await signIn(cloud, 'Reader with repository paths')
    return `urn:aaid:aem:${String(json(await call(`${cloud.aem}${path}.json`, { headers }))['jcr:uuid'])}`
  }

  it('keeps its ID', async () => {
    const cloud = await startCloud()
    const known = assetAt(cloud, 'poster-a2')
    expect([(await read(cloud, known)).status, await currentId(cloud)]).toEqual([200, known])
  })

  it('has another one where the switch says so: the known one answers 404, and is listed as failing', async () => {
    const cloud = await startCloud({ switches: { idChangesWithBinary: true } })
    const known = assetAt(cloud, 'poster-a2')
    const current = await currentId(cloud)
    expect(current).not.toBe(known)
    expect([(await read(cloud, known)).status, (await read(cloud, current)).status]).toEqual([404, 200])
    expect(cloud.assets.find(({ assetId }) => assetId === known)?.failing).toBe(true)
  })
})

describe("the tutorial's path", () => {
  it.each([
    ['as clients send it', '/assets/'],
    ['sent with its dots', '/adobe/../assets/'],
  ])('answers like /adobe/assets/ when the switch says so: %s', async (_name, prefix) => {
    const cloud = await startCloud({ switches: { assetsOutsideAdobe: true } })
    const target = `${prefix}${firstAssetId(cloud)}/metadata`
    const answer = await call(cloud.aem, { headers: await signIn(cloud, 'Reader'), target })
    expect(json(answer).assetId).toBe(firstAssetId(cloud))
  })
})
