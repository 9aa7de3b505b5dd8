import pMap from 'p-map'
import type { AssetReference } from '../../shared/asset-reference'
import type { MetadataReading } from '../../shared/metadata'
import type { AppError } from '../../shared/result'
import type { FoundAsset, SearchFilters, SearchOutcome, SearchProgress } from '../../shared/search'
import { causeForAll } from '../assets/read-assets'
import type { Wait } from '../calls/clock'
import { callPatiently, createPause } from '../calls/pause'
import type { ReportStage } from '../calls/running-work'
import { watchStreak } from '../calls/streak'
import type { ConnectionAccess } from '../connections/connection-access'
import { Failure } from '../failures/failure'
import type { FindPathBySearch } from './find-path-by-search'
import { createTally, type Tally } from './found-tally'

/** As many as Chromium opens connections to a host over HTTP/1.1. */
const parallel = 6
const reportEvery = 25
/** After so many assets in a row that failed for one reason which is not theirs, the rest would as well. */
const alikeInARow = 20

/** Reads the metadata of one asset. */
export type ReadNamed = (
  target: ConnectionAccess & { assetId: string },
  signal: AbortSignal,
  report: ReportStage,
) => Promise<Pick<MetadataReading, 'text' | 'rows'>>

type Collaborators = { findPath: FindPathBySearch; readMetadata: ReadNamed; wait: Wait }

/**
 * Reads assets that were named by ID or path; what cannot be read is counted, and stops no other. A reason that lies with the
 * credential, the environment or the network ends it, and is told where nothing was read for it.
 */
export type FindNamed = (
  target: ConnectionAccess,
  references: readonly AssetReference[],
  filters: SearchFilters,
  signal: AbortSignal,
  report: (progress: Omit<SearchProgress, 'ticket'>) => void,
) => Promise<SearchOutcome>

export function createFindNamed({ findPath, readMetadata, wait }: Collaborators): FindNamed {
  return async (target, references, filters, signal, report) => {
    const tally = createTally(filters)
    let waiting: FoundAsset[] = []
    const streak = watchStreak(alikeInARow)
    const causes = new Set<string | null>()
    let latest: AppError | null = null
    const pause = createPause(wait, signal, () => tell(pause.seconds()))
    function tell(pauseSeconds: number | null): void {
      report({ assets: waiting, counts: tally.counts(), pauseSeconds })
      waiting = []
    }
    function note(error: AppError | null): void {
      const cause = error && causeForAll(error)
      causes.add(cause)
      streak.add(cause)
      latest = error ?? latest
    }

    async function find({ bucket, target: named }: AssetReference): Promise<FoundAsset[]> {
      if (bucket !== null && bucket !== target.bucket) return refuse(tally)
      if (named.by === 'path') {
        const hit = await findPath({ ...target, path: named.path }, signal)
        return hit === null ? refuse(tally) : tally.takeNamed(hit, hit.row)
      }
      const reading = await readMetadata({ ...target, assetId: named.assetId }, signal, () => undefined)
      return tally.takeNamed(reading, 0)
    }
    async function findPatiently(reference: AssetReference): Promise<void> {
      if (streak.isHopeless()) return
      try {
        waiting.push(...(await callPatiently(pause, () => find(reference))))
        note(null)
      } catch (thrown) {
        if (signal.aborted) throw signal.reason
        if (!(thrown instanceof Failure)) throw thrown
        refuse(tally)
        note(thrown.error)
      }
      if (waiting.length >= reportEvery) tell(pause.seconds())
    }

    await pMap(references, findPatiently, { concurrency: parallel, signal })
    const isForAll = streak.isHopeless() || (causes.size === 1 && !causes.has(null))
    return {
      outcome: 'found',
      counts: tally.counts(),
      rest: waiting,
      stop: isForAll && latest !== null ? { why: 'failed', error: latest } : null,
      filteredHere: tally.filteredHere([]),
      unknownPlace: null,
    }
  }
}

function refuse(tally: Tally): FoundAsset[] {
  tally.refuse()
  return []
}
