import type { AccessTokens } from '../calls/access-tokens'
import { authorHeaders } from '../calls/author-headers'
import type { Clock } from '../calls/clock'
import { type Asked, answerFailure, networkFailure } from '../calls/diagnose'
import type { HttpAnswer, SendHttp } from '../calls/http'
import type { TokenGrant } from '../calls/ims'
import { bodyKind, decodeBody } from '../calls/response-body'
import { withToken } from '../calls/with-token'
import { type ConnectionAccess, valuesOf } from '../connections/connection-access'
import type { Failure } from '../failures/failure'

export type AuthorAnswer = {
  asked: Asked
  answer: HttpAnswer
  text: string
  kind: ReturnType<typeof bodyKind>
}

/** Asks AEM for a list, with the token at hand; renews it once on a 401. Throws a `Failure` where no answer comes. */
export type AskAuthor = (
  target: ConnectionAccess,
  call: { url: URL; body: string | null },
  signal: AbortSignal,
) => Promise<AuthorAnswer>

const headersDeadlineMs = 60_000
const totalDeadlineMs = 120_000
/** Of fifty assets with all of their metadata. */
const maxBytes = 64 * 1_024 * 1_024

/** `POST /adobe/assets/search` (AEM Assets Author API, searchAssets). */
export function searchAddressOf({ aemHost }: ConnectionAccess): URL {
  return new URL('/adobe/assets/search', aemHost)
}

export function createAskAuthor(http: SendHttp, tokens: AccessTokens, clock: Clock): AskAuthor {
  return async (target, { url, body }, signal) => {
    const method = body === null ? 'GET' : 'POST'
    const asked: Asked = { from: 'aem', method, url, at: clock.now(), values: valuesOf(target) }
    function send(grant: TokenGrant): Promise<HttpAnswer> {
      return http({
        method,
        url,
        headers: {
          ...authorHeaders(grant, target.need.clientId),
          ...(body === null ? {} : { 'Content-Type': 'application/json' }),
        },
        body,
        signal,
        headersDeadlineMs,
        totalDeadlineMs,
        maxBytes,
        onReceived: () => undefined,
      })
    }
    try {
      const answer = await withToken({ tokens, need: target.need, signal }, send)
      return { asked, answer, text: decodeBody(answer.body).text, kind: bodyKind(answer) }
    } catch (thrown) {
      throw networkFailure(asked, thrown)
    }
  }
}

export function failureOf({ asked, answer, text, kind }: AuthorAnswer): Failure {
  return answerFailure(asked, answer, text, kind === 'html' ? 'html' : null)
}
