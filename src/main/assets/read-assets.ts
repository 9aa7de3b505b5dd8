import pMap from 'p-map'
import {
  type AssetOutcome,
  type AssetsProgress,
  type AssetsRead,
  summarizeAsset,
} from '../../shared/asset-list'
import { failureCatalogue } from '../../shared/failure-catalogue'
import type { MetadataReading } from '../../shared/metadata'
import type { AppError } from '../../shared/result'
import type { AccessTokens } from '../calls/access-tokens'
import type { Wait } from '../calls/clock'
import { callPatiently, createPause } from '../calls/pause'
import type { ReportStage } from '../calls/running-work'
import { watchStreak } from '../calls/streak'
import type { ConnectionAccess } from '../connections/connection-access'
import { Failure, withoutEvidence } from '../failures/failure'
import { batchReports } from './batch'

/**
 * Twice the six connections that Chromium opens to a host over HTTP/1.1, so that none of them idles while what came is read
 * here; over HTTP/2, which AEM's CDN speaks, all twelve go on one connection.
 */
export const parallelReadings = 12

/** Often enough to be seen moving; each report is drawn. */
const reportEveryMs = 250
/** After so many assets in a row that failed alike for a reason that is none of theirs, the rest would fail as well. */
const alikeInARow = 20

/** Reads one asset of a connection. */
type ReadAsset = (
  target: ConnectionAccess & { assetId: string },
  signal: AbortSignal,
  report: ReportStage,
) => Promise<Pick<MetadataReading, 'text' | 'rows'>>

/**
 * Reads many assets of one connection side by side and tells of each what a list shows. With one token for all, which is got
 * first; each asset once, however often it is named. A failure of one asset is an outcome and stops no other.
 *
 * Readings are cached like any other: an asset that is opened from the list, and a list that is read again, cost
 * AEM a 304. The history is not for lists, so `metadata` is one that keeps none.
 *
 * Throws a `Failure` without a token, or the signal's reason; rows read before that have been reported.
 */
export type ReadAssets = (
  target: ConnectionAccess,
  assetIds: readonly string[],
  signal: AbortSignal,
  report: (progress: Omit<AssetsProgress, 'ticket'>) => void,
) => Promise<AssetsRead>

export type ReadAssetsCollaborators = {
  metadata: { read: ReadAsset }
  tokens: Pick<AccessTokens, 'obtain'>
  wait: Wait
}

export function createReadAssets({ metadata, tokens, wait }: ReadAssetsCollaborators): ReadAssets {
  return async (target, assetIds, signal, report) => {
    const wanted = [...new Set(assetIds)]
    const counts = { read: 0, failed: 0 }
    const streak = watchStreak(alikeInARow)
    function tell(outcomes: readonly AssetOutcome[]) {
      return report({ outcomes, pauseSeconds: pause.seconds() })
    }
    const reports = batchReports(tell, reportEveryMs, wait)
    const pause = createPause(wait, signal, () => tell([]))

    async function readPatiently(assetId: string): Promise<AssetOutcome> {
      function read() {
        return metadata.read({ ...target, assetId }, signal, () => undefined)
      }
      try {
        const { text, rows } = await callPatiently(pause, read)
        return { assetId, outcome: 'read', summary: summarizeAsset(text, rows) }
      } catch (thrown) {
        if (signal.aborted) throw signal.reason
        if (!(thrown instanceof Failure)) throw thrown
        return { assetId, outcome: 'failed', error: withoutEvidence(thrown.error) }
      }
    }
    async function readOne(assetId: string): Promise<void> {
      if (streak.isHopeless()) return
      const outcome = await readPatiently(assetId)
      counts[outcome.outcome]++
      streak.add(outcome.outcome === 'failed' ? causeForAll(outcome.error) : null)
      reports.add(outcome)
    }

    await tokens.obtain(target.need, signal)
    try {
      await pMap(wanted, readOne, { concurrency: parallelReadings, signal })
    } catch (thrown) {
      tell(reports.takeRest())
      throw thrown
    }
    return { ...counts, left: wanted.length - counts.read - counts.failed, rest: reports.takeRest() }
  }
}

/** A cause that lies with the credential, the environment or the way to it. */
export function causeForAll(error: AppError): string | null {
  if (error.kind !== 'failure') return error.kind
  return failureCatalogue[error.cause].step === 'read' ? null : error.cause
}
