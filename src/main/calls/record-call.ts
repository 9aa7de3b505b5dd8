import {
  accessTokenPlaceholder,
  clientSecretPlaceholder,
  type ExchangeCredential,
  type ExchangePhase,
  type HeaderLine,
  type HttpExchange,
  hiddenValue,
} from '../../shared/http-exchange'
import { Failure } from '../failures/failure'
import type { Clock } from './clock'
import type { Asked } from './diagnose'
import type { HttpAnswer } from './http'

/** What is shown of a request. Whoever makes it puts placeholders where a token or a secret goes. */
export type ShownRequest = {
  headers: Readonly<Record<string, string>>
  body: string | null
  credential: ExchangeCredential
}

export type CallRecorder = {
  /** A phase begins, and the one before it ends. */
  begin: (phase: ExchangePhase) => void
  /** The request is about to be sent; whatever an earlier try brought is forgotten. */
  sends: () => void
  /** Status and headers are there. */
  headersArrived: (head: Pick<HttpAnswer, 'status' | 'headers'>) => void
  /** So many bytes of the body are there, decompressed. */
  received: (bytes: number) => void
  /** The call as far as it got; ends the running phase. */
  exchange: () => HttpExchange
}

const longestValue = 4_000
const alwaysHidden = new Set(['set-cookie', 'set-cookie2', 'authorization', 'proxy-authorization'])

/** Keeps what may be shown of one call. It is never given a token or a secret, so none can get out of it. */
export function recordCall(asked: Asked, shown: ShownRequest, clock: Clock): CallRecorder {
  const phases: Record<ExchangePhase, number | null> = {
    token: null,
    headers: null,
    body: null,
    understanding: null,
  }
  let running: { phase: ExchangePhase; since: number } | null = null
  let attempts = 0
  let answer: Pick<HttpAnswer, 'status' | 'headers'> | null = null
  let bodyBytes: number | null = null

  function endPhase(): void {
    if (running === null) return
    // Of two tries, both count: the user has waited for both.
    phases[running.phase] = (phases[running.phase] ?? 0) + clock.elapsed() - running.since
    running = null
  }
  return {
    begin: (phase) => {
      endPhase()
      running = { phase, since: clock.elapsed() }
    },
    sends: () => {
      attempts++
      answer = null
      bodyBytes = null
    },
    headersArrived: (head) => {
      answer = head
    },
    received: (bytes) => {
      bodyBytes = bytes
    },
    exchange: () => {
      endPhase()
      return {
        to: asked.from,
        method: asked.method,
        url: asked.url.href,
        at: new Date(asked.at).toISOString(),
        requestHeaders: Object.entries(shown.headers),
        requestBody: shown.body,
        attempts,
        status: answer?.status ?? null,
        responseHeaders: answer === null ? [] : shownHeaders(answer.headers),
        phases: roundAll(phases),
        bodyBytes,
        wireBytes: answer === null ? null : wireBytes(answer.headers, bodyBytes),
        credential: shown.credential,
      }
    },
  }
}

function shownHeaders(headers: HttpAnswer['headers']): HeaderLine[] {
  return Object.entries(headers).map(([name, value]) => [
    name,
    alwaysHidden.has(name) ? hiddenValue : value.slice(0, longestValue),
  ])
}

function roundAll(phases: Readonly<Record<ExchangePhase, number | null>>): HttpExchange['phases'] {
  function round(ms: number | null): number | null {
    return ms === null ? null : Math.round(ms)
  }
  return {
    token: round(phases.token),
    headers: round(phases.headers),
    body: round(phases.body),
    understanding: round(phases.understanding),
  }
}

/**
 * The length of the body before decompression. Chromium's stack hands over decompressed bytes alone; `Content-Length`
 * tells the rest, where the server sends it (RFC 9110 section 8.6).
 */
function wireBytes(headers: HttpAnswer['headers'], bodyBytes: number | null): number | null {
  const isCompressed = !['', 'identity'].includes(headers['content-encoding']?.trim().toLowerCase() ?? '')
  if (!isCompressed) return bodyBytes
  const told = headers['content-length']?.trim() ?? ''
  return bodyBytes !== null && /^\d{1,15}$/.test(told) ? Number(told) : null
}

/** A failure with the call that led to it, unless it knows its call already; anything else as it is. */
export function withExchange(thrown: unknown, call: CallRecorder): unknown {
  if (!(thrown instanceof Failure) || thrown.error.kind !== 'failure') return thrown
  const { evidence } = thrown.error
  if (evidence === null || evidence.exchange !== undefined) return thrown
  const exchange = call.exchange()
  // A redirect that was not followed has a status, but its headers do not come out of the network stack.
  const status = exchange.status ?? evidence.status
  return new Failure({ ...thrown.error, evidence: { ...evidence, exchange: { ...exchange, status } } })
}

/** Placeholders for `authorHeaders` and a token request that are shown. */
export const shownCredentials = {
  accessToken: accessTokenPlaceholder,
  clientSecret: clientSecretPlaceholder,
} as const
