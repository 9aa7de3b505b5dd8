import { randomUUID } from 'node:crypto'
import type { RightReason, RightState, RightsMatrix } from '../../shared/check'
import type { AppError, Evidence } from '../../shared/result'
import type { AccessTokens } from '../calls/access-tokens'
import { authorHeaders } from '../calls/author-headers'
import type { Clock } from '../calls/clock'
import { type Asked, answerFailure, evidenceOf, networkFailure } from '../calls/diagnose'
import type { SendHttp } from '../calls/http'
import type { TokenGrant } from '../calls/ims'
import { bodyKind, decodeBody } from '../calls/response-body'
import { Failure } from '../failures/failure'
import { hideSecret } from '../failures/redact'
import {
  describeMetadataRequest,
  type MetadataTarget,
  sendMetadataRequest,
  understandMetadata,
} from '../metadata/metadata-request'

type Row = RightsMatrix['rows'][number]

type Collaborators = { http: SendHttp; tokens: AccessTokens; clock: Clock }

function row(
  right: Row['right'],
  state: RightState,
  reason: RightReason,
  seen: { error?: AppError; evidence?: Evidence | null } = {},
): Row {
  return { right, state, reason, error: seen.error ?? null, evidence: seen.evidence ?? null }
}

/**
 * Finds out what the technical account may do with an asset, without changing it.
 *
 * Reading is tried. Changing is tried with a PATCH that AEM has to refuse after it has checked the rights: its
 * `If-Match` names no version, and its only operation is a `test` that cannot hold. Whether AEM checks rights before
 * the precondition is not documented; an answer that leaves it open is `unproven`. For creating and deleting there is
 * no request that could not change data, so none is sent.
 *
 * Throws the `Failure` of the token or the keychain, or the signal's reason.
 */
export async function probeRights(
  collaborators: Collaborators,
  target: MetadataTarget,
  withChange: boolean,
  signal: AbortSignal,
): Promise<RightsMatrix> {
  const { tokens, clock } = collaborators
  const grant = await tokens.obtain(target.need, signal)
  const read = await tryReading(collaborators, target, grant, signal)
  const update = withChange
    ? await tryChanging(collaborators, target, grant, read.state === 'allowed', signal)
    : row('update', 'not-tried', 'not-asked-for')
  return {
    assetId: target.assetId,
    probedAt: new Date(clock.now()).toISOString(),
    rows: [
      read,
      row('create', 'unproven', 'no-safe-probe'),
      update,
      row('delete', 'unproven', 'no-safe-probe'),
    ],
  }
}

function fromThrown(right: Row['right'], thrown: unknown): Row {
  if (!(thrown instanceof Failure) || thrown.error.kind !== 'failure') throw thrown
  const { error } = thrown
  const { evidence } = error
  // Only a refusal of AEM proves a missing right: an absent asset or a broken network prove nothing.
  const isRefusal = evidence?.status === 403
  if (!isRefusal) return row(right, 'unproven', 'answer-not-known', { error, evidence })
  return row(right, 'refused', right === 'read' ? 'read-failed' : 'refused-before-precondition', {
    error,
    evidence,
  })
}

async function tryReading(
  { http, clock }: Collaborators,
  target: MetadataTarget,
  grant: TokenGrant,
  signal: AbortSignal,
): Promise<Row> {
  const asked = describeMetadataRequest(target, clock.now())
  const request = { grant, clientId: target.need.clientId, etag: null }
  try {
    const answer = await sendMetadataRequest(http, asked, request, signal, () => undefined)
    understandMetadata(asked, answer, target, clock)
    return row('read', 'allowed', 'read-succeeded', { evidence: evidenceOf(asked, answer, '') })
  } catch (thrown) {
    return fromThrown('read', thrown)
  }
}

const deadlineMs = 30_000

async function tryChanging(
  { http, clock }: Collaborators,
  target: MetadataTarget,
  grant: TokenGrant,
  readWorked: boolean,
  signal: AbortSignal,
): Promise<Row> {
  const asked: Asked = { ...describeMetadataRequest(target, clock.now()), method: 'PATCH', readWorked }
  const impossible = randomUUID()
  try {
    const answer = await http({
      method: 'PATCH',
      url: asked.url,
      headers: {
        ...authorHeaders(grant, target.need.clientId),
        'Content-Type': 'application/json-patch+json',
        'If-Match': `"rights-probe-${impossible}"`,
      },
      body: JSON.stringify([
        { op: 'test', path: '/assetMetadata/dc:title', value: `rights probe ${impossible}` },
      ]),
      signal,
      headersDeadlineMs: deadlineMs,
      totalDeadlineMs: deadlineMs,
      maxBytes: 1_024 * 1_024,
      onReceived: () => undefined,
    })
    const body = hideSecret(decodeBody(answer.body).text, grant.accessToken)
    const evidence = evidenceOf(asked, answer, body)
    if (answer.status === 412) {
      return row('update', 'allowed', 'precondition-refused-after-authorisation', { evidence })
    }
    throw answerFailure(asked, answer, body, bodyKind(answer) === 'html' ? 'html' : null)
  } catch (thrown) {
    return fromThrown('update', networkFailure(asked, thrown))
  }
}
