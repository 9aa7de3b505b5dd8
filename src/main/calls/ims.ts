import * as v from 'valibot'
import type { Refusal } from '../../shared/failure-signal'
import type { Evidence } from '../../shared/result'
import { holdsSecret } from '../failures/redact'
import { parseJson } from '../input/parse-json'
import type { Clock } from './clock'
import { type Asked, answerFailure, evidenceOf, networkFailure } from './diagnose'
import type { HttpAnswer, SendHttp } from './http'
import { type CallRecorder, recordCall, shownCredentials, withExchange } from './record-call'
import { bodyKind, decodeBody } from './response-body'
import { decodeClaims, textClaim } from './token-claims'

export type TokenRequest = {
  /** Origin, `https://ims-na1.adobelogin.com` for most. */
  imsHost: string
  clientId: string
  clientSecret: string
  scopes: readonly string[]
}

/** An access token with what is known of it. Times are milliseconds since 1970 by this machine's clock. */
export type TokenGrant = {
  accessToken: string
  scopes: readonly string[]
  issuedAt: number
  expiresAt: number
  durationMs: number
  /** The `Date` header of IMS, or null: what its clock showed when it answered. */
  serverTime: number | null
  evidence: Evidence
}

const headersDeadlineMs = 20_000
const totalDeadlineMs = 30_000
const maxBytes = 256 * 1_024

/** Longest life that is believed; IMS gives 86,399 seconds. */
const longestLifeSeconds = 86_400
/** Assumed where `expires_in` makes no sense, so that such a token is neither cached forever nor requested in a loop. */
const shortLifeSeconds = 900

const answerSchema = v.object({
  // Visible ASCII alone: the token becomes part of a header.
  access_token: v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,16384}$/)),
  token_type: v.pipe(v.string(), v.regex(/^bearer$/i)),
  expires_in: v.optional(v.unknown()),
  scope: v.optional(v.string()),
})

function lifeSeconds(expiresIn: unknown): number {
  const seconds = typeof expiresIn === 'string' && expiresIn.trim() !== '' ? Number(expiresIn) : expiresIn
  if (typeof seconds !== 'number' || !Number.isFinite(seconds) || seconds <= 0) return shortLifeSeconds
  return Math.min(seconds, longestLifeSeconds)
}

/**
 * Asks Adobe IMS for an access token by the client-credentials grant: `POST /ims/token/v3`, everything in the form
 * body, scopes between commas (Adobe Developer Console, ServerToServerAuthentication/ims). There is no refresh token.
 *
 * Throws a `Failure` of kind `failure`, or the signal's reason.
 */
export async function requestToken(
  http: SendHttp,
  clock: Clock,
  request: TokenRequest,
  signal: AbortSignal,
): Promise<TokenGrant> {
  const asked: Asked = {
    from: 'ims',
    method: 'POST',
    url: new URL('/ims/token/v3', request.imsHost),
    at: clock.now(),
    values: {
      host: new URL(request.imsHost).host,
      clientId: request.clientId,
      scopes: request.scopes.join(', '),
    },
  }
  const { imsHost, clientId, scopes } = request
  const call = recordCall(
    asked,
    {
      headers: tokenHeaders,
      body: shownTokenForm(clientId, scopes),
      credential: { imsHost, clientId, scopes },
    },
    clock,
  )
  try {
    const answer = await send(http, asked, request, call, signal)
    return readGrant(asked, answer, request)
  } catch (thrown) {
    throw withExchange(thrown, call)
  }
}

const tokenHeaders = { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' }

/** The form as people write it, with the placeholder as it is. */
function shownTokenForm(clientId: string, scopes: readonly string[]): string {
  const { clientSecret } = shownCredentials
  const form = tokenForm({ clientId, clientSecret, scopes }).toString()
  return form.replace(encodeURIComponent(clientSecret), clientSecret)
}

function tokenForm({ clientId, clientSecret, scopes }: Omit<TokenRequest, 'imsHost'>): URLSearchParams {
  return new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: scopes.join(','),
  })
}

async function send(
  http: SendHttp,
  asked: Asked,
  request: TokenRequest,
  call: CallRecorder,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  call.begin('headers')
  call.sends()
  try {
    const answer = await http({
      method: 'POST',
      url: asked.url,
      headers: tokenHeaders,
      body: tokenForm(request).toString(),
      signal,
      headersDeadlineMs,
      totalDeadlineMs,
      maxBytes,
      onHeaders: (head) => {
        call.headersArrived(head)
        call.begin('body')
        call.received(0)
      },
      onReceived: call.received,
    })
    // Once more, now without the token that came with them.
    call.headersArrived(answer)
    return answer
  } catch (thrown) {
    throw networkFailure(asked, thrown)
  }
}

function readGrant(asked: Asked, answer: HttpAnswer, request: TokenRequest): TokenGrant {
  const { text } = decodeBody(answer.body)
  function refuse(refused: Refusal | null) {
    return answerFailure(asked, answer, text, refused)
  }
  const kind = bodyKind(answer)
  if (answer.status !== 200) throw refuse(kind === 'html' ? 'html' : null)
  if (kind !== 'json') throw refuse(kind === 'other' ? 'not-json' : kind)
  const parsed = parseJson(text)
  if (parsed === undefined) throw refuse('not-json')
  const grant = v.safeParse(answerSchema, parsed)
  // The excerpt of such an answer could hold a token of an odd form: it is left out.
  if (!grant.success) throw answerFailure(asked, answer, '', 'unusable-token')
  const { access_token: accessToken, expires_in: expiresIn, scope } = grant.output
  const claims = decodeClaims(accessToken)
  // The claims are shown: no IMS puts the secret there.
  if (claims !== null && holdsSecret(JSON.stringify([...claims]), request.clientSecret)) {
    throw answerFailure(asked, answer, '', 'unusable-token')
  }
  const serverTime = Date.parse(answer.headers.date ?? '')
  const granted = textClaim(claims, 'scope') ?? scope
  return {
    accessToken,
    scopes: granted === undefined ? request.scopes : granted.split(/[\s,]+/).filter((name) => name !== ''),
    issuedAt: asked.at,
    expiresAt: asked.at + lifeSeconds(expiresIn) * 1_000,
    durationMs: Math.round(answer.durationMs),
    serverTime: Number.isNaN(serverTime) ? null : serverTime,
    // The body is the token: it is not part of any evidence.
    evidence: evidenceOf(asked, answer, ''),
  }
}
