import { randomUUID } from 'node:crypto'
import { type PathForm, pathForms } from '../../shared/edit'
import type { CauseId } from '../../shared/failure-catalogue'
import type { Clock } from '../calls/clock'
import { type Asked, answerFailure, networkFailure } from '../calls/diagnose'
import type { SendHttp } from '../calls/http'
import type { TokenGrant } from '../calls/ims'
import { bodyKind, decodeBody } from '../calls/response-body'
import { writePatch } from '../edit/patch-operations'
import { patchHeaders } from '../edit/send-patch'
import { refusalsOfVersion } from '../edit/sent-outcome'
import { isRefusedLeave, sendWithPass, type WritePass } from '../edit/write-lock'
import { describeMetadataRequest, type MetadataTarget } from '../metadata/metadata-request'
import { type RightsRow, rightsRow, rowOfRefusal } from './rights-row'

type Subject = {
  target: MetadataTarget
  grant: TokenGrant
  /** Of the asset as it was just read; null where it was not, or where AEM sent none. */
  etag: string | null
  hasRead: boolean
  pass: WritePass
}

const deadlineMs = 30_000

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
  let row = await tryPath(collaborators, subject, { ifMatch, form: first }, signal)
  for (const form of others) {
    if (!gotTo(refusalsOfOperation, row)) return row
    row = await tryPath(collaborators, subject, { ifMatch, form }, signal)
  }
  return row
}

async function tryPath(
  { http, clock }: { http: SendHttp; clock: Clock },
  { target, grant, hasRead, pass }: Subject,
  { ifMatch, form }: { ifMatch: string; form: PathForm },
  signal: AbortSignal,
): Promise<RightsRow> {
  const asked: Asked = {
    ...describeMetadataRequest(target, clock.now()),
    method: 'PATCH',
    readWorked: hasRead,
  }
  const value = JSON.stringify(`rights probe ${randomUUID()}`)
  const test = { op: 'test', path: ['dc:title'], value }
  try {
    const answer = await sendWithPass(http, pass, {
      url: asked.url,
      headers: patchHeaders(grant, target.need.clientId, ifMatch),
      body: writePatch([test], form),
      signal,
      headersDeadlineMs: deadlineMs,
      totalDeadlineMs: deadlineMs,
      maxBytes: 1_024 * 1_024,
      onReceived: () => undefined,
    })
    const body = decodeBody(answer.body).text
    throw answerFailure(asked, answer, body, bodyKind(answer) === 'html' ? 'html' : null)
  } catch (thrown) {
    if (isRefusedLeave(thrown)) return rightsRow('update', 'not-tried', 'changes-locked')
    return rowOfRefusal('update', networkFailure(asked, thrown))
  }
}
