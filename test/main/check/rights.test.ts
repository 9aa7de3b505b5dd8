import { expect, it } from 'vitest'
import type { DemoCloud } from '../../../src/demo-cloud/demo-cloud'
import { probeRights } from '../../../src/main/check/rights'
import { assetOf, openCheck, openCloud } from '../../support/check-bench'

async function tryRights(cloud: DemoCloud, name: string, withChange: boolean, assetId = assetOf(cloud)) {
  const services = openCheck()
  const connection = await services.save(cloud, name)
  const record = await services.connections.find(connection.id)
  const access = await services.resolveAccess(record)
  const target = { ...access, assetId }
  const matrix = await probeRights(services, target, withChange, new AbortController().signal)
  return matrix.rows.map(({ right, state, reason }) => `${right} ${state}: ${reason}`)
}

const creating = 'create unproven: no-safe-probe'
const deleting = 'delete unproven: no-safe-probe'
const reading = 'read allowed: read-succeeded'

it('tries reading alone unless changing was asked for', async () => {
  const cloud = await openCloud()
  expect(await tryRights(cloud, 'Reader', false)).toEqual([
    reading,
    creating,
    'update not-tried: not-asked-for',
    deleting,
  ])
  expect(
    new Set(cloud.requests.filter(({ server }) => server === 'aem').map(({ method }) => method)),
  ).toEqual(new Set(['GET']))
})

it('proves that a reader may not update', async () => {
  expect(await tryRights(await openCloud(), 'Reader', true)).toEqual([
    reading,
    creating,
    'update refused: refused-before-precondition',
    deleting,
  ])
})

it.each(['Editor', 'Metadata editor'])('proves that %s may update', async (name) => {
  expect(await tryRights(await openCloud(), name, true)).toEqual([
    reading,
    creating,
    'update allowed: precondition-refused-after-authorisation',
    deleting,
  ])
})

it('changes nothing, also where the account might', async () => {
  const cloud = await openCloud()
  const services = openCheck()
  const connection = await services.save(cloud, 'Editor')
  const { need } = await services.resolveAccess(await services.connections.find(connection.id))
  const { accessToken } = await services.tokens.obtain(need, new AbortController().signal)
  async function read() {
    const url = `${cloud.aem}/adobe/assets/${assetOf(cloud)}/metadata`
    const headers = { Authorization: `Bearer ${accessToken}`, 'X-Api-Key': need.clientId }
    return (await fetch(url, { headers })).text()
  }
  const before = await read()
  await tryRights(cloud, 'Editor', true)
  expect(await read()).toBe(before)
})

it('takes a missing asset for no proof', async () => {
  const cloud = await openCloud()
  const nowhere = 'urn:aaid:aem:00000000-0000-0000-0000-000000000000'
  expect(await tryRights(cloud, 'Editor', true, nowhere)).toEqual([
    'read unproven: answer-not-known',
    creating,
    'update unproven: answer-not-known',
    deleting,
  ])
})
