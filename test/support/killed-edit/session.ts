import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createAccessTokens } from '../../../src/main/calls/access-tokens'
import { createAccessResolver } from '../../../src/main/connections/connection-access'
import { createDemoConnections } from '../../../src/main/connections/demo-connections'
import { addStep, redo, undo } from '../../../src/main/edit/draft-state'
import { openEdit } from '../../../src/main/edit/open-edit'
import { createWriteLock } from '../../../src/main/edit/write-lock'
import { createMetadata } from '../../../src/main/metadata/metadata'
import { type BulkQuery, type BulkRun, countBulk } from '../../../src/shared/bulk'
import type { Draft, Edit, Opening } from '../../../src/shared/edit'
import { createMemorySecretStore } from '../memory-secret-store'
import { createNodeHttp } from '../node-http'
import { createRandom } from '../random'
import { createSettableClock } from '../settable-clock'
import { connectionsFileIn, startConnections } from '../start-connections'
import type { Pair, Said, SessionOrder } from './said'

/*
 * What the main process does for a window that edits, in a process that a test kills. It gets its order as the first line of its
 * input, so that it can be started before it is needed, and works until it is killed.
 */

const never = new AbortController().signal
function noReport() {}

/** Has left this process when it returns: what was done before it was said is no more than one step. */
function say(said: Said): void {
  writeSync(1, `${JSON.stringify(said)}\n`)
}

function openSession({ folder, connectionId, secrets }: SessionOrder) {
  const clock = createSettableClock(Date.now())
  const connections = startConnections(
    connectionsFileIn(folder),
    createMemorySecretStore(new Map(secrets)),
    clock,
  )
  const http = createNodeHttp()
  const tokens = createAccessTokens(http, clock)
  const metadata = createMetadata(http, tokens, clock)
  const resolveAccess = createAccessResolver(
    connections,
    createDemoConnections(connections, () => 'Demo'),
  )
  const edit = openEdit({
    ...{ connections, resolveAccess, metadata, unrecorded: metadata, tokens, http, clock },
    lock: createWriteLock(),
    wait: async () => undefined,
    folder: join(folder, 'kept'),
    keepsHistory: () => true,
    onProblem: (thrown) => say({ did: 'failed', why: String(thrown) }),
    publishBulk: () => undefined,
  })
  async function targetOf(assetId: string) {
    return { ...(await resolveAccess(await connections.find(connectionId))), assetId }
  }
  return { edit, metadata, targetOf }
}

type Session = ReturnType<typeof openSession>

function pairOf(text: string): Pair {
  const { assetMetadata } = JSON.parse(text)
  return { title: assetMetadata['x:title'] ?? null, note: assetMetadata['x:note'] ?? null }
}

function latestOf({ title, note }: Pair): number {
  return Math.max(Number(title), Number(note))
}

async function openDraft({ edit, metadata, targetOf }: Session, assetId: string): Promise<Draft> {
  const target = await targetOf(assetId)
  let opening: Opening = await edit.sender.open(target, never, noReport)
  const { kind } = opening
  if (opening.draft === null) opening = await edit.sender.open(target, never, noReport)
  const { draft } = opening
  if (draft === null) throw new Error('An applied change is not open again')
  const asset = pairOf((await metadata.read(target, never, noReport)).text)
  say({ did: 'opened', kind, draft: pairOf(draft.text), asset, journal: await edit.journal.list() })
  return draft
}

async function editUntilKilled(session: Session, assetId: string, seed: number): Promise<void> {
  const { editing, sender, settled } = session.edit
  const random = createRandom(seed)
  let draft = await openDraft(session, assetId)
  let at = latestOf(pairOf(draft.text))
  async function writeNext(): Promise<void> {
    at++
    const [path, value] = [[at % 2 === 0 ? 'x:note' : 'x:title'], JSON.stringify(String(at))]
    const isThere = pairOf(draft.text)[at % 2 === 0 ? 'note' : 'title'] !== null
    const step: Edit = isThere ? { kind: 'set', path, value, continues: false } : { kind: 'add', path, value }
    say({ did: 'edits', at })
    draft = await editing.edit(draft.id, (state) => addStep(state, step))
    const stored = at
    void settled().then(() => say({ did: 'stored', at: stored }))
  }
  for (;;) {
    for (let edits = 1 + random.below(4); edits > 0; edits--) await writeNext()
    if (random.below(4) === 0) {
      await settled()
      say({ did: 'undoes', at: at - 1 })
      await editing.edit(draft.id, undo)
      draft = await editing.edit(draft.id, redo)
      await settled()
    }
    const review = await sender.review(draft.id, null)
    say({ did: 'reviewed', body: review.body })
    say({ did: 'sends', body: review.body })
    const sending = sender.send(draft.id, review, never)
    if (random.below(3) === 0) await writeNext()
    const outcome = await sending
    say({ did: 'sent', kind: outcome.kind })
    // Nobody can tell yet: the window lets nothing be done but look again, which the next start does.
    if (outcome.kind === 'unknown') return new Promise(() => undefined)
    draft = await openDraft(session, assetId)
  }
}

function statesOf({ rows }: BulkRun): Record<string, number> {
  return Object.fromEntries(Object.entries(countBulk(rows)).filter(([, count]) => count > 0))
}

async function bulkUntilDone(
  { edit: { bulk } }: Session,
  connectionId: string,
  { assetIds, campaign }: Extract<SessionOrder['work'], { kind: 'bulk' }>,
): Promise<void> {
  const [found] = await bulk.list(connectionId)
  const value = JSON.stringify(campaign)
  const of: BulkQuery['of'] = { assetIds, operations: [{ kind: 'set', field: 'x:campaign', value }] }
  const run =
    found === undefined
      ? await bulk.plan({ connectionId, of, ticket: 't' }, never)
      : await bulk.read(found.id)
  say({ did: found === undefined ? 'planned' : 'resumes', states: statesOf(run) })
  await bulk.send(run.id, () => undefined)
  // What did not arrive is reviewed again before it is sent again.
  await bulk.planRest(run.id, 'r', never)
  await bulk.send(run.id, () => undefined)
  say({ did: 'ended', states: statesOf(await bulk.read(run.id)) })
}

createInterface({ input: process.stdin }).once('line', (line) => {
  const order: SessionOrder = JSON.parse(line)
  const session = openSession(order)
  const { work, connectionId, seed } = order
  const done =
    work.kind === 'edit'
      ? editUntilKilled(session, work.assetId, seed)
      : bulkUntilDone(session, connectionId, work)
  done.catch((thrown) =>
    say({ did: 'failed', why: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) }),
  )
})
