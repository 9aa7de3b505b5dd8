import * as v from 'valibot'
import { type AssetsProgress, mostAssetsAtOnce } from '../../shared/asset-list'
import type { Handlers } from '../../shared/contract'
import type { LongWork } from '../calls/long-work'
import type { RunningWork } from '../calls/running-work'
import { problemOfBucket } from '../connections/bucket-problem'
import type { ResolveAccess } from '../connections/connection-access'
import type { Connections } from '../connections/connections'
import { Failure } from '../failures/failure'
import { fieldText, identifier, parseInput } from '../input/parse-input'
import { wholeAssetId } from './asset-id'
import type { ReadAssets } from './read-assets'

const querySchema = v.object({
  connectionId: identifier,
  bucket: fieldText,
  assetIds: v.pipe(v.array(wholeAssetId), v.minLength(1), v.maxLength(mostAssetsAtOnce)),
  ticket: identifier,
})

type Collaborators = {
  connections: Connections
  resolveAccess: ResolveAccess
  readAssets: ReadAssets
  work: RunningWork
  longWork: LongWork
  publishProgress: (progress: AssetsProgress) => void
}

export function assetListHandlers({
  connections,
  resolveAccess,
  readAssets,
  work,
  longWork,
  publishProgress,
}: Collaborators): Pick<Handlers, 'readAssets'> {
  return {
    readAssets: (input) => {
      const { connectionId, bucket, assetIds, ticket } = parseInput(querySchema, input)
      return work.run({ ticket, connectionId }, async (signal) => {
        const record = await connections.find(connectionId)
        const problem = problemOfBucket(bucket, record, await connections.all())
        if (problem !== null) throw new Failure({ kind: 'input', problems: [problem] })
        const target = await resolveAccess(record)
        return longWork({
          kind: 'assets',
          size: assetIds.length,
          run: (advance) =>
            readAssets(target, assetIds, signal, (progress) => {
              advance(progress.outcomes.length)
              publishProgress({ ticket, ...progress })
            }),
          partsOf: ({ read, failed, left }) => ({ good: read, bad: failed + left }),
        })
      })
    },
  }
}
