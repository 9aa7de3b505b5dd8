import type { Refusal } from '../../shared/failure-signal'

export type HttpRequest = {
  method: 'GET' | 'POST' | 'PATCH'
  url: URL
  headers: Readonly<Record<string, string>>
  body: string | null
  signal: AbortSignal
  /** Milliseconds until the status line has to be there. */
  headersDeadlineMs: number
  /** Milliseconds for the whole exchange. */
  totalDeadlineMs: number
  /** Cap on the body after decompression. */
  maxBytes: number
  /** Called once, when status and headers are there, also where the body is given up afterwards. */
  onHeaders?: (head: Pick<HttpAnswer, 'status' | 'headers'>) => void
  onReceived: (bytes: number) => void
}

export type HttpAnswer = {
  status: number
  /** Lower-case names; several values of one name are joined by a comma. */
  headers: Readonly<Record<string, string>>
  body: Uint8Array
  durationMs: number
}

/** No answer, or one that the client gave up. Exactly one of `network` and `refused` is set. */
export class HttpProblem extends Error {
  /** The network stack's own word, such as `net::ERR_CONNECTION_REFUSED`. */
  readonly network: string | null
  readonly refused: Refusal | null
  /** Where a redirect pointed, or null. */
  readonly target: string | null
  readonly status: number | null

  constructor(problem: {
    network?: string
    refused?: Refusal
    target?: string
    status?: number
  }) {
    super(problem.network ?? problem.refused ?? 'no answer')
    this.name = 'HttpProblem'
    this.network = problem.network ?? null
    this.refused = problem.refused ?? null
    this.target = problem.target ?? null
    this.status = problem.status ?? null
  }
}

/**
 * Sends one request and collects the answer.
 *
 * Never follows a redirect, sends or keeps a cookie, or answers from a cache. Throws `HttpProblem`, or the signal's
 * reason when it was cancelled.
 */
export type SendHttp = (request: HttpRequest) => Promise<HttpAnswer>
