import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../../../src/main/failures/failure'
import { bulkStates, countBulk } from '../../../../src/shared/bulk'
import {
  changeElsewhere,
  type OnChange,
  openBulk,
  relay,
  setField,
  statesOf,
} from '../../../support/bulk-bench'

function problemOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (thrown: unknown) => (thrown instanceof Failure ? thrown.error : thrown),
  )
}

/** A gate in front of AEM that a test opens. */
function createGate() {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}

describe('the same change of many assets', () => {
  it('is planned without a change, then sent under the ETag of each asset, which is read again', async () => {
    const bench = await openBulk()
    const [first = ''] = bench.assetIds
    await changeElsewhere(bench, first, 'x:campaign', 'Summer')
    const before = bench.changesThatArrived().length
    const run = await bench.plan([setField('Summer')])
    expect(statesOf(run)).toEqual({ planned: 5, nothing: 1 })
    expect(bench.changesThatArrived()).toHaveLength(before)
    const done = await bench.send(run)
    expect(statesOf(done)).toEqual({ changed: 5, nothing: 1 })
    const sent = bench.changesThatArrived().slice(before)
    expect(new Set(sent.map(({ headers }) => headers['if-match'])).size).toBe(5)
    for (const { headers } of sent) expect(headers['if-match']).not.toBe('*')
    for (const assetId of bench.assetIds) expect(await bench.fieldOf(assetId, 'x:campaign')).toBe('Summer')
  })

  it('tells of each row as it goes on, and of the end', async () => {
    const bench = await openBulk()
    const run = await bench.plan([setField('Summer')])
    await bench.send(run)
    const ended = bench.told.filter(({ runId }) => runId === run.id).flatMap(({ rows }) => rows)
    const changed = ended.filter(({ state }) => state === 'changed').map(({ assetId }) => assetId)
    expect([...changed].sort()).toEqual([...bench.assetIds].sort())
    expect(bench.told.at(-1)).toMatchObject({ runId: run.id, stage: 'ready' })
  })

  it('counts each asset once, also one that is named twice, is not there, or is left to AEM', async () => {
    const bench = await openBulk({ count: 3 })
    const missing = 'urn:aaid:aem:00000000-0000-4000-8000-000000000000'
    const run = await bench.plan([setField('Summer')], [...bench.assetIds, ...bench.assetIds, missing])
    expect(statesOf(run)).toEqual({ planned: 3, unreadable: 1 })
    expect(statesOf(await bench.plan([setField('x', 'jcr:uuid')]))).toEqual({ refused: 3 })
  })

  it('has never more than four changes on their way', async () => {
    let [now, most] = [0, 0]
    const bench = await openBulk({
      count: 12,
      onChange: async ({ passOn }, response) => {
        now++
        most = Math.max(most, now)
        const answer = await passOn()
        now--
        await relay(answer, response)
      },
    })
    expect(statesOf(await bench.send(await bench.plan([setField('Summer')])))).toEqual({ changed: 12 })
    expect(most).toBeLessThanOrEqual(4)
    expect(most).toBeGreaterThan(1)
  })

  it('does not overwrite what somebody else has changed since: it is planned anew, told, and reviewed again', async () => {
    const bench = await openBulk()
    const [first = '', second = ''] = bench.assetIds
    const run = await bench.plan([{ kind: 'set-missing', field: 'x:campaign', value: '"Summer"' }])
    await changeElsewhere(bench, first, 'x:campaign', 'Theirs')
    await changeElsewhere(bench, second, 'x:note', 'Theirs')
    const done = await bench.send(run)
    expect(statesOf(done)).toEqual({ changed: 4, nothing: 1, planned: 1 })
    expect(done.rows.slice(0, 2)).toMatchObject([
      { state: 'nothing', isReplanned: true },
      { state: 'planned', isReplanned: true },
    ])
    expect(await bench.fieldOf(first, 'x:campaign')).toBe('Theirs')
    expect(await bench.fieldOf(second, 'x:campaign')).toBeUndefined()
    expect(statesOf(await bench.send(done))).toEqual({ changed: 5, nothing: 1 })
    expect(await bench.fieldOf(second, 'x:note')).toBe('Theirs')
  })

  it('is undone as a whole, but where somebody has changed the field since', async () => {
    const bench = await openBulk()
    const [first = '', second = ''] = bench.assetIds
    await changeElsewhere(bench, second, 'x:campaign', 'Before')
    const done = await bench.send(await bench.plan([setField('Summer')]))
    await changeElsewhere(bench, first, 'x:campaign', 'Theirs')
    const undo = await bench.undo(done)
    expect(undo).toMatchObject({ undoes: done.id, operations: [] })
    expect(statesOf(undo)).toEqual({ planned: 5, refused: 1 })
    expect(statesOf(await bench.send(undo))).toEqual({ changed: 5, refused: 1 })
    expect(await bench.fieldOf(first, 'x:campaign')).toBe('Theirs')
    expect(await bench.fieldOf(second, 'x:campaign')).toBe('Before')
    expect(await bench.fieldOf(bench.assetIds[2] ?? '', 'x:campaign')).toBeUndefined()
  })

  it('that AEM took and does not show is no success', async () => {
    const bench = await openBulk({ count: 2, options: { switches: { readsBehind: 9 } } })
    expect(statesOf(await bench.send(await bench.plan([setField('Summer')])))).toEqual({ missing: 2 })
  })

  it('ends where one asset after the other fails alike', async () => {
    const bench = await openBulk({ count: 20, credential: 'Reader' })
    const done = await bench.send(await bench.plan([setField('Summer')]))
    const { failed = 0, planned = 0 } = statesOf(done)
    expect([failed + planned, done.error]).toEqual([
      20,
      expect.objectContaining({ cause: 'aem-write-refused' }),
    ])
    expect(failed).toBeLessThan(10)
    expect(countBulk((await bench.planRest(done)).rows).planned).toBe(20)
  })
})

describe('a run of changes', () => {
  it('waits where AEM holds calls back, and sends again what AEM did not look at', async () => {
    const bench = await openBulk({
      onChange: async ({ at, passOn }, response) => {
        if (at >= 2) return relay(await passOn(), response)
        response.writeHead(429, { 'retry-after': '1', 'content-type': 'text/plain' })
        response.end()
      },
    })
    const run = await bench.plan([setField('Summer')])
    expect(statesOf(await bench.send(run))).toEqual({ changed: 6 })
    expect(bench.changesThatArrived()).toHaveLength(6)
    expect(bench.told.map(({ pauseSeconds }) => pauseSeconds)).toContain(1)
  })

  it('stops between two assets when it is paused, goes on, and ends when it is canceled', async () => {
    const gate = createGate()
    const bench = await openBulk({
      count: 12,
      onChange: async ({ at, passOn }, response) => {
        if (at < 4) await gate.opened
        await relay(await passOn(), response)
      },
    })
    const run = await bench.plan([setField('Summer')])
    const running = bench.bulk().send(run.id, () => undefined)
    await expect.poll(async () => statesOf(await bench.bulk().read(run.id))).toMatchObject({ sending: 4 })
    expect(await bench.bulk().steer(run.id, 'pause')).toMatchObject({ stage: 'paused' })
    gate.open()
    await expect
      .poll(async () => statesOf(await bench.bulk().read(run.id)))
      .toEqual({ changed: 4, planned: 8 })
    expect(bench.changesThatArrived()).toHaveLength(4)
    await bench.bulk().steer(run.id, 'cancel')
    expect(await running).toEqual({ changed: 4, isCanceled: true })
    const left = await bench.bulk().read(run.id)
    expect(left).toMatchObject({ stage: 'ready', wasSent: true, error: null })
    expect(statesOf(await bench.send(left))).toEqual({ changed: 12 })
    expect(bench.changesThatArrived()).toHaveLength(12)
  })

  it('goes on when it is resumed', async () => {
    const bench = await openBulk()
    const run = await bench.plan([setField('Summer')])
    const running = bench.bulk().send(run.id, () => undefined)
    await bench.bulk().steer(run.id, 'pause')
    await bench.bulk().steer(run.id, 'resume')
    expect(await running).toEqual({ changed: 6, isCanceled: false })
  })

  it('is not sent twice at once', async () => {
    const bench = await openBulk()
    const run = await bench.plan([setField('Summer')])
    const both = await Promise.all([
      problemOf(bench.bulk().send(run.id, () => undefined)),
      problemOf(bench.bulk().send(run.id, () => undefined)),
    ])
    expect(both).toContainEqual({ kind: 'gone' })
    expect(bench.changesThatArrived()).toHaveLength(6)
  })

  const lost: OnChange = async ({ passOn }, response) => {
    await passOn()
    response.destroy()
  }
  it.each([
    ['whose change has arrived', lost, { changed: 3 }, 3],
    [
      'whose change has not',
      async (_: unknown, response) => void response.destroy(),
      { 'not-applied': 3 },
      0,
    ],
  ] as const satisfies readonly (readonly [string, OnChange, object, number])[])(
    'tells by reading what came of an asset without an answer, %s',
    async (_, onChange, states, arrived) => {
      const bench = await openBulk({ count: 3, onChange })
      expect(statesOf(await bench.send(await bench.plan([setField('Summer')])))).toEqual(states)
      expect(bench.changesThatArrived()).toHaveLength(arrived)
    },
  )

  it('that a crash has cut is there at the next start: what was on its way is read, the rest is sent, nothing twice', async () => {
    const bench = await openBulk({
      count: 12,
      onChange: async ({ at, passOn }, response) => {
        if (at < 3) return relay(await passOn(), response)
        // Of the four on their way, two arrive; nobody hears of any.
        if (at < 7) {
          if (at % 2 === 0) await passOn()
          return
        }
        await relay(await passOn(), response)
      },
    })
    const run = await bench.plan([setField('Summer')])
    void bench.bulk().send(run.id, () => undefined)
    await expect
      .poll(async () => statesOf(await bench.bulk().read(run.id)))
      .toEqual({ changed: 3, sending: 4, planned: 5 })
    await expect.poll(() => bench.changesThatArrived().length).toBe(5)
    bench.bench.crash()
    const [found] = await bench.bulk().list(bench.connection.id)
    expect(found).toMatchObject({
      id: run.id,
      stage: 'ready',
      counts: { changed: 3, sending: 4, planned: 5 },
    })
    const resumed = await bench.send(await bench.bulk().read(run.id))
    expect(statesOf(resumed)).toEqual({ changed: 10, 'not-applied': 2 })
    expect(bench.changesThatArrived()).toHaveLength(10)
    expect(statesOf(await bench.planRest(resumed))).toEqual({ changed: 10, planned: 2 })
  })

  it('counts as changed what is there when it is read again, so that it can be undone', async () => {
    const bench = await openBulk({ count: 3, options: { switches: { readsBehind: 4 } } })
    const done = await bench.send(await bench.plan([setField('Summer')]))
    expect(statesOf(done)).toEqual({ missing: 3 })
    const { rows } = await bench.planRest(done)
    expect(rows).toMatchObject(done.rows.map(({ changes }) => ({ state: 'changed', changes })))
    expect(statesOf(await bench.undo(done))).toEqual({ planned: 3 })
  })

  it('outlives a line that a crash has cut', async () => {
    const bench = await openBulk()
    const done = await bench.send(await bench.plan([setField('Summer')]))
    const folder = join(bench.bench.folder, 'kept', 'runs')
    const path = join(folder, readdirSync(folder)[0] ?? '')
    const whole = readFileSync(path, 'utf8')
    writeFileSync(path, whole.slice(0, -20))
    bench.bench.crash()
    const run = await bench.bulk().read(done.id)
    expect(statesOf(run)).toEqual({ changed: 5, sending: 1 })
    expect(statesOf(await bench.send(run))).toEqual({ changed: 6 })
    bench.bench.crash()
    expect(statesOf(await bench.bulk().read(done.id))).toEqual({ changed: 6 })
    expect(bench.changesThatArrived()).toHaveLength(6)
  })

  it('is in no file where no history is kept', async () => {
    const bench = await openBulk({ keepsHistory: false })
    const done = await bench.send(await bench.plan([setField('Summer')]))
    expect(statesOf(done)).toEqual({ changed: 6 })
    expect(readdirSync(bench.bench.folder)).not.toContain('kept')
  })
})

describe('the lock', () => {
  it('lets nothing of a run leave for production before its name was typed', async () => {
    const bench = await openBulk({ connection: { environment: 'production' } })
    const run = await bench.plan([setField('Summer')])
    expect(run.lock).toBe('read-only')
    expect(await problemOf(bench.send(run))).toMatchObject({ kind: 'input' })
    await bench.bench.connections.allowChanges(bench.connection.id, true)
    expect(await problemOf(bench.send(run))).toMatchObject({ kind: 'input' })
    expect(bench.changesThatArrived()).toEqual([])
    bench.bench.service().lock.unlock(await bench.bench.connections.find(bench.connection.id), 'Editor')
    expect(statesOf(await bench.send(run))).toEqual({ changed: 6 })
  })

  it('ends a run when it is shut meanwhile', async () => {
    const gate = createGate()
    const bench = await openBulk({
      count: 12,
      onChange: async ({ passOn }, response) => {
        await gate.opened
        await relay(await passOn(), response)
      },
    })
    const run = await bench.plan([setField('Summer')])
    const running = bench.bulk().send(run.id, () => undefined)
    await expect.poll(async () => statesOf(await bench.bulk().read(run.id))).toMatchObject({ sending: 4 })
    await bench.bench.connections.allowChanges(bench.connection.id, false)
    gate.open()
    await running
    const ended = await bench.bulk().read(run.id)
    expect(statesOf(ended)).toEqual({ changed: 4, planned: 8 })
    expect(ended).toMatchObject({ error: { kind: 'input' }, lock: 'read-only' })
  })

  it('is asked again before a change that AEM held back is sent once more', async () => {
    let asked = 0
    const bench = await openBulk({
      count: 1,
      onChange: async (_change, response) => {
        asked += 1
        await bench.bench.connections.allowChanges(bench.connection.id, false)
        response.writeHead(429, { 'retry-after': '1', 'content-type': 'text/plain' }).end()
      },
    })
    const ended = await bench.send(await bench.plan([setField('Summer')]))
    expect([asked, statesOf(ended)]).toEqual([1, { planned: 1 }])
    expect(ended.error).toMatchObject({ kind: 'input' })
  })

  it('sends nothing of a run to where its connection leads by now', async () => {
    const bench = await openBulk()
    const run = await bench.plan([setField('Summer')])
    await bench.bench.save(bench.cloud, { id: bench.connection.id, secret: '' })
    expect(await problemOf(bench.send(run))).toEqual({ kind: 'gone' })
    expect(bench.changesThatArrived()).toEqual([])
  })
})

it('ends in counts that add up to what was asked, whatever happens to each change', {
  timeout: 60_000,
}, async () => {
  const fates = ['done', 'refused', 'stale', 'held', 'lost', 'cut'] as const
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...fates), { minLength: 1, maxLength: 14 }), async (fate) => {
      const bench = await openBulk({
        count: 10,
        onChange: async ({ at, passOn }, response) => {
          switch (fate[at % fate.length]) {
            case 'refused':
              response.writeHead(403, { 'content-type': 'text/plain' })
              return void response.end('no')
            case 'stale':
              response.writeHead(412, { 'content-type': 'text/plain' })
              return void response.end()
            case 'held':
              response.writeHead(429, { 'retry-after': '1', 'content-type': 'text/plain' })
              return void response.end()
            case 'lost':
              await passOn()
              return void response.destroy()
            case 'cut':
              return void response.destroy()
            default:
              await relay(await passOn(), response)
          }
        },
      })
      const run = await bench.plan([setField('Summer')])
      const done = await bench.send(run)
      const counts = countBulk(done.rows)
      expect(bulkStates.reduce((sum, state) => sum + counts[state], 0)).toBe(bench.assetIds.length)
      expect(counts.sending + counts.unknown).toBe(0)
      const there = await Promise.all(bench.assetIds.map((assetId) => bench.fieldOf(assetId, 'x:campaign')))
      expect(there.filter((value) => value === 'Summer')).toHaveLength(counts.changed)
      expect(bench.changesThatArrived()).toHaveLength(counts.changed)
    }),
    { numRuns: 25 },
  )
})

it('a run goes with its connection at the next start, and others stay', async () => {
  const bench = await openBulk({ count: 2 })
  const done = await bench.send(await bench.plan([setField('Summer')]))
  const folder = join(bench.bench.folder, 'kept', 'runs')
  const text = readFileSync(join(folder, `${done.id}.jsonl`), 'utf8')
  const forgotten = text.replaceAll(done.id, 'other').replaceAll(bench.connection.id, 'forgotten')
  writeFileSync(join(folder, 'other.jsonl'), forgotten)
  bench.bench.crash()
  await bench.bench.service().tidy()
  await expect.poll(() => readdirSync(folder)).toEqual([`${done.id}.jsonl`])
  expect(statesOf(await bench.bulk().read(done.id))).toEqual({ changed: 2 })
})
