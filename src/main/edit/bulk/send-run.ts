import pMap from 'p-map'
import type { AppError } from '../../../shared/result'
import type { Wait } from '../../calls/clock'
import { callPatiently, createPause } from '../../calls/pause'
import { watchStreak } from '../../calls/streak'
import type { ConnectionAccess } from '../../connections/connection-access'
import { Failure, withoutEvidence } from '../../failures/failure'
import type { Metadata } from '../../metadata/metadata'
import { baseOf } from '../editing'
import { operationsOf, writePatch } from '../patch-operations'
import { readUntilThere } from '../read-written'
import type { SendPatch } from '../send-patch'
import { isRefusalOfVersion, mayHaveArrived, missingIn } from '../sent-outcome'
import { isRefusedLeave, type WritePass } from '../write-lock'
import { planAsset } from './plan-run'
import type { RunRow, RunState } from './run-state'

/** Few enough that a cancel leaves little on its way, and that AEM's workflows behind each change keep up. */
const parallelChanges = 4
/** After so many in a row that failed alike, the rest would as well. */
const alikeInARow = 5

/** Never canceled: what is on its way gets its answer, so that what came of it is known. */
const never = new AbortController().signal

type Collaborators = { metadata: Pick<Metadata, 'read'>; sendPatch: SendPatch; wait: Wait }

/** What a run needs of those around it. */
export type RunControl = {
  /** Aborted when no further change may be sent. */
  signal: AbortSignal
  stop: (reason: AppError) => void
  /** Until the user lets the run go on. */
  hold: () => Promise<void>
  /** The way to AEM, with the leave to change; asked anew for each asset. Throws a `Failure` where there is none. */
  subject: () => Promise<{ target: ConnectionAccess; pass: WritePass }>
  /** Keeps what has become of a row. Throws `storage` before it is sent. */
  keep: (row: RunRow) => Promise<void>
  onPause: (seconds: number | null) => void
}

/**
 * Sends what is planned of a run: a few assets at once, each once, under the ETag of its own version, and each is read again. One that
 * somebody else came before is planned anew and waits for another review. What was on its way when the program ended is read again
 * first, and never sent again.
 */
export function createSendRun({ metadata, sendPatch, wait }: Collaborators) {
  return async (run: RunState, control: RunControl): Promise<void> => {
    const { signal, stop, hold, subject, keep, onPause } = control
    const pause = createPause(wait, signal, () => onPause(pause.seconds()))
    const streak = watchStreak(alikeInARow)

    function readWritten(target: ConnectionAccess, { assetId, changes }: RunRow) {
      return readUntilThere(
        () => metadata.read({ ...target, assetId }, never, noReport),
        changes,
        (milliseconds) => wait(milliseconds, never),
      )
    }
    /** What the asset as it is now tells of a change without an answer. */
    async function learn(target: ConnectionAccess, row: RunRow, error: AppError | null): Promise<RunRow> {
      try {
        const { body } = baseOf(await readWritten(target, row))
        const isThere = missingIn(body, row.changes).length === 0
        return { ...row, state: isThere ? 'changed' : 'not-applied', error: isThere ? null : error }
      } catch (thrown) {
        if (!(thrown instanceof Failure)) throw thrown
        return { ...row, state: 'unknown', error: error ?? withoutEvidence(thrown.error) }
      }
    }
    async function verify(target: ConnectionAccess, row: RunRow): Promise<RunRow> {
      try {
        const reading = await readWritten(target, row)
        const isThere = missingIn(baseOf(reading).body, row.changes).length === 0
        return { ...row, state: isThere ? 'changed' : 'missing' }
      } catch (thrown) {
        if (!(thrown instanceof Failure)) throw thrown
        return { ...row, state: 'unknown', error: withoutEvidence(thrown.error) }
      }
    }
    async function settle(target: ConnectionAccess, row: RunRow, thrown: unknown): Promise<RunRow> {
      const error = thrown instanceof Failure ? withoutEvidence(thrown.error) : null
      if (mayHaveArrived(thrown)) return learn(target, row, error)
      if (isRefusalOfVersion(thrown)) {
        const refused: RunRow = { ...row, state: 'failed', error }
        const planned = await planAsset({ metadata, pause, signal: never }, target, run.head, refused)
        return { ...planned, isReplanned: true }
      }
      return { ...row, state: 'failed', error }
    }
    async function change(row: RunRow, etag: string): Promise<RunRow> {
      const { target } = await subject()
      const body = writePatch(row.changes.flatMap(operationsOf), run.head.form)
      const sending: RunRow = { ...row, state: 'sending', isReplanned: false, error: null }
      await keep(sending)
      let refusedLeave: unknown = null
      async function send() {
        await hold()
        signal.throwIfAborted()
        // Asked anew: it may have been taken back while the run was paused, or AEM held the change back.
        const now = await subject().catch((thrown: unknown) => {
          refusedLeave = thrown
          throw thrown
        })
        return sendPatch(now.pass, { ...now.target, assetId: row.assetId }, { body, etag }, never)
      }
      try {
        await callPatiently(pause, send, isRefusedForNow)
      } catch (thrown) {
        // Canceled before it was sent, or while AEM held it back.
        if (thrown === signal.reason) return row
        if (thrown !== refusedLeave && !isRefusedLeave(thrown)) return settle(target, sending, thrown)
        await keep(row)
        throw thrown
      }
      return verify(target, sending)
    }
    async function sendOne(row: RunRow): Promise<void> {
      await hold()
      if (signal.aborted || row.etag === null) return
      try {
        const changed = await change(row, row.etag)
        await keep(changed)
        streak.add(causeOf(changed.error))
        if (streak.isHopeless() && changed.error !== null) stop(changed.error)
      } catch (thrown) {
        if (!(thrown instanceof Failure)) throw thrown
        stop(thrown.error)
      }
    }

    const rows = [...run.rows.values()]
    const { target } = await subject()
    for (const row of rows.filter(({ state }) => state === 'sending'))
      await keep(await learn(target, row, null))
    await pMap(
      rows.filter(({ state }) => state === 'planned'),
      sendOne,
      { concurrency: parallelChanges },
    )
  }
}

function noReport() {}

/** AEM did not look at the change (RFC 6585, 429): the one refusal after which the same may be sent again. */
function isRefusedForNow(error: AppError): boolean {
  return error.kind === 'failure' && error.values.status === 429
}

function causeOf(error: AppError | null): string | null {
  return error?.kind === 'failure' ? error.cause : (error?.kind ?? null)
}
