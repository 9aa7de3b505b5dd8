import { describe, expect, it } from 'vitest'
import { createRunningWork } from '../../../src/main/calls/running-work'
import { checkHandlers } from '../../../src/main/check/check-handlers'
import { rightsOf } from '../../../src/words/check/proven-rights'
import { openBulk, relay } from '../../support/bulk-bench'
import { assetOf, openCheck, openCloud, runCheck } from '../../support/check-bench'
import { openEditing, setTitle } from '../../support/edit-bench'
import { settledOf } from '../../support/failures'
import { passOn } from '../../support/pass-on'
import { serve } from '../../support/serve'
import type { SeenRequest } from '../../support/test-server'

const never = new AbortController().signal
const environments = ['stage', 'production'] as const

/** An AEM that counts what would write, and answers as the demo cloud does. */
async function openCounting(onRequest: (request: SeenRequest) => Promise<void> = async () => undefined) {
  const cloud = await openCloud()
  const server = await serve((request, response) => {
    void onRequest(request).then(async () => relay(await passOn(cloud, request), response))
  })
  return {
    cloud,
    aemHost: server.origin,
    writes: () => server.seen.filter(({ method }) => method !== 'GET'),
  }
}

describe.each(environments)('a connection to %s whose settings allow no changes', (environment) => {
  it('sends no update test, and says why', async () => {
    const { cloud, aemHost, writes } = await openCounting()
    const services = openCheck()
    const connection = await services.save(cloud, 'Editor', { environment, aemHost })
    const { report, states } = await runCheck(services, connection, assetOf(cloud), { withUpdate: true })
    expect(states.at(-1)).toBe('write skipped')
    expect(report.steps.at(-1)?.facts).toEqual([{ code: 'changes-locked', values: {} }])
    expect(rightsOf(report)[2]).toMatchObject({ state: 'not-tried', reason: 'changes-locked' })
    expect(writes()).toEqual([])
  })

  it('asks no name for an update test that it does not send', async () => {
    const { cloud, aemHost, writes } = await openCounting()
    const services = openCheck()
    const { id: connectionId } = await services.save(cloud, 'Editor', { environment, aemHost })
    const { checkConnection } = checkHandlers({
      ...services,
      checkConnection: services.check,
      work: createRunningWork(() => undefined),
      longWork: ({ run }) => run(() => undefined),
      publishStep: () => undefined,
      copyForAWhile: async () => undefined,
    })
    const asked = { connectionId, ticket: 't', asset: assetOf(cloud), secretSlot: 'current' }
    const report = await checkConnection({ ...asked, withUpdate: true, confirmedName: '', isRepeated: false })
    expect(report.steps.at(-1)?.facts).toEqual([{ code: 'changes-locked', values: {} }])
    expect(writes()).toEqual([])
  })

  it('sends no change, reviewed or not', async () => {
    const { cloud, aemHost, writes } = await openCounting()
    const bench = openEditing()
    const connection = await bench.save(cloud, { environment, aemHost })
    const opening = await bench.open(connection, assetOf(cloud))
    if (opening.kind !== 'open') throw new Error(opening.kind)
    const { id, patch: body } = await bench.change(opening.draft, setTitle('New'))
    const { sender } = bench.service()
    await settledOf(sender.review(id, null))
    await settledOf(sender.send(id, { body, pathForm: 'asset-metadata' }, never))
    expect(writes()).toEqual([])
  })

  it('sends nothing of a run, nor of what is left of it', async () => {
    const bench = await openBulk({ connection: { environment } })
    const run = await bench.plan([{ kind: 'set', field: 'dc:rights', value: '"New"' }])
    await settledOf(bench.send(run))
    await settledOf(bench.planRest(run).then(bench.send))
    expect(bench.changesThatArrived()).toEqual([])
  })
})

describe('a connection that is locked after a change was sent', () => {
  it('sends nothing that undoes it', async () => {
    const { cloud, aemHost, writes } = await openCounting()
    const bench = openEditing()
    const connection = await bench.save(cloud, { aemHost })
    const opening = await bench.open(connection, assetOf(cloud))
    if (opening.kind !== 'open') throw new Error(opening.kind)
    const sent = await bench.send(await bench.change(opening.draft, setTitle('New')))
    await bench.connections.allowChanges(connection.id, false)
    const { sender } = bench.service()
    const changeId = 'changeId' in sent ? (sent.changeId ?? '') : ''
    const draft = await sender.reverse(changeId, never, () => undefined)
    await settledOf(bench.send(draft))
    expect(writes()).toHaveLength(1)
  })
})

describe('a connection that is locked while a call is prepared', () => {
  it('sends no change again with a new token', async () => {
    const cloud = await openCloud()
    const bench = openEditing()
    let changes = 0
    const server = await serve((request, response) => {
      async function answer(): Promise<void> {
        if (request.method !== 'PATCH') return relay(await passOn(cloud, request), response)
        changes += 1
        await bench.connections.allowChanges(connection.id, false)
        await bench.service().connectionChanged(connection.id, 'changes-allowed')
        response.writeHead(401).end()
      }
      void answer()
    })
    const connection = await bench.save(cloud, { aemHost: server.origin })
    const opening = await bench.open(connection, assetOf(cloud))
    if (opening.kind !== 'open') throw new Error(opening.kind)
    const edited = await bench.change(opening.draft, setTitle('New'))
    expect(await settledOf(bench.send(edited))).toMatchObject({ kind: 'input' })
    expect(changes).toBe(1)
  })

  it('sends no second update test after the first', async () => {
    const services = openCheck()
    const { cloud, aemHost, writes } = await openCounting(async ({ method }) => {
      if (method === 'PATCH') services.lock.close(connection.id)
    })
    const connection = await services.save(cloud, 'Editor', { aemHost })
    const { report } = await runCheck(services, connection, assetOf(cloud), { withUpdate: true })
    expect(writes()).toHaveLength(1)
    expect(report.steps.at(-1)).toMatchObject({ state: 'unproven', facts: [{ code: 'changes-locked' }] })
  })
})
