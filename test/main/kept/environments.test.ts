import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assetKeyOf } from '../../../src/shared/kept'
import { asset, bodyOf, openKept, titled } from '../../support/kept-set-up'

/** The same connection and asset, after the connection was edited. */
const elsewhere = { ...asset, author: 'https://author-p3-e4.adobeaemcloud.com' }
const otherClient = { ...asset, clientId: 'another' }
const names = { title: 'Tea', name: 'a.jpg', path: '/content/dam/a.jpg' }

describe.each([
  ['host', elsewhere],
  ['client ID', otherClient],
])('a connection that got another %s', (_name, changed) => {
  it('has its own entry in the history', async () => {
    const { kept } = openKept()
    await kept.recordReading(bodyOf(titled('Tea')))
    await kept.recordReading(bodyOf(titled('Coffee'), changed))
    const { history } = await kept.list()
    expect(history.map((entry) => [assetKeyOf(entry), entry.names.title])).toEqual([
      [changed, 'Coffee'],
      [asset, 'Tea'],
    ])
  })

  it('takes no names over from where it led before', async () => {
    const { kept } = openKept()
    await kept.recordReading(bodyOf(titled('Tea')))
    await kept.recordFailure(changed)
    expect((await kept.list()).history[0]).toMatchObject({ ...changed, names: { title: null } })
  })

  it('has no snapshots from where it led before', async () => {
    const { kept } = openKept()
    const { text, etag, readAt } = bodyOf(titled('Tea'))
    await kept.recordReading(bodyOf(titled('Tea')))
    await kept.keepSnapshot({ ...asset, text, etag, readAt })
    await kept.keepSnapshot({ ...changed, text, etag, readAt })
    const counts = [await kept.snapshotsOf(asset), await kept.snapshotsOf(changed)].map((all) => all.length)
    expect(counts).toEqual([2, 1])
  })

  it('has no favourites from where it led before', async () => {
    const { kept } = openKept()
    await kept.saveFavourite({ ...asset, names, note: 'here' })
    const after = await kept.saveFavourite({ ...changed, names, note: 'there' })
    expect(after?.favourites.map(({ note }) => note)).toEqual(['there', 'here'])
  })

  it('keeps the former entry when its own is removed', async () => {
    const { kept } = openKept()
    await kept.recordReading(bodyOf(titled('Tea')))
    await kept.recordReading(bodyOf(titled('Coffee'), changed))
    const { history } = await kept.clearHistory({ asset: changed })
    expect([history.map(assetKeyOf), (await kept.snapshotsOf(asset)).length]).toEqual([[asset], 1])
  })
})

describe('what a version kept that did not record the environment', () => {
  const unrecorded = { ...asset, author: null, clientId: null }

  /** A folder as that version wrote it. */
  async function setUp() {
    const { folder, kept, restart } = openKept()
    await kept.recordReading(bodyOf(titled('Tea')))
    await kept.saveFavourite({ ...asset, names, note: 'mine' })
    for (const name of ['history', 'favourites', 'snapshots']) {
      const path = join(folder, `${name}.json`)
      const content: unknown = JSON.parse(readFileSync(path, 'utf8'), (key, value) =>
        key === 'author' || key === 'clientId' ? undefined : value,
      )
      writeFileSync(path, JSON.stringify(content))
    }
    return restart()
  }

  it('is all there, and says that it is not known', async () => {
    const kept = await setUp()
    const { history, favourites, setAside } = await kept.list()
    expect([history, favourites, setAside]).toMatchObject([
      [{ ...unrecorded, names }],
      [{ ...unrecorded, names, note: 'mine' }],
      [],
    ])
  })

  it('is where the connection leads by now, once it is read again there', async () => {
    const kept = await setUp()
    await kept.recordReading(bodyOf(titled('Coffee')))
    expect((await kept.list()).history).toMatchObject([{ ...asset, names: { title: 'Coffee' } }])
  })

  it('gives its note to the favourite that it becomes', async () => {
    const kept = await setUp()
    const after = await kept.saveFavourite({ ...asset, names, note: 'mine, too' })
    expect(after?.favourites).toMatchObject([{ ...asset, note: 'mine, too' }])
  })

  it('is offered to compare with, and says that it is not known', async () => {
    const kept = await setUp()
    const [snapshot, ...others] = await kept.snapshotsOf(asset)
    expect([snapshot, others]).toMatchObject([{ author: null, clientId: null }, []])
    expect((await kept.readSnapshot(snapshot?.id ?? '')).text).toBe(titled('Tea'))
  })
})
