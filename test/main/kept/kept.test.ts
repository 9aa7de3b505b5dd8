import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hiddenSecret } from '../../../src/main/failures/redact'
import { longestHistory } from '../../../src/main/kept/history'
import { openKeptFolder } from '../../../src/main/kept/open-kept'
import { longestName, noNames } from '../../../src/shared/asset-names'
import type { CheckMark } from '../../../src/shared/kept'
import { errorOf } from '../../support/failures'
import { asset, bodyOf, openKept, titled } from '../../support/kept-set-up'

const names = { title: 'Tea', name: 'a.jpg', path: '/content/dam/a.jpg' }
const other = { ...asset, assetId: 'urn:aaid:aem:2' }
const elsewhere = { ...asset, connectionId: 'prod' }

describe('the history', () => {
  it('is empty at first, and no file is written for that', async () => {
    const { folder, kept } = openKept()
    expect([(await kept.list()).history, existsSync(folder)]).toEqual([[], false])
  })

  it('has what an asset is known by', async () => {
    const { kept } = openKept()
    await kept.recordReading(bodyOf(titled('Tea')))
    expect((await kept.list()).history).toEqual([
      { ...asset, names, at: '2026-03-01T12:00:00.000Z', outcome: 'read' },
    ])
  })

  it('outlives the program', async () => {
    const { kept, restart } = openKept()
    await kept.recordReading(bodyOf(titled('Tea')))
    expect((await restart().list()).history).toMatchObject([{ names }])
  })

  it('has each asset of a connection once, the latest first', async () => {
    const { kept } = openKept()
    for (const key of [asset, other, elsewhere, asset]) await kept.recordReading(bodyOf('{}', key))
    const ids = (await kept.list()).history.map(({ connectionId, assetId }) => `${connectionId} ${assetId}`)
    expect(ids).toEqual(['dev urn:aaid:aem:1', 'prod urn:aaid:aem:1', 'dev urn:aaid:aem:2'])
  })

  it('keeps the names of an asset that could not be read this time', async () => {
    const { kept } = openKept()
    await kept.recordReading(bodyOf(titled('Tea')))
    await kept.recordFailure(asset)
    expect((await kept.list()).history).toMatchObject([{ names, outcome: 'failed' }])
  })

  it('takes the first title of several', async () => {
    const { kept } = openKept()
    await kept.recordReading(bodyOf('{"assetMetadata":{"dc:title":{"x-default":"A","de":"B"}}}'))
    expect((await kept.list()).history[0]?.names.title).toBe('A')
  })

  it('does not grow without end', async () => {
    const { folder, kept } = openKept()
    const entries = Array.from({ length: longestHistory }, (_, index) => ({
      ...asset,
      assetId: String(index),
      names: noNames,
      at: '2026-01-01T00:00:00.000Z',
      outcome: 'read',
    }))
    mkdirSync(folder)
    writeFileSync(join(folder, 'history.json'), JSON.stringify({ version: 1, entries, forgotten: [] }))
    await kept.recordFailure(asset)
    const { history } = await kept.list()
    expect([history.length, history[0]?.assetId, history.at(-1)?.assetId]).toEqual([
      longestHistory,
      asset.assetId,
      String(longestHistory - 2),
    ])
  })

  it.each([
    ['one asset', { asset }, ['dev 2', 'prod 1']],
    ['one connection', { connectionId: 'dev' }, ['prod 1']],
    ['everything', 'everything' as const, []],
  ])('can be cleared of %s, with the bodies kept along the way', async (_name, scope, left) => {
    const { folder, kept } = openKept()
    for (const [index, key] of [asset, other, elsewhere].entries()) {
      await kept.recordReading(bodyOf(`[${index}]`, key))
    }
    const { history } = await kept.clearHistory(scope)
    const ids = history.map(({ connectionId, assetId }) => `${connectionId} ${assetId.at(-1)}`)
    expect([ids.sort(), readdirSync(join(folder, 'bodies')).length]).toEqual([left, left.length])
  })

  it('comes back in its order once it was cleared, below what was asked for since', async () => {
    const { clock, kept } = openKept()
    for (const key of [asset, other, elsewhere]) {
      clock.pass(1_000)
      await kept.recordReading(bodyOf('[]', key))
    }
    await kept.clearHistory({ connectionId: 'dev' })
    clock.pass(1_000)
    await kept.recordReading(bodyOf('[1]', asset))
    const { history } = await kept.restoreHistory()
    const ids = history.map(({ connectionId, assetId }) => `${connectionId} ${assetId.at(-1)}`)
    expect(ids).toEqual(['dev 1', 'prod 1', 'dev 2'])
    expect((await kept.restoreHistory()).history).toEqual(history)
  })

  it('does not come back once everything kept was deleted', async () => {
    const { kept } = openKept()
    await kept.recordReading(bodyOf('[]', asset))
    await kept.clearHistory('everything')
    await kept.deleteEverything()
    expect((await kept.restoreHistory()).history).toEqual([])
  })
})

describe('favourites', () => {
  const draft = { ...asset, names, note: '' }

  it('outlive the program, with their notes', async () => {
    const { kept, restart } = openKept()
    await kept.saveFavourite({ ...draft, note: ' for the spring shop ' })
    expect((await restart().list()).favourites).toEqual([
      { ...draft, note: 'for the spring shop', since: '2026-03-01T12:00:00.000Z' },
    ])
  })

  it('keep their place and day when the note is changed', async () => {
    const { clock, kept } = openKept()
    await kept.saveFavourite(draft)
    await kept.saveFavourite({ ...draft, ...other })
    clock.pass(1_000)
    const after = await kept.saveFavourite({ ...draft, note: 'new' })
    expect(after?.favourites.map(({ note, since }) => [note, since])).toEqual([
      ['', '2026-03-01T12:00:00.000Z'],
      ['new', '2026-03-01T12:00:00.000Z'],
    ])
  })

  it('go one by one', async () => {
    const { kept } = openKept()
    await kept.saveFavourite(draft)
    await kept.saveFavourite({ ...draft, ...elsewhere })
    expect((await kept.removeFavourite(asset)).favourites).toMatchObject([elsewhere])
  })

  it('stay when the history is cleared', async () => {
    const { kept } = openKept()
    await kept.saveFavourite(draft)
    const after = await kept.clearHistory('everything')
    expect(after.favourites).toHaveLength(1)
  })
})

describe('what is kept of a forgotten connection', () => {
  async function setUp() {
    const opened = openKept()
    for (const key of [asset, elsewhere]) {
      await opened.kept.recordReading(bodyOf(`"${key.connectionId}"`, key))
      await opened.kept.saveFavourite({ ...key, names: noNames, note: '' })
    }
    await opened.kept.connectionChanged('dev', 'forgotten')
    return opened
  }
  function connectionsIn(folder: string): string[] {
    return ['history.json', 'favourites.json', 'snapshots.json'].map((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/"connectionId": "(\w+)"/g)]
        .map(([, id]) => id)
        .join(' '),
    )
  }

  it('stays until the next start, so that it can come back', async () => {
    const { kept } = await setUp()
    expect((await kept.list()).favourites).toHaveLength(2)
  })

  it('goes at the next start', async () => {
    const { folder, restart } = await setUp()
    await restart().tidy()
    expect([...connectionsIn(folder), readdirSync(join(folder, 'bodies')).length]).toEqual([
      'prod',
      'prod',
      'prod',
      1,
    ])
  })

  it('stays when the connection was brought back', async () => {
    const { kept, restart } = await setUp()
    await kept.connectionChanged('dev', 'restored')
    const next = restart()
    await next.tidy()
    expect((await next.list()).favourites).toHaveLength(2)
  })

  it('has nothing added by what was under way', async () => {
    const { folder, kept } = openKept()
    await kept.connectionChanged('dev', 'forgotten')
    await kept.recordReading(bodyOf(titled('Tea')))
    await kept.recordFailure(asset)
    const { text, etag, readAt } = bodyOf(titled('Tea'))
    expect(await errorOf(kept.keepSnapshot({ ...asset, text, etag, readAt }))).toEqual({ kind: 'gone' })
    expect(await errorOf(kept.saveFavourite({ ...asset, names, note: '' }))).toEqual({ kind: 'gone' })
    expect([(await kept.list()).history, existsSync(folder)]).toEqual([[], false])
  })

  it('grows again once it is back', async () => {
    const { kept } = openKept()
    await kept.connectionChanged('dev', 'forgotten')
    await kept.connectionChanged('dev', 'restored')
    await kept.recordReading(bodyOf(titled('Tea')))
    expect((await kept.list()).history).toHaveLength(1)
  })

  it('is not written down where nothing is kept', async () => {
    const { folder, kept } = openKept()
    await kept.connectionChanged('dev', 'forgotten')
    expect(existsSync(folder)).toBe(false)
  })
})

describe('deleting everything', () => {
  it('leaves no file', async () => {
    const { folder, kept } = openKept()
    await kept.recordReading(bodyOf(titled('Tea')))
    await kept.saveFavourite({ ...asset, names, note: 'x' })
    await kept.keepSnapshot(bodyOf(titled('Tea')))
    const after = await kept.deleteEverything()
    expect([existsSync(folder), after.history, after.favourites, after.room.count]).toEqual([
      false,
      [],
      [],
      0,
    ])
  })

  it('takes along what is being written at that moment', async () => {
    const { folder, kept } = openKept()
    const writing = [1, 2, 3].map((number) => kept.recordReading(bodyOf(`[${number}]`)))
    await kept.deleteEverything()
    await Promise.all(writing)
    expect(existsSync(folder)).toBe(false)
  })

  it('takes along what was put aside', async () => {
    const { folder, kept } = openKept()
    mkdirSync(folder)
    writeFileSync(join(folder, 'snapshots.json'), 'broken')
    await kept.list()
    const after = await kept.deleteEverything()
    expect([existsSync(folder), after.setAside]).toEqual([false, []])
  })

  it('lets new things be kept', async () => {
    const { kept, restart } = openKept()
    await kept.recordReading(bodyOf(titled('Tea')))
    await kept.deleteEverything()
    await kept.recordReading(bodyOf(titled('Coffee')))
    expect((await restart().list()).history).toMatchObject([{ names: { title: 'Coffee' } }])
  })
})

describe('a history as large as it can be', () => {
  it('outlives the program', async () => {
    const { folder, kept } = openKept()
    const odd = '\u0001'.repeat(longestName)
    const entries = Array.from({ length: longestHistory }, (_, index) => ({
      ...asset,
      assetId: `urn:aaid:aem:${index}`,
      names: { title: odd, name: odd, path: odd },
      at: '2026-03-01T12:00:00.000Z',
      outcome: 'read' as const,
    }))
    await openKeptFolder(folder).history.write({ version: 1, entries, forgotten: [] })
    const { history, setAside } = await kept.list()
    expect([history.length, setAside]).toEqual([longestHistory, []])
  })
})

describe('a file that cannot be understood', () => {
  const broken = ['', '{', '[]', '{"version":2}', '{"version":1,"entries":[{}],"forgotten":[]}', '\u0000']

  it.each(broken)('is put aside and leaves the others as they are: %j', async (content) => {
    const { folder, kept, restart } = openKept()
    await kept.saveFavourite({ ...asset, names, note: '' })
    writeFileSync(join(folder, 'history.json'), content)
    const after = await restart().list()
    expect([after.history, after.favourites.length, after.setAside.length]).toEqual([[], 1, 1])
    expect(readFileSync(after.setAside[0] ?? '', 'utf8')).toBe(content)
  })

  it('does not take along the bodies of which it told', async () => {
    const { folder, kept, restart } = openKept()
    await kept.keepSnapshot(bodyOf('[1]'))
    writeFileSync(join(folder, 'snapshots.json'), 'broken')
    await restart().tidy()
    await restart().tidy()
    expect(readdirSync(join(folder, 'bodies'))).toHaveLength(1)
  })

  it('is told with its path when the disk does not give it', async () => {
    const { folder, kept } = openKept()
    mkdirSync(join(folder, 'history.json'), { recursive: true })
    expect(await errorOf(kept.list())).toMatchObject({ kind: 'storage', path: join(folder, 'history.json') })
  })
})

describe('what is written', () => {
  const token = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJl'
  function allText(folder: string): string {
    return readdirSync(folder)
      .filter((name) => name !== 'bodies')
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join()
  }

  it('is for its user alone', async () => {
    const { folder, kept } = openKept()
    await kept.recordReading(bodyOf(titled('Tea')))
    const [body = ''] = readdirSync(join(folder, 'bodies'))
    const modes = ['history.json', 'snapshots.json', join('bodies', body)].map(
      (name) => statSync(join(folder, name)).mode & 0o777,
    )
    expect(modes).toEqual([0o600, 0o600, 0o600])
  })

  it('holds no token that stands in a title, a note or a body', async () => {
    const { folder, kept } = openKept()
    await kept.recordReading(bodyOf(titled(`Bearer ${token}`)))
    await kept.saveFavourite({ ...asset, names: { ...names, path: token }, note: `p8e-canary ${token}` })
    const outcome = await kept.keepSnapshot(bodyOf(titled(token)))
    expect(allText(folder)).not.toMatch(/canary|eyJ/)
    expect([outcome, existsSync(join(folder, 'bodies'))]).toEqual([{ outcome: 'holds-credential' }, false])
  })

  it('is no body in which a secret was sent back, though it is hidden there', async () => {
    const { folder, kept } = openKept()
    const body = bodyOf(titled(hiddenSecret))
    await kept.recordReading(body)
    const outcome = await kept.keepSnapshot(body)
    expect([outcome, existsSync(join(folder, 'bodies'))]).toEqual([{ outcome: 'holds-credential' }, false])
  })
})

describe('checks of connections', () => {
  function mark(at: string, parts: Partial<CheckMark> = {}): CheckMark {
    return {
      connectionId: 'dev',
      at: `2026-03-01T${at}:00.000Z`,
      verdict: 'ready-to-read',
      step: null,
      ...parts,
    }
  }

  it('outlive a restart, newest first', async () => {
    const { kept, restart } = openKept()
    await kept.recordCheck(mark('10:00'))
    await kept.recordCheck(mark('11:00', { verdict: 'red', step: 'token' }))
    expect((await restart().list()).checks).toEqual([
      mark('11:00', { verdict: 'red', step: 'token' }),
      mark('10:00'),
    ])
  })

  it('are no more than twenty of one connection', async () => {
    const { kept } = openKept()
    for (let minute = 10; minute < 40; minute++) await kept.recordCheck(mark(`10:${minute}`))
    await kept.recordCheck(mark('10:00', { connectionId: 'stage' }))
    const { checks } = await kept.list()
    expect(checks.filter(({ connectionId }) => connectionId === 'dev')).toHaveLength(20)
    expect(checks[1]).toEqual(mark('10:39'))
    expect(checks[0]?.connectionId).toBe('stage')
  })

  it.each(['edited', 'secrets-changed'] as const)('go when their connection is %s', async (change) => {
    const { kept } = openKept()
    await kept.recordCheck(mark('10:00'))
    await kept.recordCheck(mark('10:00', { connectionId: 'stage' }))
    await kept.connectionChanged('dev', change)
    expect((await kept.list()).checks.map(({ connectionId }) => connectionId)).toEqual(['stage'])
  })

  it('of a forgotten connection go at the next start, unless it came back', async () => {
    const { kept, restart } = openKept()
    await kept.recordCheck(mark('10:00'))
    await kept.connectionChanged('dev', 'forgotten')
    await kept.connectionChanged('dev', 'restored')
    const second = restart()
    await second.tidy()
    expect((await second.list()).checks).toHaveLength(1)
    await second.connectionChanged('dev', 'forgotten')
    const third = restart()
    await third.tidy()
    expect((await third.list()).checks).toEqual([])
  })

  it('go with everything', async () => {
    const { kept } = openKept()
    await kept.recordCheck(mark('10:00'))
    expect((await kept.deleteEverything()).checks).toEqual([])
  })
})
