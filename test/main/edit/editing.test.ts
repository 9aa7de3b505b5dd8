import { describe, expect, it } from 'vitest'
import { Failure } from '../../../src/main/failures/failure'
import { assetOf, openCloud } from '../../support/check-bench'
import { openDraft, openEditing, setTitle } from '../../support/edit-bench'

async function problemOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (thrown: unknown) => (thrown instanceof Failure ? thrown.error : thrown),
  )
}

describe('a change', () => {
  it('is sent as reviewed, once, under the ETag that it started from, and read again', async () => {
    const cloud = await openCloud()
    const bench = openEditing()
    const { connection, assetId, draft } = await openDraft(bench, cloud)
    const edited = await bench.change(draft, setTitle('Beach at dawn'))
    const review = await bench.service().sender.review(edited.id, null)
    const outcome = await bench.send(edited)
    const sent = cloud.requests.filter(({ method }) => method === 'PATCH')
    expect(sent.map(({ body, headers }) => [body, headers['if-match'], headers['content-type']])).toEqual([
      [review.body, draft.etag, 'application/json-patch+json'],
    ])
    expect(outcome).toMatchObject({
      kind: 'applied',
      missing: [],
      besides: [],
      withoutAnswer: false,
      draft: null,
    })
    expect((await bench.read(connection, assetId)).fields['dc:title']).toBe('Beach at dawn')
  })

  it.each([200, 204] as const)('is a success with %i', async (patchedStatus) => {
    const bench = openEditing()
    const { draft } = await openDraft(bench, await openCloud({ switches: { patchedStatus } }))
    expect((await bench.send(await bench.change(draft, setTitle('New')))).kind).toBe('applied')
  })

  it('tells what AEM has changed besides', async () => {
    const bench = openEditing()
    const { draft } = await openDraft(bench, await openCloud({ switches: { writesBesides: true } }))
    const outcome = await bench.send(await bench.change(draft, setTitle('New')))
    expect(outcome.kind === 'applied' && outcome.besides.map(({ path }) => path)).toEqual([
      ['xmp:MetadataDate'],
    ])
  })

  it('waits for reads that are behind', async () => {
    const bench = openEditing()
    const { draft } = await openDraft(bench, await openCloud({ switches: { readsBehind: 2 } }))
    expect(await bench.send(await bench.change(draft, setTitle('New')))).toMatchObject({
      kind: 'applied',
      missing: [],
    })
  })

  it('that does not show up is no success, and can be sent again', async () => {
    const bench = openEditing()
    const { draft } = await openDraft(bench, await openCloud({ switches: { readsBehind: 9 } }))
    const outcome = await bench.send(await bench.change(draft, setTitle('New')))
    expect(outcome).toMatchObject({
      kind: 'applied',
      missing: [{ path: ['dc:title'], after: '"New"' }],
      draft: { changes: [{ path: ['dc:title'], after: '"New"' }] },
    })
    expect(await bench.service().journal.list()).toEqual([])
  })

  it('uses the form of paths that worked before', async () => {
    const cloud = await openCloud({ switches: { patchPaths: ['bare'] } })
    const bench = openEditing()
    const { connection, assetId, draft } = await openDraft(bench, cloud)
    const edited = await bench.change(draft, setTitle('New'))
    expect(await problemOf(bench.send(edited))).toMatchObject({ cause: 'aem-change-not-possible' })
    const { sender } = bench.service()
    const signal = new AbortController().signal
    await sender.send(edited.id, await sender.review(edited.id, 'bare'), signal)
    const again = await bench.open(connection, assetId)
    if (again.kind !== 'open') throw new Error(again.kind)
    const { patch } = await bench.change(again.draft, setTitle('Newer'))
    expect(JSON.parse(patch)).toEqual([{ op: 'replace', path: 'dc:title', value: 'Newer' }])
  })

  it('is refused for what was not reviewed', async () => {
    const cloud = await openCloud()
    const bench = openEditing()
    const { draft } = await openDraft(bench, cloud)
    const { sender } = bench.service()
    const edited = await bench.change(draft, setTitle('One'))
    const review = await sender.review(edited.id, null)
    await bench.change(edited, setTitle('Two'))
    expect(await problemOf(sender.send(edited.id, review, new AbortController().signal))).toEqual({
      kind: 'gone',
    })
    expect(cloud.requests.filter(({ method }) => method === 'PATCH')).toEqual([])
  })

  it('that the account may not make leaves the draft as it is', async () => {
    const cloud = await openCloud()
    const bench = openEditing()
    const connection = await bench.save(cloud, {}, 'Reader')
    const opening = await bench.open(connection, assetOf(cloud))
    if (opening.kind !== 'open') throw new Error(opening.kind)
    const edited = await bench.change(opening.draft, setTitle('New'))
    expect(await problemOf(bench.send(edited))).toMatchObject({ cause: 'aem-write-refused' })
    const again = await bench.open(connection, assetOf(cloud))
    expect(again).toMatchObject({ kind: 'open', draft: { changes: [{ after: '"New"' }] } })
  })
})

describe('a change that somebody else came before', () => {
  async function race(
    mine: string,
    theirs: { path: string; value: string },
    staleIfMatchStatus: 412 | 409 = 412,
  ) {
    const cloud = await openCloud({ switches: { staleIfMatchStatus } })
    const [bench, other] = [openEditing(), openEditing()]
    const { connection, assetId, draft } = await openDraft(bench, cloud)
    const edited = await bench.change(draft, setTitle(mine))
    const first = await openDraft(other, cloud)
    await other.send(
      await other.change(first.draft, {
        kind: theirs.path === 'dc:title' ? 'set' : 'add',
        path: [theirs.path],
        value: JSON.stringify(theirs.value),
        continues: false,
      }),
    )
    return { bench, connection, assetId, outcome: await bench.send(edited) }
  }

  it.each([412, 409] as const)('is merged where the fields are others (%i)', async (status) => {
    const { bench, connection, assetId, outcome } = await race(
      'Mine',
      { path: 'x:note', value: 'Theirs' },
      status,
    )
    if (outcome.kind !== 'conflict') throw new Error(outcome.kind)
    expect([outcome.merged, outcome.draft.conflicts]).toEqual([1, []])
    expect((await bench.send(outcome.draft)).kind).toBe('applied')
    expect((await bench.read(connection, assetId)).fields).toMatchObject({
      'dc:title': 'Mine',
      'x:note': 'Theirs',
    })
  })

  it('asks where the field is the same, and loses nothing', async () => {
    const { bench, connection, assetId, outcome } = await race('Mine', { path: 'dc:title', value: 'Theirs' })
    if (outcome.kind !== 'conflict') throw new Error(outcome.kind)
    const { draft } = outcome
    expect(draft.conflicts).toMatchObject([{ path: ['dc:title'], mine: '"Mine"', theirs: '"Theirs"' }])
    const { editing, sender } = bench.service()
    const review = await sender.review(draft.id, null)
    expect(await problemOf(sender.send(draft.id, review, new AbortController().signal))).toEqual({
      kind: 'gone',
    })
    const settled = await editing.settle(draft.id, ['mine'])
    expect((await bench.send(settled)).kind).toBe('applied')
    expect((await bench.read(connection, assetId)).fields['dc:title']).toBe('Mine')
  })

  it('is done where it was the same change', async () => {
    const { outcome } = await race('Same', { path: 'dc:title', value: 'Same' })
    if (outcome.kind !== 'conflict') throw new Error(outcome.kind)
    expect([outcome.draft.changes, outcome.draft.conflicts]).toEqual([[], []])
  })
})

it('loses no update of two that change one asset 200 times', async () => {
  const cloud = await openCloud()
  const benches = [openEditing(), openEditing()]
  const drafts = await Promise.all(benches.map((bench) => openDraft(bench, cloud)))
  const assetId = assetOf(cloud)
  async function write(at: number, round: number): Promise<void> {
    const [bench, connection] = [benches[at], drafts[at]?.connection]
    if (!bench || !connection) throw new Error('Nobody writes')
    const opening = await bench.open(connection, assetId)
    if (opening.kind !== 'open') throw new Error(opening.kind)
    let draft = await bench.change(opening.draft, {
      kind: 'add',
      path: [`race:${at}-${round}`],
      value: `"${at} ${round}"`,
    })
    for (
      let outcome = await bench.send(draft);
      outcome.kind !== 'applied';
      outcome = await bench.send(draft)
    ) {
      if (outcome.kind !== 'conflict') throw new Error(outcome.kind)
      draft = outcome.draft
    }
  }
  for (let round = 0; round < 100; round++) await Promise.all([write(0, round), write(1, round)])
  const [bench, first] = [benches[0], drafts[0]]
  if (!bench || !first) throw new Error('Nobody reads')
  const { fields } = await bench.read(first.connection, assetId)
  expect(Object.keys(fields).filter((key) => key.startsWith('race:'))).toHaveLength(200)
})

describe('a draft', () => {
  it('goes back and forth', async () => {
    const bench = openEditing()
    const { draft } = await openDraft(bench, await openCloud())
    const before = JSON.parse(draft.text).assetMetadata['dc:title']
    const { editing } = bench.service()
    const edited = await bench.change(draft, setTitle('One'), setTitle('Two'))
    const { undo, redo } = await import('../../../src/main/edit/draft-state')
    const titles = []
    for (const step of [undo, undo, undo, redo, redo]) {
      const { text } = await editing.edit(edited.id, step)
      titles.push(JSON.parse(text).assetMetadata['dc:title'])
    }
    expect(titles).toEqual(['One', before, before, 'One', 'Two'])
  })

  it('undoes at once what was typed in one go', async () => {
    const bench = openEditing()
    const { draft } = await openDraft(bench, await openCloud())
    const edited = await bench.change(draft, setTitle('O'), setTitle('On', true), setTitle('One', true))
    const { undo } = await import('../../../src/main/edit/draft-state')
    expect((await bench.service().editing.edit(edited.id, undo)).changes).toEqual([])
  })

  it('is there after a restart, and starts from the version that the asset has by then', async () => {
    const cloud = await openCloud()
    const bench = openEditing()
    const { connection, assetId, draft } = await openDraft(bench, cloud)
    await bench.change(draft, setTitle('Mine'))
    const other = openEditing()
    const theirs = await openDraft(other, cloud)
    await other.send(await other.change(theirs.draft, { kind: 'add', path: ['x:note'], value: '"Theirs"' }))
    await bench.restart()
    const opening = await bench.open(connection, assetId)
    expect(opening).toMatchObject({
      kind: 'open',
      draft: {
        changes: [{ path: ['dc:title'], after: '"Mine"' }],
        conflicts: [],
        resumedFrom: expect.any(String),
      },
    })
  })

  it('keeps a patch by hand that has problems, also after a restart, without counting it', async () => {
    const bench = openEditing()
    const { connection, assetId, draft } = await openDraft(bench, await openCloud())
    const edited = await bench.change(draft, setTitle('Mine'))
    const text = '[{"op":"remove","path":"/nowhere"}, {"op":"add"'
    const { problems } = await bench.service().editing.writeByHand(edited.id, text)
    expect(problems).toMatchObject([{ code: 'not-json' }])
    await bench.restart()
    expect(await bench.open(connection, assetId)).toMatchObject({
      draft: { unfinished: text, byHand: null, changes: [{ after: '"Mine"' }] },
    })
  })

  it('is in no file where no history is kept', async () => {
    const bench = openEditing(undefined, false)
    const { connection, assetId, draft } = await openDraft(bench, await openCloud())
    await bench.change(draft, setTitle('Mine'))
    await bench.restart()
    expect(await bench.open(connection, assetId)).toMatchObject({ kind: 'open', draft: { changes: [] } })
  })

  it('is gone for a connection that leads elsewhere by now', async () => {
    const cloud = await openCloud()
    const bench = openEditing()
    const { connection, draft } = await openDraft(bench, cloud)
    const edited = await bench.change(draft, setTitle('Mine'))
    const elsewhere = await openCloud()
    await bench.save(elsewhere, { id: connection.id })
    expect(await problemOf(bench.send(edited))).toEqual({ kind: 'gone' })
    expect(elsewhere.requests.filter(({ method }) => method === 'PATCH')).toEqual([])
  })
})

describe('the lock', () => {
  it.each(['stage', 'production'] as const)(
    'lets nothing leave on %s until that is allowed',
    async (environment) => {
      const cloud = await openCloud()
      const bench = openEditing()
      const connection = await bench.save(cloud, { environment })
      const opening = await bench.open(connection, assetOf(cloud))
      if (opening.kind !== 'open') throw new Error(opening.kind)
      expect(opening.draft.lock).toBe('read-only')
      const edited = await bench.change(opening.draft, setTitle('New'))
      expect(await problemOf(bench.send(edited))).toMatchObject({ kind: 'input' })
      const { sender, editing, lock } = bench.service()
      const review = { body: edited.patch, pathForm: 'asset-metadata' } as const
      const signal = new AbortController().signal
      expect(await problemOf(sender.send(edited.id, review, signal))).toMatchObject({ kind: 'input' })
      await bench.connections.allowChanges(connection.id, true)
      if (environment === 'production') {
        expect((await editing.describe(edited.id)).lock).toBe('needs-name')
        expect(await problemOf(sender.send(edited.id, review, signal))).toMatchObject({ kind: 'input' })
        const record = await bench.connections.find(connection.id)
        expect(() => lock.unlock(record, 'editor')).toThrow(Failure)
        lock.unlock(record, ' Editor ')
      }
      expect(cloud.requests.filter(({ method }) => method === 'PATCH')).toEqual([])
      expect((await bench.send(edited)).kind).toBe('applied')
    },
  )

  it('is shut again when the connection is changed to another environment', async () => {
    const cloud = await openCloud()
    const bench = openEditing()
    const connection = await bench.save(cloud, { environment: 'stage' })
    await bench.connections.allowChanges(connection.id, true)
    const kept = await bench.save(cloud, {
      environment: 'stage',
      id: connection.id,
      secret: '',
      name: 'Renamed',
    })
    const moved = await bench.save(cloud, { environment: 'production', id: connection.id, secret: '' })
    expect([kept.allowsChanges, moved.allowsChanges]).toEqual([true, false])
  })
})

it('undoes a change that was sent, and asks where somebody has changed the field since', async () => {
  const cloud = await openCloud()
  const bench = openEditing()
  const { connection, assetId, draft } = await openDraft(bench, cloud)
  const before = JSON.parse(draft.text).assetMetadata['dc:title']
  await bench.send(
    await bench.change(draft, setTitle('New'), { kind: 'add', path: ['x:note'], value: '1.50' }),
  )
  const [change] = await bench.service().journal.list()
  const signal = new AbortController().signal
  const reversed = await bench.service().sender.reverse(change?.id ?? '', signal, () => undefined)
  expect(reversed.changes).toMatchObject([
    { after: JSON.stringify(before) },
    { path: ['x:note'], after: null },
  ])
  await bench.send(await bench.change(reversed, setTitle('Newer')))
  const asked = await bench.service().sender.reverse(change?.id ?? '', signal, () => undefined)
  expect(asked.conflicts).toMatchObject([
    { path: ['dc:title'], mine: JSON.stringify(before), theirs: '"Newer"' },
  ])
  expect((await bench.read(connection, assetId)).fields['x:note']).toBeUndefined()
})
