import { describe, expect, it } from 'vitest'
import type { DemoCloud } from '../../../src/demo-cloud/demo-cloud'
import { patchPathForms, type Switches } from '../../../src/demo-cloud/switches'
import { probeRights } from '../../../src/main/check/rights'
import { assetOf, openCheck, openCloud } from '../../support/check-bench'
import { serve } from '../../support/serve'

/** What AEM's documentation leaves open of a change, in every position of the switches. */
const circumstances: readonly Partial<Switches>[] = [true, false].flatMap((rightsBeforePrecondition) =>
  ([412, 409] as const).flatMap((staleIfMatchStatus) =>
    ([422, 400] as const).flatMap((unpatchableStatus) =>
      patchPathForms.map((form) => ({
        rightsBeforePrecondition,
        staleIfMatchStatus,
        unpatchableStatus,
        patchPaths: [form],
      })),
    ),
  ),
)

async function tryRights(cloud: DemoCloud, name: string, withChange: boolean, assetId = assetOf(cloud)) {
  const services = openCheck()
  const connection = await services.save(cloud, name)
  const record = await services.connections.find(connection.id)
  const access = await services.resolveAccess(record)
  const target = { ...access, assetId }
  const pass = withChange ? services.lock.passForTest(record) : null
  const matrix = await probeRights(services, target, pass, new AbortController().signal)
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
    'update refused: update-refused',
    deleting,
  ])
})

it.each(['Editor', 'Metadata editor'])('sees that %s is not refused to update', async (name) => {
  expect(await tryRights(await openCloud(), name, true)).toEqual([
    reading,
    creating,
    'update not-refused: test-change-not-refused',
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

describe.each(circumstances)('where AEM has it that %o', (switches) => {
  it('a reader is refused to update', async () => {
    const [, , update] = await tryRights(await openCloud({ switches }), 'Reader', true)
    expect(update).toBe('update refused: update-refused')
  })

  it('an editor is not, and nothing is changed', async () => {
    const cloud = await openCloud({ switches })
    const [, , update] = await tryRights(cloud, 'Editor', true)
    expect(update).toBe('update not-refused: test-change-not-refused')
  })
})

it.each([
  ['a web page of a proxy', 403, 'text/html', '<html><title>Blocked by your company proxy</title></html>'],
  [
    'a code of the gateway',
    403,
    'application/json',
    '{"error_code":"403003","message":"Api Key is invalid"}',
  ],
  ['a 403 in nobody’s form', 403, 'application/json', '{"message":"no"}'],
  ['a 412 as a web page', 412, 'text/html', '<html><title>Precondition Failed</title></html>'],
])('takes %s for no proof', async (_what, status, type, body) => {
  const cloud = await openCloud()
  const other = await serve((_request, response) => {
    response.writeHead(status, { 'Content-Type': type }).end(body)
  })
  const services = openCheck()
  const connection = await services.save(cloud, 'Editor', { aemHost: other.origin })
  const record = await services.connections.find(connection.id)
  const target = { ...(await services.resolveAccess(record)), assetId: assetOf(cloud) }
  const pass = services.lock.passForTest(record)
  const { rows } = await probeRights(services, target, pass, new AbortController().signal)
  expect([rows[0]?.state, rows[2]?.state]).toEqual(['unproven', 'unproven'])
})
