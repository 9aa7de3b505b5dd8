import * as v from 'valibot'
import { type AssetsProgress, mostAssetsAtOnce } from '../../shared/asset-list'
import type { Handlers } from '../../shared/contract'
import { Failure } from '../failure'
import { readAssetId } from '../services/asset-id'
import type { ResolveAccess } from '../services/connection-access'
import type { Connections } from '../services/connections'
import { problemOfBucket } from '../services/own-bucket'
import type { ReadAssets } from '../services/read-assets'
import type { Work } from '../services/work'
import { fieldText, identifier, parseInput } from './parse-input'

/** In the form that `understandAsset` gives it. */
const assetId = v.pipe(
  v.string(),
  v.maxLength(100),
  v.check((text) => {
    const reading = readAssetId(text)
    return reading.ok && reading.value === text
  }),
)
const querySchema = v.object({
  connectionId: identifier,
  bucket: fieldText,
  assetIds: v.pipe(v.array(assetId), v.minLength(1), v.maxLength(mostAssetsAtOnce)),
  ticket: identifier,
})

type Collaborators = {
  connections: Connections
  resolveAccess: ResolveAccess
  readAssets: ReadAssets
  work: Work
  publishProgress: (progress: AssetsProgress) => void
}

export const assetListHandlers = ({
  connections,
  resolveAccess,
  readAssets,
  work,
  publishProgress,
}: Collaborators): Pick<Handlers, 'readAssets'> => ({
  readAssets: (input) => {
    const { connectionId, bucket, assetIds, ticket } = parseInput(querySchema, input)
    return work.run(ticket, async (signal) => {
      const record = await connections.find(connectionId)
      const problem = problemOfBucket(bucket, record, await connections.all())
      if (problem !== null) throw new Failure({ kind: 'input', problems: [problem] })
      const target = { connectionId: record.id, bucket: record.bucket, ...(await resolveAccess(record)) }
      return readAssets(target, assetIds, signal, (progress) => publishProgress({ ticket, ...progress }))
    })
  },
})
