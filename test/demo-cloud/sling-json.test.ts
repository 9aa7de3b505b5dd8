import { describe, expect, it } from 'vitest'
import type { DemoCloud } from '../../src/demo-cloud/demo-cloud'
import { type Answer, call, firstAssetId, json, signIn, startCloud } from './client'

async function render(
  cloud: DemoCloud,
  suffix: string,
  name = 'Reader with repository paths',
): Promise<Answer> {
  const path = cloud.assets[0]?.path ?? ''
  return call(`${cloud.aem}${encodeURI(path)}${suffix}`, { headers: await signIn(cloud, name) })
}

describe('the .json rendering of a path', () => {
  it('refuses server-to-server tokens by default', async () => {
    const cloud = await startCloud()
    const answer = await render(cloud, '.json', 'Reader')
    expect([answer.status, json(answer).detail]).toEqual([
      403,
      'The access token is missing required scopes.',
    ])
  })

  it('gives the UUID of the asset, dates as Java writes them, and children cut to {}', async () => {
    const cloud = await startCloud()
    expect(json(await render(cloud, '.json'))).toMatchObject({
      'jcr:primaryType': 'dam:Asset',
      'jcr:uuid': firstAssetId(cloud).replace('urn:aaid:aem:', ''),
      'jcr:created': 'Tue Feb 03 2026 07:40:58 GMT+0000',
      'jcr:content': {},
    })
  })

  it.each([
    ['.1.json', ['jcr:content', 'metadata'], {}],
    ['.3.json', ['jcr:content', 'metadata', 'dc:title'], 'Harbour at first light'],
    [
      '.3.json',
      ['jcr:content', 'metadata', 'Iptc4xmpCore:CreatorContactInfo', 'Iptc4xmpCore:CiAdrCity'],
      'Bergen',
    ],
    ['.2.json', ['jcr:content', 'metadata', 'Iptc4xmpCore:CreatorContactInfo'], {}],
    ['.infinity.json', ['jcr:content', 'metadata', 'xmp:CreateDate'], 'Fri Jan 30 2026 06:52:11 GMT+0000'],
    ['/jcr:content/metadata.json', ['dc:title'], 'Harbour at first light'],
    ['/jcr%3acontent/metadata.json', ['dc:title'], 'Harbour at first light'],
    ['/_jcr_content/metadata.json', ['dc:title'], 'Harbour at first light'],
  ])('%s holds %s', async (suffix, path, value) => {
    const cloud = await startCloud()
    expect(json(await render(cloud, suffix))).toHaveProperty(path, value)
  })

  it('has no jcr:uuid on the metadata node', async () => {
    const cloud = await startCloud()
    expect(json(await render(cloud, '/jcr:content/metadata.json'))).not.toHaveProperty('jcr:uuid')
  })

  it('answers 404 to a path without an asset', async () => {
    const cloud = await startCloud()
    expect((await render(cloud, '.jpg.json')).status).toBe(404)
  })

  it('sends people without a token to the sign-in page', async () => {
    const cloud = await startCloud()
    const answer = await call(`${cloud.aem}/content/dam/fjordline/x.jpg.json`)
    expect([answer.status, answer.headers.location]).toEqual([302, expect.stringContaining('/login.html')])
    const page = await call(`${cloud.aem}${answer.headers.location}`)
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  })

  it('accepts every token when the switch says so', async () => {
    const cloud = await startCloud({ switches: { slingJsonForTechnicalAccounts: true } })
    expect((await render(cloud, '.json', 'Reader')).status).toBe(200)
  })
})
