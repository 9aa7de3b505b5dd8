import { randomUUID } from 'node:crypto'
import type { Opening, PathForm, Review, SendOutcome } from '../../shared/edit'
import { type AssetKey, isSameAsset } from '../../shared/kept'
import type { MetadataReading } from '../../shared/metadata'
import type { Clock, Wait } from '../calls/clock'
import type { ReportStage } from '../calls/running-work'
import { Failure } from '../failures/failure'
import type { Metadata } from '../metadata/metadata'
import type { MetadataTarget } from '../metadata/metadata-request'
import type { ChangeJournal } from './change-journal'
import { changesOf, type DraftState, rebaseDraft, startWithChanges } from './draft-state'
import { type Drafts, operationsOfDraft } from './drafts'
import { baseOf, type DraftSubject, type Editing } from './editing'
import { compareMetadata } from './field-changes'
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
}

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
    id: string,
    before: DraftState,
    reading: MetadataReading,
    about: { connectionName: string; withoutAnswer: boolean },
  ): Promise<SendOutcome> {
    const changes = changesOf(before)
    const body = baseOf(reading).body
    const missing = missingIn(body, changes)
    const isThere = missing.length === 0 || (!about.withoutAnswer && missing.length < changes.length)
    if (about.withoutAnswer && missing.length > 0)
      return { kind: 'not-applied', ...(await rebase(id, reading)) }
    const changeId = isThere ? await note(before, reading, about.connectionName) : null
    const draft =
      missing.length === 0 ? await keepLater(id, before, reading) : (await rebase(id, reading)).draft
    return {
      kind: 'applied',
      changeId,
      reading,
      changes,
      missing,
      besides: changedBesides(before.base.body, body, changes),
      withoutAnswer: about.withoutAnswer,
      draft,
    }
  }

  /** What was edited while the change was on its way is the draft from then on; null where that is nothing. */
  async function keepLater(id: string, before: DraftState, reading: MetadataReading) {
    const later = compareMetadata(before.body, drafts.of(id).body, 'digits')
    const { state } = startWithChanges(before.asset, baseOf(reading), later)
    if (changesOf(state).length === 0 && state.conflicts.length === 0) {
      drafts.remove(id)
      return null
    }
    drafts.change(id, () => state)
    return editing.describe(id)
  }

  async function note(before: DraftState, reading: MetadataReading, connectionName: string): Promise<string> {
    const id = randomUUID()
    await journal.add({
      id,
      asset: before.asset,
      connectionName,
      at: new Date(clock.now()).toISOString(),
      changes: changesOf(before),
      patch: before.sent?.body ?? '',
      pathForm: before.sent?.form ?? 'asset-metadata',
      etagBefore: before.base.etag ?? '',
      etagAfter: reading.etag,
    })
    return id
  }

  function readWritten({ state, target }: DraftSubject, signal: AbortSignal): Promise<MetadataReading> {
    return readUntilThere(
      () => readAgain(target, signal),
      changesOf(state),
      (ms) => wait(ms, signal),
    )
  }

  async function learnOutcome(subject: DraftSubject, signal: AbortSignal): Promise<SendOutcome> {
    const { id, state, target, record } = subject
    try {
      const reading = await readAgain(target, signal)
      return await judge(id, state, reading, { connectionName: record.name, withoutAnswer: true })
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown
      return { kind: 'unknown', draft: await editing.describe(id) }
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
    const draftId = found.id
    const sent = { body, form: pathForm, at: new Date(clock.now()).toISOString() }
    const state = drafts.change(draftId, (now) => ({ ...now, sent }))
    const subject = { ...found, state }
    // Were the program to end now, the next start would know that something may have been sent.
    await drafts.settled()
    try {
      await sendPatch(pass, subject.target, { body, etag }, signal)
    } catch (thrown) {
      if (mayHaveArrived(thrown)) return learnOutcome(subject, signal)
      drafts.change(draftId, (now) => ({ ...now, sent: null }))
      if (!isRefusalOfVersion(thrown)) throw thrown
      return { kind: 'conflict', ...(await rebase(draftId, await readAgain(subject.target, signal))) }
    }
    try {
      const reading = await readWritten(subject, signal)
      return await judge(draftId, state, reading, { connectionName: found.record.name, withoutAnswer: false })
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown
      return { kind: 'unknown', draft: await editing.describe(draftId) }
    }
  }

  return {
    open: async (target, signal, report) => {
      const asset = { ...target, clientId: target.need.clientId }
      for (const underway of onTheirWay.values())
        if (isSameAsset(underway.asset, asset)) return underway.outcome
      const { draft, reading, interrupted } = await editing.open(target, signal, report)
      if (interrupted === null) return { kind: 'open', draft }
      const { record } = await editing.subjectOf(draft.id)
      return judge(draft.id, interrupted, reading, { connectionName: record.name, withoutAnswer: true })
    },
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
  }
}
