import * as v from 'valibot'
import type { Handlers } from '../../shared/contract'
import type { FieldProblem } from '../../shared/result'
import { type OwnAuthor, ownAuthorOf } from '../assets/aem-place'
import type { RunningWork } from '../calls/running-work'
import { problemOfBucket } from '../connections/bucket-problem'
import type { ResolveAccess } from '../connections/connection-access'
import type { ConnectionRecord } from '../connections/connection-record'
import type { Connections } from '../connections/connections'
import { Failure } from '../failures/failure'
import { fieldText, identifier, parseInput } from '../input/parse-input'
import { problemOf } from '../input/text-rules'
import type { Metadata } from './metadata'

const querySchema = v.object({
  connectionId: identifier,
  bucket: fieldText,
  asset: fieldText,
  ticket: identifier,
})
const cancelSchema = v.object({ ticket: identifier })

type Collaborators = {
  connections: Connections
  resolveAccess: ResolveAccess
  metadata: Metadata
  work: RunningWork
}

export function metadataHandlers({
  connections,
  resolveAccess,
  metadata,
  work,
}: Collaborators): Pick<Handlers, 'readMetadata' | 'cancelWork'> {
  return {
    readMetadata: async (input) => {
      const query = parseInput(querySchema, input)
      return work.run(query, async (signal, report) => {
        const record = await connections.find(query.connectionId)
        const access = await resolveAccess(record)
        const own = ownAuthorOf(record.bucket, access.aemHost)
        const assetId = await readRequest(query, own, record, await connections.all())
        return metadata.read({ ...access, assetId }, signal, report)
      })
    },
    cancelWork: async (input) => {
      work.cancel(parseInput(cancelSchema, input).ticket)
      return null
    },
  }
}

/** The asset ID, once bucket and asset are understood and the bucket is the one that the credential is for. */
async function readRequest(
  query: { bucket: string; asset: string },
  own: OwnAuthor,
  record: ConnectionRecord,
  all: readonly ConnectionRecord[],
): Promise<string> {
  const { readOneAsset } = await import('../assets/understand-asset')
  const bucketProblem = problemOfBucket(query.bucket, record, all)
  const asset = readOneAsset(query.asset, own)
  const problems: FieldProblem[] = bucketProblem === null ? [] : [bucketProblem]
  if (!asset.ok) problems.push(problemOf('asset', asset))
  if (problems.length > 0 || !asset.ok) throw new Failure({ kind: 'input', problems })
  return asset.value
}
