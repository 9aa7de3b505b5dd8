import type { FieldProblem } from '../../shared/result'
import { problemOf } from '../input/text-rules'
import { readBucket } from './aem-hosts'
import type { ConnectionRecord } from './connection-record'

/** Why a connection cannot read from a bucket as typed, or null: its credential is for its own bucket alone. */
export function problemOfBucket(
  typed: string,
  record: ConnectionRecord,
  all: readonly ConnectionRecord[],
): FieldProblem | null {
  const bucket = readBucket(typed)
  if (!bucket.ok) return problemOf('bucket', bucket)
  if (bucket.value === record.bucket) return null
  return {
    field: 'bucket',
    code: 'bucket-of-other-connection',
    values: {
      bucket: bucket.value,
      connection: record.name,
      connectionBucket: record.bucket,
      other: all.find((candidate) => candidate.bucket === bucket.value)?.name ?? '',
    },
  }
}
