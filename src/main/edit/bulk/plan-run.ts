import pMap from 'p-map'
import type { BulkRow } from '../../../shared/bulk'
import { parallelReadings } from '../../assets/read-assets'
import type { AccessTokens } from '../../calls/access-tokens'
import type { Wait } from '../../calls/clock'
import { callPatiently, createPause, type Pause } from '../../calls/pause'
import { watchStreak } from '../../calls/streak'
import type { ConnectionAccess } from '../../connections/connection-access'
import { Failure, withoutEvidence } from '../../failures/failure'
import type { Metadata } from '../../metadata/metadata'
import { describeRow, planRow, type RunHead, type RunRow } from './run-state'

/** After so many assets in a row that failed alike, nothing can be planned. */
const alikeInARow = 20

type Collaborators = {
  metadata: Pick<Metadata, 'read'>
  tokens: Pick<AccessTokens, 'obtain'>
  wait: Wait
}

export type PlanReport = (rows: readonly BulkRow[], pauseSeconds: number | null) => void
export type PlanRows = ReturnType<typeof createPlanRows>

/** Reads one asset as it is now, and plans its row anew; one that can't be read says so. */
export async function planAsset(
  { metadata, pause, signal }: { metadata: Pick<Metadata, 'read'>; pause: Pause; signal: AbortSignal },
  target: ConnectionAccess,
  head: Pick<RunHead, 'undoes' | 'operations'>,
  row: RunRow,
): Promise<RunRow> {
  const { assetId } = row
  try {
    const reading = await callPatiently(pause, () =>
      metadata.read({ ...target, assetId }, signal, () => undefined),
    )
    return planRow(row, head, reading)
  } catch (thrown) {
    if (signal.aborted) throw signal.reason
    if (!(thrown instanceof Failure)) throw thrown
    return { ...row, state: 'unreadable', changes: [], rule: null, error: withoutEvidence(thrown.error) }
  }
}

/**
 * Plans many assets side by side: nothing is changed. Throws a `Failure` without a token, the signal's reason, and the failure that
 * one asset after the other has met.
 */
export function createPlanRows({ metadata, tokens, wait }: Collaborators) {
  return async (
    target: ConnectionAccess,
    head: Pick<RunHead, 'undoes' | 'operations'>,
    rows: readonly RunRow[],
    signal: AbortSignal,
    report: PlanReport,
  ): Promise<RunRow[]> => {
    const pause = createPause(wait, signal, () => report([], pause.seconds()))
    const streak = watchStreak(alikeInARow)
    async function planOne(row: RunRow): Promise<RunRow> {
      const planned = await planAsset({ metadata, pause, signal }, target, head, row)
      streak.add(causeOf(planned))
      if (streak.isHopeless() && planned.error !== null) throw new Failure(planned.error)
      report([describeRow(planned)], pause.seconds())
      return planned
    }
    await tokens.obtain(target.need, signal)
    return pMap(rows, planOne, { concurrency: parallelReadings, signal })
  }
}

/** Not of an asset that simply isn't there. */
function causeOf({ error }: RunRow): string | null {
  if (error === null) return null
  if (error.kind !== 'failure') return error.kind
  return error.values.status === 404 ? null : error.cause
}
