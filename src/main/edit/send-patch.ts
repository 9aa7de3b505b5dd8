import type { HttpExchange } from '../../shared/http-exchange'
import type { AccessTokens } from '../calls/access-tokens'
import { authorHeaders } from '../calls/author-headers'
import type { Clock } from '../calls/clock'
import { type Asked, answerFailure, networkFailure } from '../calls/diagnose'
import type { HttpAnswer, SendHttp } from '../calls/http'
import type { TokenGrant } from '../calls/ims'
import { type CallRecorder, recordCall, shownCredentials, withExchange } from '../calls/record-call'
import { bodyKind, decodeBody } from '../calls/response-body'
import { withToken } from '../calls/with-token'
import { Failure } from '../failures/failure'
import { describeMetadataRequest, type MetadataTarget, maxBodyBytes } from '../metadata/metadata-request'
import { namedOperations } from './named-operations'
import { isRefusedLeave, sendWithPass, type WritePass } from './write-lock'

const deadlineMs = 60_000

/** AEM did not understand the change, or cannot make it. */
const refusesOperations = [400, 422]

export type SendPatch = (
  pass: WritePass,
  target: MetadataTarget,
  change: { body: string; etag: string },
  signal: AbortSignal,
) => Promise<HttpExchange>

/** The headers of a change, which is one JSON Patch under the ETag that it starts from. */
export function patchHeaders(
  grant: Pick<TokenGrant, 'accessToken'>,
  clientId: string,
  etag: string,
): Record<string, string> {
  return {
    ...authorHeaders(grant, clientId),
    'Content-Type': 'application/json-patch+json',
    'If-Match': etag,
  }
}

/**
 * Sends a change once: `PATCH /adobe/assets/{assetId}/metadata` (AEM Assets Author API, patchAssetMetadata). Only a token that
 * AEM refuses with 401, before it looks at the change, is renewed and the change sent with the new one.
 *
 * Throws a `Failure` for every other answer than 2xx, and where none comes; then the change may have been made.
 */
export function createSendPatch(http: SendHttp, tokens: AccessTokens, clock: Clock): SendPatch {
  return async (pass, target, { body, etag }, signal) => {
    if (pass.connectionId !== target.connectionId) throw new Error('A pass for another connection')
    const { clientId } = target.need
    const { asked, call } = preparePatch(target, { body, etag }, clock)
    function send(grant: TokenGrant): Promise<HttpAnswer> {
      return sendOnce(http, pass, asked, { headers: patchHeaders(grant, clientId, etag), body, call, signal })
    }
    try {
      const { need } = target
      const answer = await withToken({ tokens, need, signal, onToken: () => call.begin('token') }, send)
      const isPage = bodyKind(answer) === 'html'
      // A page is no word of AEM's API: a proxy or a sign-in answers every address with one.
      if (answer.status >= 200 && answer.status < 300 && !isPage) return call.exchange()
      throw refusalOf(asked, answer, body)
    } catch (thrown) {
      throw withExchange(thrown, call)
    }
  }
}

/** The failure for an answer, with the operations that it names where it is about them. */
function refusalOf(asked: Asked, answer: HttpAnswer, patch: string): Failure {
  const text = decodeBody(answer.body).text
  const failure = answerFailure(asked, answer, text, bodyKind(answer) === 'html' ? 'html' : null)
  const { error } = failure
  if (error.kind !== 'failure' || error.evidence === null || !refusesOperations.includes(answer.status)) {
    return failure
  }
  const operations = namedOperations(text, patch)
  return new Failure({ ...error, evidence: { ...error.evidence, operations } })
}

/** The call as it will be sent, and its recorder; nothing is sent. */
export function preparePatch(
  target: MetadataTarget,
  { body, etag }: { body: string; etag: string },
  clock: Clock,
): { asked: Asked; call: CallRecorder } {
  const { clientId, imsHost, scopes } = target.need
  const asked: Asked = { ...describeMetadataRequest(target, clock.now()), method: 'PATCH', readWorked: true }
  const headers = patchHeaders(shownCredentials, clientId, etag)
  return {
    asked,
    call: recordCall(asked, { headers, body, credential: { imsHost, clientId, scopes } }, clock),
  }
}

async function sendOnce(
  http: SendHttp,
  pass: WritePass,
  asked: Asked,
  request: { headers: Record<string, string>; body: string; call: CallRecorder; signal: AbortSignal },
): Promise<HttpAnswer> {
  const { headers, body, call, signal } = request
  call.begin('headers')
  call.sends()
  try {
    return await sendWithPass(http, pass, {
      url: asked.url,
      headers,
      body,
      signal,
      headersDeadlineMs: deadlineMs,
      totalDeadlineMs: deadlineMs,
      maxBytes: maxBodyBytes,
      onHeaders: (head) => {
        call.headersArrived(head)
        call.begin('body')
        call.received(0)
      },
      onReceived: call.received,
    })
  } catch (thrown) {
    if (isRefusedLeave(thrown)) throw thrown
    throw networkFailure(asked, thrown)
  }
}
