import * as v from 'valibot'
import type { Handlers } from '../../shared/contract'
import type { FieldProblem } from '../../shared/result'
import { Failure } from '../failure'
import { readBucket } from '../services/aem-hosts'
import { readAssetId } from '../services/asset-id'
import type { ResolveAccess } from '../services/connection-access'
import type { ConnectionRecord } from '../services/connection-record'
import type { Connections } from '../services/connections'
import type { Metadata } from '../services/metadata'
import { problemOf } from '../services/text-rules'
import type { Work } from '../services/work'
import { fieldText, identifier, parseInput } from './parse-input'

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
  work: Work
}

export const metadataHandlers = ({
  connections,
  resolveAccess,
  metadata,
  work,
}: Collaborators): Pick<Handlers, 'readMetadata' | 'cancelWork'> => ({
  readMetadata: async (input) => {
    const query = parseInput(querySchema, input)
    return work.run(query.ticket, async (signal, report) => {
      const record = await connections.find(query.connectionId)
      const assetId = readRequest(query, record, await connections.all())
      const access = await resolveAccess(record)
      return metadata.read(
        { connectionId: record.id, bucket: record.bucket, assetId, ...access },
        signal,
        report,
      )
    })
  },
  cancelWork: async (input) => {
    work.cancel(parseInput(cancelSchema, input).ticket)
    return null
  },
})

/** The asset ID, once bucket and asset are understood and the bucket is the one that the credential is for. */
const readRequest = (
  query: { bucket: string; asset: string },
  record: ConnectionRecord,
  all: readonly ConnectionRecord[],
): string => {
  const bucket = readBucket(query.bucket)
  const asset = readAssetId(query.asset)
  const problems: FieldProblem[] = []
  if (!bucket.ok) problems.push(problemOf('bucket', bucket))
  else if (bucket.value !== record.bucket) problems.push(describeOtherBucket(bucket.value, record, all))
  if (!asset.ok) problems.push(problemOf('asset', asset))
  if (problems.length > 0 || !asset.ok) throw new Failure({ kind: 'input', problems })
  return asset.value
}

const describeOtherBucket = (
  bucket: string,
  record: ConnectionRecord,
  all: readonly ConnectionRecord[],
): FieldProblem => ({
  field: 'bucket',
  code: 'bucket-of-other-connection',
  values: {
    bucket,
    connection: record.name,
    connectionBucket: record.bucket,
    other: all.find((candidate) => candidate.bucket === bucket)?.name ?? '',
  },
})
