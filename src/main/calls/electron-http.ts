import { type ClientRequest, type IncomingMessage, net, type Session } from 'electron'
import type { CallRules } from './call-rules'
import { type CallSession, sendReadsAgain } from './electron-call-session'
import { createProblemExplainer, type ExplainProblem } from './electron-problem'
import { answerLogins } from './electron-proxy-login'
import { type HttpAnswer, HttpProblem, type HttpRequest, type SendHttp } from './http'
import { isLoopback } from './loopback'

/** A token goes over TLS or does not leave this machine; `net` itself would also open `file:` and our own scheme. */
export function mayBeSentTo({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}

function joinHeaders(message: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  )
}

/**
 * HTTP by Electron's own network stack: the system's proxy, PAC file and certificate store count.
 *
 * In a session without cache and without cookies: the default session answered one account from the cached response of another,
 * and wrote bodies to disk in clear.
 */
export function createElectronHttp(callSession: CallSession, rules: CallRules): SendHttp {
  const explain = createProblemExplainer(callSession.current)
  return sendReadsAgain(async (request) => {
    if (!mayBeSentTo(request.url)) throw new HttpProblem({ network: 'net::ERR_DISALLOWED_URL_SCHEME' })
    return sendOnce(await callSession.current(), request, { explain, rules })
  }, callSession)
}

type Helpers = { explain: ExplainProblem; rules: CallRules }

function sendOnce(session: Session, request: HttpRequest, { explain, rules }: Helpers): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    if (request.signal.aborted) throw request.signal.reason
    const startedAt = performance.now()
    const call = openCall(session, request)
    const settle = endOnce(request, call, {
      resolve,
      reject,
      explain: (problem) => explain(request.url, problem, request.signal),
    })

    call.on('redirect', (status, _method, target) => {
      settle.fail(new HttpProblem({ refused: 'redirect', target, status }))
    })
    call.on('error', (error) => settle.failOnTheWay(new HttpProblem({ network: error.message })))
    answerLogins(call, rules, settle.fail)
    call.on('response', (message) => {
      settle.headersArrived()
      request.onHeaders?.({ status: message.statusCode, headers: joinHeaders(message) })
      collectBody(message, request, settle, startedAt)
    })
    if (request.body === null) call.end()
    else call.end(request.body)
  })
}

/** Not sent yet. In the session of calls, without cookies and logins of its own. */
export function openCall(
  session: Session,
  request: Pick<HttpRequest, 'method' | 'url' | 'headers'>,
): ClientRequest {
  const call = net.request({
    method: request.method,
    url: request.url.href,
    session,
    credentials: 'omit',
    useSessionCookies: false,
    // `manual` tells where the redirect pointed; a request that nobody continues is canceled.
    redirect: 'manual',
  })
  for (const [name, value] of Object.entries(request.headers)) call.setHeader(name, value)
  if (request.url.protocol === 'http:') call.setHeader('Accept-Encoding', verifiedCodings)
  return call
}

/**
 * Where no TLS covers a body. Chromium skips the checksum at the end of a gzip stream, holds the one of deflate against what came
 * (net/filter/gzip_source_stream.cc), and hands over decompressed bytes alone. So deflate is requested first; of gzip from a
 * server that has nothing else, a changed byte is noticed where the stream, UTF-8 or JSON breaks by it. Without the star, Chromium
 * would refuse every coding that is not named.
 */
const verifiedCodings = 'deflate, gzip;q=0.5, *;q=0.1'

type Settle = {
  headersArrived: () => void
  succeed: (answer: HttpAnswer) => void
  fail: (reason: unknown) => void
  /** Nothing of an answer came: what lies behind it is looked for first. */
  failOnTheWay: (problem: HttpProblem) => void
}

type Ends = {
  resolve: (answer: HttpAnswer) => void
  reject: (reason: unknown) => void
  explain: (problem: HttpProblem) => Promise<HttpProblem>
}

function endOnce(request: HttpRequest, call: ClientRequest, { resolve, reject, explain }: Ends): Settle {
  let ended = false
  function end(): boolean {
    if (ended) return false
    ended = true
    clearTimeout(headersTimer)
    clearTimeout(totalTimer)
    request.signal.removeEventListener('abort', onCancel)
    return true
  }
  function fail(reason: unknown): void {
    if (!end()) return
    reject(reason)
    call.abort()
  }
  function failOnTheWay(problem: HttpProblem): void {
    if (!end()) return
    call.abort()
    explain(problem).then(reject, reject)
  }
  function onCancel(): void {
    fail(request.signal.reason)
  }
  const headersTimer = setTimeout(
    () => failOnTheWay(new HttpProblem({ refused: 'deadline-headers' })),
    request.headersDeadlineMs,
  )
  const totalTimer = setTimeout(
    () => fail(new HttpProblem({ refused: 'deadline-body' })),
    request.totalDeadlineMs,
  )
  request.signal.addEventListener('abort', onCancel)
  return {
    headersArrived: () => clearTimeout(headersTimer),
    succeed: (answer) => {
      if (end()) resolve(answer)
    },
    fail,
    failOnTheWay,
  }
}

const proxyLoginRequired = 407

function collectBody(
  message: IncomingMessage,
  request: HttpRequest,
  settle: Settle,
  startedAt: number,
): void {
  if (message.statusCode === proxyLoginRequired) {
    // A proxy's answer to CONNECT: Chromium gives its status, and an error in place of its body.
    message.on('error', () => undefined)
    settle.succeed({
      status: proxyLoginRequired,
      headers: joinHeaders(message),
      body: Buffer.alloc(0),
      durationMs: performance.now() - startedAt,
    })
    return
  }
  const chunks: Buffer[] = []
  let received = 0
  message.on('data', (chunk) => {
    received += chunk.length
    if (received > request.maxBytes) {
      settle.fail(new HttpProblem({ refused: 'too-large', status: message.statusCode }))
      return
    }
    chunks.push(chunk)
    request.onReceived(received)
  })
  message.on('end', () =>
    settle.succeed({
      status: message.statusCode,
      headers: joinHeaders(message),
      body: Buffer.concat(chunks),
      durationMs: performance.now() - startedAt,
    }),
  )
  message.on('aborted', () => settle.fail(new HttpProblem({ network: 'net::ERR_CONNECTION_CLOSED' })))
  message.on('error', (error: Error) => settle.fail(new HttpProblem({ network: error.message })))
}
