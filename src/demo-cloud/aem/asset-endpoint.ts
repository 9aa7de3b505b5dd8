import { randomUUID } from 'node:crypto'
import { jsonReply, type Reply } from '../http/replies'
import type { AemRequest } from './aem-request'
import type { StoredAsset } from './asset-store'
import { checkChange } from './preconditions'

/** `DELETE /adobe/assets/{assetId}` (Assets Author API 2025.04): 202 with a job, or 204. */
export function deleteAsset(request: AemRequest, { seed, etag }: StoredAsset): Reply {
  const { context } = request
  const failed = checkChange(request, etag)
  if (failed !== null) return failed
  context.assets.delete(seed.assetId)
  if (context.switches.deleteAnswer === 'no-content') return { status: 204 }
  const jobId = randomUUID()
  context.jobs.set(jobId, { polls: 0 })
  const headers = { location: `/adobe/jobs/${jobId}`, 'retry-after': '1' }
  return jsonReply(202, { jobId, state: 'PROCESSING' }, headers)
}

/**
 * Status of a job: 200 while it runs, then 303 with `Location` (AEM APIs how-to guide). The path of jobs and of their
 * results is a guess; clients take both from `Location`.
 */
export function readJob({ context, problem }: AemRequest, jobId = '', result = ''): Reply {
  const job = context.jobs.get(jobId)
  if (job === undefined) return problem('not_found', 'The job does not exist or is too old.')
  if (result !== '') return jsonReply(200, { jobId, state: 'COMPLETED' })
  job.polls += 1
  return job.polls === 1
    ? jsonReply(200, { jobId, state: 'PROCESSING' }, { 'retry-after': '1' })
    : { status: 303, headers: { location: `/adobe/jobs/${jobId}/result` } }
}
