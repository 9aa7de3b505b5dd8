import { randomUUID } from 'node:crypto'
import type { CauseId } from '../../shared/failure-catalogue'
import { authorHeaders } from '../calls/author-headers'
import type { Clock } from '../calls/clock'
import { type Asked, answerFailure, networkFailure } from '../calls/diagnose'
import type { SendHttp } from '../calls/http'
import type { TokenGrant } from '../calls/ims'
import { bodyKind, decodeBody } from '../calls/response-body'
import { describeMetadataRequest, type MetadataTarget } from '../metadata/metadata-request'
import { type RightsRow, rightsRow, rowOfRefusal } from './rights-row'

type Subject = {
  target: MetadataTarget
  grant: TokenGrant
  /** Of the asset as it was just read; null where it was not, or where AEM sent none. */
  etag: string | null
  hasRead: boolean
}

const deadlineMs = 30_000

/**
 * How a path of a patch may be written: Adobe's guide has the first two, its PIM tutorial and a client that works on real
 * environments the third. A release that refuses one form takes another (release notes 2026, ASSETS-77434).
 */
const pathForms = ['/assetMetadata/dc:title', '/dc:title', 'dc:title'] as const

/** AEM let the call come as far as its version: 412 in its guide, 409 in one reading of the schema. */
const refusalsOfVersion: readonly CauseId[] = ['aem-changed-meanwhile', 'aem-change-conflict']
/** AEM let the call come as far as its operation. */
const refusalsOfOperation: readonly CauseId[] = ['aem-change-not-possible', 'aem-change-not-understood']

/**
 * Tries the right to update with patches that cannot change anything: their one operation is a `test` that cannot hold.
 *
 * The first names a version that there never was, so that AEM has to refuse it whatever the operation. Whether AEM looks at
 * rights before that is not documented, so a second one names the current version. Whoever gets past both was not refused;
 * that the account may update is proven by an update alone.
 *
 * Throws what is no failure of a call, such as the signal's reason.
 */
export async function probeUpdate(
  collaborators: { http: SendHttp; clock: Clock },
  subject: Subject,
  signal: AbortSignal,
): Promise<RightsRow> {
  const stale = await tryPathForms(collaborators, subject, `"rights-probe-${randomUUID()}"`, signal)
  if (!gotTo(refusalsOfVersion, stale) || subject.etag === null) return stale
  const current = await tryPathForms(collaborators, subject, subject.etag, signal)
  if (current.state === 'refused') return current
  if (!gotTo([...refusalsOfOperation, ...refusalsOfVersion], current)) return current
  return rightsRow('update', 'not-refused', 'test-change-not-refused', { evidence: current.evidence })
}

function gotTo(causes: readonly CauseId[], { error }: RightsRow): boolean {
  return error?.kind === 'failure' && causes.includes(error.cause)
}

async function tryPathForms(
  collaborators: { http: SendHttp; clock: Clock },
  subject: Subject,
  ifMatch: string,
  signal: AbortSignal,
): Promise<RightsRow> {
  const [first, ...others] = pathForms
  let row = await tryPath(collaborators, subject, { ifMatch, path: first }, signal)
  for (const path of others) {
    if (!gotTo(refusalsOfOperation, row)) return row
    row = await tryPath(collaborators, subject, { ifMatch, path }, signal)
  }
  return row
}

async function tryPath(
  { http, clock }: { http: SendHttp; clock: Clock },
  { target, grant, hasRead }: Subject,
  { ifMatch, path }: { ifMatch: string; path: string },
  signal: AbortSignal,
): Promise<RightsRow> {
  const asked: Asked = {
    ...describeMetadataRequest(target, clock.now()),
    method: 'PATCH',
    readWorked: hasRead,
  }
  try {
    const answer = await http({
      method: 'PATCH',
      url: asked.url,
      headers: {
        ...authorHeaders(grant, target.need.clientId),
        'Content-Type': 'application/json-patch+json',
        'If-Match': ifMatch,
      },
      body: JSON.stringify([{ op: 'test', path, value: `rights probe ${randomUUID()}` }]),
      signal,
      headersDeadlineMs: deadlineMs,
      totalDeadlineMs: deadlineMs,
      maxBytes: 1_024 * 1_024,
      onReceived: () => undefined,
    })
    const body = decodeBody(answer.body).text
    throw answerFailure(asked, answer, body, bodyKind(answer) === 'html' ? 'html' : null)
  } catch (thrown) {
    return rowOfRefusal('update', networkFailure(asked, thrown))
  }
}
