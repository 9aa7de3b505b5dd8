import { randomUUID } from 'node:crypto'
import type { Draft, Opening, PathForm, Review, SendOutcome } from '../../shared/edit'
import { type AssetKey, isSameAsset } from '../../shared/kept'
import type { MetadataReading } from '../../shared/metadata'
import type { Clock, Wait } from '../calls/clock'
import type { ReportStage } from '../calls/running-work'
import { Failure } from '../failures/failure'
import type { Metadata } from '../metadata/metadata'
import type { MetadataTarget } from '../metadata/metadata-request'
import type { ChangeJournal } from './change-journal'
import {
  changesOf,
  changesSince,
  type DraftState,
  rebaseDraft,
  type SentDraft,
  startWithChanges,
} from './draft-state'
import { type Drafts, operationsOfDraft } from './drafts'
import { baseOf, type DraftSubject, type Editing } from './editing'
import { writePatch } from './patch-operations'
import { readUntilThere } from './read-written'
import { preparePatch, type SendPatch } from './send-patch'
import { changedBesides, isRefusalOfVersion, mayHaveArrived, missingIn } from './sent-outcome'
import type { Lock, WritePass } from './write-lock'

type Collaborators = {
  editing: Editing
  metadata: Metadata
  sendPatch: SendPatch
  lock: Lock
  drafts: Drafts
  journal: ChangeJournal
  clock: Clock
  wait: Wait
}

export type ChangeSender = {
  /**
   * As `Editing.open`; where a change is on its way, or was when the program ended, what came of it. Throws as `send` does where
   * AEM refused it.
   */
  open: (target: MetadataTarget, signal: AbortSignal, report: ReportStage) => Promise<Opening>
  /**
   * What would be sent, byte for byte. The form of its paths is the one that AEM took last, unless another is named. Throws `input`
   * where the connection may not change anything.
   */
  review: (draftId: string, form: PathForm | null) => Promise<Review>
  /**
   * Sends what was reviewed, once, and reads the asset again: what AEM answers alone proves nothing. Throws a `Failure` where
   * AEM refused the change; the draft stays.
   */
  send: (
    draftId: string,
    reviewed: Pick<Review, 'body' | 'pathForm'>,
    signal: AbortSignal,
  ) => Promise<SendOutcome>
  /** Opens the draft of an asset with what undoes a change that was sent. Throws `gone` where its connection leads elsewhere by now. */
  reverse: (changeId: string, signal: AbortSignal, report: ReportStage) => Promise<Draft>
}

/** A draft with what was sent of it, and the way to its asset. */
type Sent = Pick<DraftSubject, 'id' | 'target' | 'record'> &
  Pick<DraftState, 'asset' | 'base'> & { sent: SentDraft }

export function createChangeSender(collaborators: Collaborators): ChangeSender {
  const { editing, metadata, sendPatch, lock, drafts, journal, clock, wait } = collaborators
  const onTheirWay = new Map<string, { asset: AssetKey; outcome: Promise<SendOutcome> }>()

  function readAgain(target: MetadataTarget, signal: AbortSignal): Promise<MetadataReading> {
    return metadata.read(target, signal, () => undefined)
  }

  /** The same draft on the version that was just read. */
  async function rebase(id: string, reading: MetadataReading) {
    let merged = 0
    drafts.change(id, (state) => {
      const rebased = rebaseDraft(state, baseOf(reading))
      merged = rebased.merged
      return rebased.state
    })
    return { draft: await editing.describe(id), merged }
  }

  /** What the asset as it is now tells of changes that were sent. */
  async function judge(
    subject: Sent,
    reading: MetadataReading,
    withoutAnswer: boolean,
  ): Promise<SendOutcome> {
    const { id, base, sent } = subject
    const { changes } = sent
    const body = baseOf(reading).body
    const missing = missingIn(body, changes)
    const isThere = missing.length === 0 || (!withoutAnswer && missing.length < changes.length)
    if (withoutAnswer && missing.length > 0) return { kind: 'not-applied', ...(await rebase(id, reading)) }
    // Before its draft is changed: were the program to end in between, the next start would list it under the same ID.
    if (isThere) await note(subject, reading)
    return {
      kind: 'applied',
      changeId: isThere ? sent.changeId : null,
      reading,
      changes,
      missing,
      besides: changedBesides(base.body, body, changes),
      withoutAnswer,
      draft: missing.length === 0 ? await keepLater(subject, reading) : (await rebase(id, reading)).draft,
    }
  }

  /** What was edited while the change was on its way is the draft from then on; null where that is nothing. */
  async function keepLater({ id, sent }: Sent, reading: MetadataReading) {
    const now = drafts.of(id)
    const { unfinished } = now
    const { state } = startWithChanges(now.asset, baseOf(reading), changesSince(now, sent))
    if (changesOf(state).length === 0 && state.conflicts.length === 0 && unfinished === null) {
      drafts.remove(id)
      return null
    }
    drafts.change(id, () => ({ ...state, unfinished }))
    return editing.describe(id)
  }

  function note({ record, asset, base, sent }: Sent, reading: MetadataReading): Promise<void> {
    const { changeId, changes, body, form } = sent
    return journal.add({
      id: changeId,
      asset,
      connectionName: record.name,
      at: new Date(clock.now()).toISOString(),
      changes,
      patch: body,
      pathForm: form,
      etagBefore: base.etag ?? '',
      etagAfter: reading.etag,
    })
  }

  /** `latest`: a reading that was just made. */
  function readWritten(
    { sent, target }: Pick<Sent, 'sent' | 'target'>,
    signal: AbortSignal,
    latest: MetadataReading | null = null,
  ): Promise<MetadataReading> {
    const made = latest === null ? [] : [latest]
    return readUntilThere(
      async () => made.pop() ?? readAgain(target, signal),
      sent.changes,
      (ms) => wait(ms, signal),
    )
  }

  /** The same with the reading that is still to be made; nobody can tell where there is none. */
  async function judgeAfter(
    subject: Sent,
    read: Promise<MetadataReading>,
    withoutAnswer: boolean,
  ): Promise<SendOutcome> {
    try {
      return await judge(subject, await read, withoutAnswer)
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown
      return { kind: 'unknown', draft: await editing.describe(subject.id) }
    }
  }

  const send: ChangeSender['send'] = async (draftId, reviewed, signal) => {
    const found = await editing.subjectOf(draftId)
    const pass = lock.pass(found.record)
    const { etag } = found.state.base
    const isReviewed = reviewed.body === writePatch(operationsOfDraft(found.state), reviewed.pathForm)
    if (etag === null || !isReviewed || found.state.conflicts.length > 0) throw new Failure({ kind: 'gone' })
    // Another window has sent it already.
    const underway = onTheirWay.get(draftId)
    if (underway !== undefined) return underway.outcome
    // Nobody knows yet what came of it: to open the asset again tells.
    if (found.state.sent !== null) throw new Failure({ kind: 'gone' })
    const outcome = sendOnce(found, { ...reviewed, etag }, pass, signal)
    onTheirWay.set(draftId, { asset: found.state.asset, outcome })
    try {
      return await outcome
    } finally {
      onTheirWay.delete(draftId)
    }
  }

  async function sendOnce(
    found: DraftSubject,
    { body, pathForm, etag }: Pick<Review, 'body' | 'pathForm'> & { etag: string },
    pass: WritePass,
    signal: AbortSignal,
  ): Promise<SendOutcome> {
    const { id, record, target, state } = found
    const { asset, base } = state
    const sent = { changeId: randomUUID(), body, form: pathForm, changes: changesOf(state) }
    drafts.change(id, (now) => ({ ...now, sent }))
    const subject: Sent = { id, record, target, asset, base, sent }
    // Were the program to end now, the next start would know that something may have been sent.
    await drafts.settled()
    try {
      await sendPatch(pass, target, { body, etag }, signal)
    } catch (thrown) {
      if (mayHaveArrived(thrown)) return judgeAfter(subject, readWritten(subject, signal), true)
      drafts.change(id, (now) => ({ ...now, sent: null }))
      if (!isRefusalOfVersion(thrown)) throw thrown
      return { kind: 'conflict', ...(await rebase(id, await readAgain(target, signal))) }
    }
    return judgeAfter(subject, readWritten(subject, signal), false)
  }

  const open: ChangeSender['open'] = async (target, signal, report) => {
    const wanted = { ...target, clientId: target.need.clientId }
    for (const underway of onTheirWay.values())
      if (isSameAsset(underway.asset, wanted)) return underway.outcome
    const { draftId, reading } = await editing.open(target, signal, report)
    const { asset, base, sent } = drafts.of(draftId)
    if (sent === null) return { kind: 'open', draft: await editing.describe(draftId) }
    const { record } = await editing.subjectOf(draftId)
    const subject = { id: draftId, record, target, asset, base, sent }
    return judge(subject, await readWritten(subject, signal, reading), true)
  }

  return {
    open,
    review: async (draftId, form) => {
      const { state, record, target } = await editing.subjectOf(draftId)
      lock.pass(record)
      const { etag } = state.base
      if (etag === null) throw new Failure({ kind: 'gone' })
      const pathForm = form ?? (await editing.usualForm(record.id))
      const body = writePatch(operationsOfDraft(state), pathForm)
      const { call } = preparePatch(target, { body, etag }, clock)
      return { draftId, body, pathForm, exchange: call.exchange(), changes: changesOf(state) }
    },
    send,
    reverse: async (changeId, signal, report) => {
      const change = (await journal.list()).find(({ id }) => id === changeId)
      if (change === undefined) throw new Failure({ kind: 'gone' })
      const { target } = await editing.subjectOfAsset(change.asset)
      const { draft } = await open(target, signal, report)
      const draftId = draft?.id ?? (await editing.open(target, signal, report)).draftId
      return editing.reverse(draftId, change)
    },
  }
}
