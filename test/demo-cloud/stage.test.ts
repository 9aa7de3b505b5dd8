import { expect, it } from 'vitest'
import type { DemoCloud } from '../../src/demo-cloud/demo-cloud'
import { call, credentialNamed, requestToken, startCloud, tokenFields } from './client'

async function readAt(cloud: DemoCloud, origin: string, assetId: string) {
  const fields = tokenFields(credentialNamed(cloud, 'Reader'))
  const token = JSON.parse((await requestToken(cloud, fields)).body.toString())
  const answer = await call(`${origin}/adobe/assets/${assetId}/metadata`, {
    headers: {
      authorization: `Bearer ${token.access_token}`,
      'x-api-key': fields.client_id,
      'x-adobe-accept-experimental': '1',
    },
  })
  return { status: answer.status, body: JSON.parse(answer.body.toString()) }
}

function idAt(assets: readonly { assetId: string; path: string }[], end: string): string {
  return assets.find(({ path }) => path.endsWith(end))?.assetId ?? ''
}

it('the same path has another ID on stage, and the same file', async () => {
  const cloud = await startCloud()
  const end = 'harbour at first light (final).jpg'
  const ids = [idAt(cloud.assets, end), idAt(cloud.stage.assets, end)] as const
  const here = await readAt(cloud, cloud.aem, ids[0])
  const stage = await readAt(cloud, cloud.stage.aem, ids[1])
  expect(ids[0]).not.toBe(ids[1])
  expect(stage.body.repositoryMetadata).toMatchObject({
    'repo:path': here.body.repositoryMetadata['repo:path'],
    'dam:sha1': here.body.repositoryMetadata['dam:sha1'],
    'repo:repositoryId': `${cloud.stage.bucket}.adobeaemcloud.com`,
  })
  expect(stage.body.assetMetadata['dc:title']).not.toBe(here.body.assetMetadata['dc:title'])
  expect(stage.body.assetMetadata).not.toHaveProperty('xmpRights:UsageTerms')
})

it('one file differs, and an ID of one environment is none of the other', async () => {
  const cloud = await startCloud()
  const end = 'fjordline-logo.svg'
  const here = await readAt(cloud, cloud.aem, idAt(cloud.assets, end))
  const stage = await readAt(cloud, cloud.stage.aem, idAt(cloud.stage.assets, end))
  expect(stage.body.repositoryMetadata['dam:sha1']).not.toBe(here.body.repositoryMetadata['dam:sha1'])
  expect((await readAt(cloud, cloud.stage.aem, idAt(cloud.assets, end))).status).toBe(404)
  expect(idAt(cloud.stage.assets, 'IMG_0001.JPG')).toBe('')
})

it('what nobody changed on stage is the same text', async () => {
  const cloud = await startCloud()
  const end = 'Geschäftsbericht 2025.pdf'
  const here = await readAt(cloud, cloud.aem, idAt(cloud.assets, end))
  const stage = await readAt(cloud, cloud.stage.aem, idAt(cloud.stage.assets, end))
  expect(stage.body.assetMetadata).toEqual(here.body.assetMetadata)
})
