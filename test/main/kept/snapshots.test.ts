import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KeptFolder, KeptStore } from '../../../src/main/kept/kept'
import { breakingFile, createBreaker } from '../../support/breaking'
import { errorOf } from '../../support/failures'
import { asset, bodyOf, openKept } from '../../support/kept-set-up'

function bodiesIn(folder: string): string[] {
  const bodies = join(folder, 'bodies')
  return existsSync(bodies) ? readdirSync(bodies) : []
}

/** A body of that many bytes. */
function sized(bytes: number, fill: string): string {
  return `"${fill.repeat(bytes - 2)}"`
}

async function keep(kept: KeptStore, text: string, assetId = 'a'): Promise<string> {
  return (await kept.keepSnapshot(bodyOf(text, { assetId }))).outcome
}

describe('a snapshot', () => {
  it('brings back the exact text after a restart', async () => {
    const { kept, restart } = openKept()
    const text = '{"a":1.0,"a":18446744073709551615,"b":"\\ud800é\u2028","c": 1E2}'
    await kept.keepSnapshot(bodyOf(text))
    const [snapshot] = await restart().snapshotsOf(asset)
    expect((await restart().readSnapshot(snapshot?.id ?? '')).text).toBe(text)
  })

  it('brings back any text that an answer can hold', async () => {
    const { kept } = openKept()
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        const body = JSON.stringify(text)
        const outcome = await kept.keepSnapshot(bodyOf(body))
        const id = outcome.outcome === 'kept' ? outcome.snapshot.id : ''
        expect((await kept.readSnapshot(id)).text).toBe(body)
      }),
      { numRuns: 50 },
    )
  })

  it('is kept once for the same body of the same asset', async () => {
    const { kept } = openKept()
    await keep(kept, '[1]')
    await keep(kept, '[1]')
    expect((await kept.list()).room.count).toBe(1)
  })

  it('goes with its body when it is removed', async () => {
    const { folder, kept } = openKept()
    await kept.keepSnapshot(bodyOf('[1]'))
    const [snapshot] = await kept.snapshotsOf(asset)
    await kept.removeSnapshot(snapshot?.id ?? '')
    expect([await kept.snapshotsOf(asset), bodiesIn(folder)]).toEqual([[], []])
  })

  it('shares its body with an equal one, which stays as long as one of them needs it', async () => {
    const { folder, kept } = openKept()
    await kept.keepSnapshot(bodyOf('[1]'))
    await kept.keepSnapshot(bodyOf('[1]', { connectionId: 'prod' }))
    const [snapshot] = await kept.snapshotsOf(asset)
    expect(bodiesIn(folder)).toHaveLength(1)
    await kept.removeSnapshot(snapshot?.id ?? '')
    expect(bodiesIn(folder)).toHaveLength(1)
  })

  it.each([
    ['is not there', (path: string) => rmSync(path)],
    ['was changed by somebody', (path: string) => writeFileSync(path, '[2]')],
  ])('whose body %s is gone, and no longer listed', async (_name, spoil) => {
    const { folder, kept } = openKept()
    await kept.keepSnapshot(bodyOf('[1]'))
    const [snapshot] = await kept.snapshotsOf(asset)
    for (const name of bodiesIn(folder)) spoil(join(folder, 'bodies', name))
    expect(await errorOf(kept.readSnapshot(snapshot?.id ?? ''))).toEqual({ kind: 'gone' })
    expect(await kept.snapshotsOf(asset)).toEqual([])
  })
})

describe('the bodies kept along the way', () => {
  function see(kept: KeptStore, ...texts: string[]) {
    return Promise.all(texts.map((text, index) => kept.recordReading(bodyOf(text, { etag: `"${index}"` }))))
  }
  async function seenTexts(kept: KeptStore): Promise<string[]> {
    const snapshots = await kept.snapshotsOf(asset)
    return Promise.all(snapshots.map(async ({ id }) => (await kept.readSnapshot(id)).text))
  }

  it('are the latest and the different one before it', async () => {
    const { folder, kept } = openKept()
    await see(kept, '[1]', '[2]', '[2]', '[3]', '[3]')
    expect([await seenTexts(kept), bodiesIn(folder).length]).toEqual([['[3]', '[2]'], 2])
  })

  it('leave those that were kept by hand alone', async () => {
    const { kept } = openKept()
    await kept.keepSnapshot(bodyOf('[0]'))
    await see(kept, '[1]', '[2]', '[3]')
    expect(await seenTexts(kept)).toEqual(['[3]', '[2]', '[0]'])
  })
})

describe('the room for snapshots', () => {
  it('is made by the oldest that nobody asked to keep', async () => {
    const { folder, kept } = openKept(250)
    await keep(kept, sized(100, 'a'), 'first')
    await kept.recordReading(bodyOf(sized(100, 'b'), { assetId: 'old' }))
    await kept.recordReading(bodyOf(sized(50, 'c'), { assetId: 'new' }))
    await keep(kept, sized(100, 'd'), 'last')
    const left = await Promise.all(
      ['first', 'old', 'new', 'last'].map(
        async (assetId) => (await kept.snapshotsOf({ ...asset, assetId })).length,
      ),
    )
    expect([left, (await kept.list()).room, bodiesIn(folder).length]).toEqual([
      [1, 0, 1, 1],
      { count: 3, bytes: 250, limit: 250 },
      3,
    ])
  })

  it('is refused when only what was kept by hand is left, and nothing goes for that', async () => {
    const { folder, kept } = openKept(150)
    await keep(kept, sized(100, 'a'))
    expect(await keep(kept, sized(100, 'b'))).toBe('no-room')
    expect([bodiesIn(folder).length, (await kept.list()).room.bytes]).toEqual([1, 100])
  })

  it('is not counted twice for equal bodies', async () => {
    const { kept } = openKept(100)
    await keep(kept, sized(100, 'a'), 'one')
    expect(await keep(kept, sized(100, 'a'), 'other')).toBe('kept')
  })

  it('is never exceeded on disk', async () => {
    const steps = fc.array(
      fc.record({
        bytes: fc.integer({ min: 2, max: 120 }),
        fill: fc.constantFrom('a', 'b', 'c'),
        assetId: fc.constantFrom('x', 'y'),
        byHand: fc.boolean(),
      }),
      { maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const { kept } = openKept(200)
        for (const { bytes, fill, assetId, byHand } of all) {
          const body = bodyOf(sized(bytes, fill), { assetId })
          await (byHand ? kept.keepSnapshot(body) : kept.recordReading(body))
          expect((await kept.list()).room.bytes).toBeLessThanOrEqual(200)
        }
      }),
      { numRuns: 15 },
    )
  })
})

describe('a program that is ended while it keeps a snapshot', () => {
  /** Ends it at that step and starts it again. */
  async function endAt(step: number | null, effect: 'before' | 'after') {
    const breaker = createBreaker(step, effect)
    function breakFolder(folder: KeptFolder): KeptFolder {
      return {
        ...folder,
        history: breakingFile(folder.history, breaker),
        snapshots: breakingFile(folder.snapshots, breaker),
        bodies: {
          ...folder.bodies,
          write: (text) => breaker.run(() => folder.bodies.write(text)),
          remove: (name) => breaker.run(() => folder.bodies.remove(name)),
        },
      }
    }
    const { folder, kept, restart } = openKept(1_000_000, breakFolder)
    for (const text of ['[1]', '[2]', '[3]']) {
      await kept.recordReading(bodyOf(text)).catch(() => undefined)
    }
    const next = restart()
    await next.tidy()
    const snapshots = await next.snapshotsOf(asset)
    const texts = await Promise.all(snapshots.map(async ({ id }) => (await next.readSnapshot(id)).text))
    return { steps: breaker.steps(), texts, bodies: bodiesIn(folder).length, kept: await next.list() }
  }

  it('has every body that it lists, and no other, at whichever step it ended', async () => {
    const { steps } = await endAt(null, 'after')
    const found: unknown[] = []
    for (let step = 1; step <= steps; step++) {
      for (const effect of ['before', 'after'] as const) {
        const { texts, bodies, kept } = await endAt(step, effect)
        if (texts.length !== bodies || kept.setAside.length > 0) found.push({ step, effect, texts, bodies })
      }
    }
    expect([found, steps]).toEqual([[], 10])
  })
})
