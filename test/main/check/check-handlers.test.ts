import { expect, it } from 'vitest'
import { createRunningWork } from '../../../src/main/calls/running-work'
import { checkHandlers } from '../../../src/main/check/check-handlers'
import { assetOf, openCheck, openCloud } from '../../support/check-bench'
import { errorOf } from '../../support/failures'

const request = {
  ticket: 't',
  secretSlot: 'current',
  withUpdate: false,
  confirmedName: '',
  isRepeated: false,
}

async function setUp() {
  const cloud = await openCloud()
  const services = openCheck()
  const { id: connectionId } = await services.save(cloud, 'Reader')
  const handlers = checkHandlers({
    ...services,
    checkConnection: services.check,
    work: createRunningWork(() => undefined),
    longWork: ({ run }) => run(() => undefined),
    publishStep: () => undefined,
    copyForAWhile: async () => undefined,
  })
  function check(asset: string) {
    return handlers.checkConnection({ ...request, connectionId, asset })
  }
  return { cloud, assetId: assetOf(cloud), check }
}

type Place = { aem: string; bucket: string; assetId: string }

it.each<[string, (place: Place) => string]>([
  ['its ID', ({ assetId }) => ` ${assetId}\n`],
  ['its UUID', ({ assetId }) => assetId.slice('urn:aaid:aem:'.length)],
  ['an address of its author', ({ aem, assetId }) => `${aem}/adobe/assets/${assetId}/metadata`],
  ['the address that Adobe documents', ({ aem, assetId }) => `${aem}/adobe/../assets/${assetId}/metadata`],
  [
    'its details page',
    ({ bucket, assetId }) =>
      `https://experience.adobe.com/?repo=${bucket}.adobeaemcloud.com#/assets/details/${assetId}`,
  ],
  [
    'a cURL command',
    ({ aem, assetId }) => `curl -H 'X-Api-Key: k' '${aem}/adobe/assets/${assetId}/metadata'`,
  ],
  ['what its .json shows', ({ assetId }) => `{"jcr:uuid":"${assetId.slice('urn:aaid:aem:'.length)}"}`],
])('checks with an asset that is named by %s', async (_name, write) => {
  const { cloud, assetId, check } = await setUp()
  expect(await check(write({ ...cloud, assetId }))).toMatchObject({ assetId })
})

it('checks without an asset where none is named', async () => {
  const { check } = await setUp()
  expect(await check('  ')).toMatchObject({ assetId: null })
})

const other = 'urn:aaid:aem:12345678-abcd-4321-9876-0123456789ab'

it.each<[string, (place: Place) => string, string]>([
  ['a path', () => '/content/dam/fjordline/a.jpg', 'asset-is-path'],
  ['the address of a path', ({ aem }) => `${aem}/content/dam/a.jpg.json`, 'asset-is-path'],
  ['several IDs', ({ assetId }) => `${assetId}, ${other}`, 'asset-not-one'],
  [
    'an address of another environment',
    () => `https://author-p9-e9.adobeaemcloud.com/adobe/assets/${other}/metadata`,
    'asset-of-other-bucket',
  ],
  ['a word', () => 'tea.jpg', 'asset-not-an-id'],
])('sends nothing for %s, and says what to do', async (_name, write, code) => {
  const { cloud, assetId, check } = await setUp()
  const asset = write({ ...cloud, assetId })
  const expected = { kind: 'input', problems: [{ field: 'asset', code }] }
  expect(await errorOf(check(asset))).toMatchObject(expected)
  expect(cloud.requests).toEqual([])
})
