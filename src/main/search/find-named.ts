import pMap from 'p-map'
import type { AssetReference } from '../../shared/asset-reference'
import type { MetadataReading } from '../../shared/metadata'
import type { FoundAsset, SearchFilters, SearchOutcome, SearchProgress } from '../../shared/search'
import type { ReportStage } from '../calls/running-work'
import type { ConnectionAccess } from '../connections/connection-access'
import { Failure } from '../failures/failure'
import type { FindPathBySearch } from './find-path-by-search'
import { createTally, type Tally } from './found-tally'

/** As many as Chromium opens connections to a host over HTTP/1.1. */
const parallel = 6
const reportEvery = 25

/** Reads the metadata of one asset. */
export type ReadNamed = (
  target: ConnectionAccess & { assetId: string },
  signal: AbortSignal,
  report: ReportStage,
) => Promise<Pick<MetadataReading, 'text' | 'rows'>>

type Collaborators = { findPath: FindPathBySearch; readMetadata: ReadNamed }

/** Reads assets that were named by ID or path; what cannot be read is counted, and stops no other. */
export type FindNamed = (
  target: ConnectionAccess,
  references: readonly AssetReference[],
  filters: SearchFilters,
  signal: AbortSignal,
  report: (progress: Omit<SearchProgress, 'ticket'>) => void,
) => Promise<SearchOutcome>

export function createFindNamed({ findPath, readMetadata }: Collaborators): FindNamed {
  return async (target, references, filters, signal, report) => {
    const tally = createTally(filters)
    let waiting: FoundAsset[] = []

    async function find({ bucket, target: named }: AssetReference): Promise<FoundAsset[]> {
      if (bucket !== null && bucket !== target.bucket) return refuse(tally)
      if (named.by === 'path') {
        const hit = await findPath({ ...target, path: named.path }, signal)
        return hit === null ? refuse(tally) : tally.takeHit(hit, hit.row)
      }
      const reading = await readMetadata({ ...target, assetId: named.assetId }, signal, () => undefined)
      return tally.takeHit(reading, 0)
    }
    async function findPatiently(reference: AssetReference): Promise<void> {
      try {
        waiting.push(...(await find(reference)))
      } catch (thrown) {
        if (signal.aborted) throw signal.reason
        if (!(thrown instanceof Failure)) throw thrown
        refuse(tally)
      }
      if (waiting.length < reportEvery) return
      report({ assets: waiting, counts: tally.counts(), pauseSeconds: null })
      waiting = []
    }

    await pMap(references, findPatiently, { concurrency: parallel, signal })
    return {
      outcome: 'found',
      counts: tally.counts(),
      rest: waiting,
      stop: null,
      filteredHere: tally.filteredHere([]),
      unknownPlace: null,
    }
  }
}

function refuse(tally: Tally): FoundAsset[] {
  tally.refuse()
  return []
}
