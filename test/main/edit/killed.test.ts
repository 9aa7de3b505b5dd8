import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SentChange } from '../../../src/shared/edit'
import { photosOf } from '../../support/bulk-bench'
import { assetOf, credentialOf, openCloud } from '../../support/check-bench'
import { draftOf } from '../../support/drafts'
import type { Pair, Said, SessionOrder } from '../../support/killed-edit/said'
import {
  buildSession,
  type Session,
  type SessionProgram,
  startSession,
} from '../../support/killed-edit/start-session'
import { type Passage, type WatchedAem, watchAem } from '../../support/killed-edit/watched-aem'
import { openConnections } from '../../support/open-connections'
import { createRandom, type Random } from '../../support/random'

/*
 * Processes with the main process's own parts, on real files and a real server, are killed one after the other at any moment of
 * their work; each finds what the one before has left.
 */

/** `KILL_SEED=7 npm test -- --unit test/main/edit/killed.test.ts` for the same moments again. */
const seed = Number(process.env.KILL_SEED ?? Math.floor(Math.random() * 1_000_000))
const kills = 60
/** Side by side, each with files and an asset of its own. */
const lanes = 3
const bulkKills = 8

let program: SessionProgram
beforeAll(async () => {
  program = await buildSession()
})
afterAll(() => program.remove())

type Milestone = Passage | Said['did'] | 'begun'
/** `downFrom`: nothing is answered after that. */
type Moment = { at: Milestone; nth: number; afterMs: number; downFrom: Passage | null }

/** Runs one session up to a moment, and kills it there. */
async function runUntil(
  session: Session,
  order: SessionOrder,
  aem: WatchedAem,
  moment: Moment,
  onSaid: (said: Said) => void,
): Promise<void> {
  let seen = 0
  function pass(milestone: Milestone): void {
    if (milestone === moment.downFrom) aem.state.isDown = true
    if (milestone !== moment.at || seen++ !== moment.nth) return
    if (moment.afterMs === 0) session.kill()
    else setTimeout(session.kill, moment.afterMs)
  }
  aem.state.onPassage = pass
  let problem: unknown = null
  session.begin(order, (said) => {
    try {
      onSaid(said)
    } catch (thrown) {
      problem ??= thrown
      session.kill()
    }
    // Nothing more comes of it.
    if (said.did === 'failed' || said.did === 'ended') session.kill()
    pass(said.did)
  })
  pass('begun')
  await session.ended
  // What the killed process had sent already still arrives.
  await turn()
  await aem.idle()
  Object.assign(aem.state, { isDown: false, onPassage: () => undefined })
  if (problem !== null) throw problem
}

/** Of all files of a folder that a program reads again, those that are no whole JSON. */
function brokenFilesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => {
    if (name.includes('unreadable')) return true
    if (!name.endsWith('.json')) return false
    try {
      JSON.parse(readFileSync(join(folder, name), 'utf8'))
      return false
    } catch {
      return true
    }
  })
}

async function openLane() {
  const cloud = await openCloud()
  const aem = await watchAem(cloud)
  const { folder, connections, secrets } = openConnections()
  const { clientId, clientSecret, scopes } = credentialOf(cloud, 'Editor')
  const connection = await connections.save(
    draftOf({
      environment: 'development',
      bucket: cloud.bucket,
      clientId,
      secret: clientSecret,
      scopes: scopes.join(', '),
      imsHost: cloud.ims,
      aemHost: aem.origin,
    }),
    null,
  )
  await connections.settled()
  return { cloud, aem, base: { folder, connectionId: connection.id, secrets: [...secrets.kept] } }
}

/** Kills one session after the other; the next one is started meanwhile, and begins where the killed one has ended. */
async function killEach(
  aem: WatchedAem,
  moments: readonly Moment[],
  orderOf: (round: number) => SessionOrder,
  onSaid: (said: Said) => void,
): Promise<void> {
  let next = startSession(program)
  for (const [round, moment] of moments.entries()) {
    const session = next
    next = startSession(program)
    const order = orderOf(round)
    mkdirSync(join(order.folder, 'kept'), { recursive: true })
    await runUntil(session, order, aem, moment, onSaid)
    expect(brokenFilesIn(join(order.folder, 'kept')), `KILL_SEED=${seed}`).toEqual([])
  }
  next.kill()
  await next.ended
}

function pickMoment(random: Random): Moment {
  const at = random.oneOf<Milestone>([
    ...(['begun', 'read-arrived', 'opened', 'edits', 'stored', 'undoes', 'reviewed', 'sends'] as const),
    ...(['patch-arrived', 'patch-done', 'patch-answered', 'patch-answered', 'sent', 'sent'] as const),
  ])
  const isOften = ['edits', 'stored', 'opened', 'read-arrived'].includes(at)
  return {
    at,
    nth: isOften ? random.below(5) : 0,
    afterMs: at === 'begun' ? random.below(120) : random.below(2) * random.below(8),
    downFrom: at === 'sent' ? random.oneOf([null, 'patch-arrived', 'patch-done']) : null,
  }
}

/** The number of the latest edit; those before it are there as well, in the two fields by turns. */
function latestIn({ title, note }: Pair): number {
  const [one, other] = [Number(title), Number(note)]
  expect(Math.abs(one - other), `KILL_SEED=${seed}: one of two edits is lost`).toBeLessThanOrEqual(1)
  return Math.max(one, other)
}

/** What was said and sent so far, and whether what is opened agrees with that. */
function watchEdits({ patches }: WatchedAem) {
  let [storedAt, editedTo, sent] = [0, 0, '']
  function check({ kind, draft, asset, journal }: Extract<Said, { did: 'opened' }>): void {
    const told = `KILL_SEED=${seed}: ${JSON.stringify({ kind, draft, asset, storedAt, editedTo, sent })}`
    const applied = patches.flatMap(({ body, isApplied }) => (isApplied ? [body] : []))
    expect(journal.map(({ patch }) => patch).reverse(), told).toEqual(applied)
    expect(new Set(patches.map(({ body }) => body)).size, told).toBe(patches.length)
    expect(latestIn(draft), told).toBeGreaterThanOrEqual(storedAt)
    expect(latestIn(draft), told).toBeLessThanOrEqual(editedTo)
    latestIn(asset)
    expect(['open', 'applied', 'not-applied'], told).toContain(kind)
    if (kind === 'not-applied') expect(applied, told).not.toContain(sent)
    expectReversible(journal, told)
    storedAt = editedTo = latestIn(draft)
  }
  return (said: Said): void => {
    if (said.did === 'failed') throw new Error(`KILL_SEED=${seed}: ${said.why}`)
    if (said.did === 'edits') editedTo = said.at
    if (said.did === 'stored') storedAt = Math.max(storedAt, said.at)
    if (said.did === 'undoes') storedAt = said.at
    if (said.did === 'sends') sent = said.body
    if (said.did === 'opened') check(said)
  }
}

/** Each change begins with what the one before has left. */
function expectReversible(journal: readonly SentChange[], told: string): void {
  const now = new Map<string, string | null>()
  for (const { changes } of [...journal].reverse()) {
    for (const { path, before, after } of changes) {
      expect(before, told).toBe(now.get(path.join()) ?? null)
      now.set(path.join(), after)
    }
  }
}

/** Some of the kills, of one asset. */
async function killEdits(lane: number): Promise<void> {
  const random = createRandom(seed + lane)
  const { cloud, aem, base } = await openLane()
  const moments = Array.from({ length: kills / lanes }, () => pickMoment(random))
  const last: Moment = { at: 'opened', nth: 0, afterMs: 0, downFrom: null }
  await killEach(
    aem,
    [...moments, last],
    (round) => ({ ...base, seed: seed + lane + round, work: { kind: 'edit', assetId: assetOf(cloud) } }),
    watchEdits(aem),
  )
}

it(`loses no edit and no change of ${kills} sessions that are killed, and sends none twice`, async () => {
  const ends = await Promise.allSettled(Array.from({ length: lanes }, (_, lane) => killEdits(lane)))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
})

it(`sends a run whose sessions are killed ${bulkKills} times to its end, and changes no asset twice`, async () => {
  const random = createRandom(seed)
  const { cloud, aem, base } = await openLane()
  const assetIds = photosOf(cloud).slice(0, 16)
  const moments = Array.from({ length: bulkKills }, (): Moment => {
    const at = random.oneOf<Milestone>(['begun', 'resumes', 'patch-arrived', 'patch-done', 'patch-answered'])
    const afterMs = at === 'begun' ? random.below(120) : random.below(6)
    return { at, nth: at.startsWith('patch') ? random.below(4) : 0, afterMs, downFrom: null }
  })
  const ended: Readonly<Record<string, number>>[] = []
  await killEach(
    aem,
    [...moments, { at: 'ended', nth: 0, afterMs: 0, downFrom: null }],
    () => ({ ...base, seed, work: { kind: 'bulk', assetIds, campaign: 'Summer' } }),
    (said) => {
      if (said.did === 'planned' || said.did === 'resumes' || said.did === 'ended') {
        expect(Object.values(said.states).reduce((sum, count) => sum + count, 0)).toBe(assetIds.length)
      }
      if (said.did === 'ended') ended.push(said.states)
    },
  )
  const applied = aem.patches.filter(({ isApplied }) => isApplied).map(({ path }) => path)
  expect([ended.at(-1), applied.length, new Set(applied).size], `KILL_SEED=${seed}`).toEqual([
    { changed: assetIds.length },
    assetIds.length,
    assetIds.length,
  ])
})
