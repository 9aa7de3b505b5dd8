import { createWriteStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { IncomingMessage } from 'electron'
import type { CallRules } from './call-rules'
import type { CallSession } from './electron-call-session'
import { mayBeSentTo, openCall } from './electron-http'
import { answerLogins } from './electron-proxy-login'
import { HttpProblem } from './http'

export type DownloadRequest = {
  url: URL
  /** Written from its beginning; what is in it after a failure is of no use. */
  file: string
  signal: AbortSignal
  /** Milliseconds without anything that arrives. */
  stallDeadlineMs: number
  maxBytes: number
  /** `total` is null where the server does not say. */
  onReceived: (received: number, total: number | null) => void
}

/**
 * Writes the body of a GET to a file as it arrives; returns the status, and writes nothing unless it is 200. Follows no redirect,
 * and sends no cookie and no login but that of a proxy. Throws `HttpProblem`, what the disk throws, or the signal's reason.
 */
export type Download = (request: DownloadRequest) => Promise<number>

/** By the same session as calls: the same proxy, the same authorities. */
export function createElectronDownload(callSession: CallSession, rules: CallRules): Download {
  return async (request) => {
    if (!mayBeSentTo(request.url)) {
      throw new HttpProblem({ refused: 'redirect', target: request.url.href })
    }
    const session = await callSession.current()
    request.signal.throwIfAborted()
    const call = openCall(session, {
      method: 'GET',
      url: request.url,
      headers: { Accept: '*/*', 'Cache-Control': 'no-cache' },
    })
    const watch = watchProgress(request)
    try {
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        call.on('response', resolve)
        call.on('error', (error) => reject(new HttpProblem({ network: error.message })))
        call.on('redirect', (status, _method, target) =>
          reject(new HttpProblem({ refused: 'redirect', target, status })),
        )
        answerLogins(call, rules, reject)
        watch.signal.addEventListener('abort', () => reject(watch.signal.reason))
        call.end()
      })
      if (response.statusCode === 200) await write(response, request, watch)
      return response.statusCode
    } finally {
      watch.end()
      call.abort()
    }
  }
}

type Watch = { signal: AbortSignal; moved: () => void; end: () => void }

/** Aborts when nothing has moved for too long, and with the request's own signal. */
function watchProgress({ signal, stallDeadlineMs }: DownloadRequest): Watch {
  const controller = new AbortController()
  function cancel(): void {
    controller.abort(signal.reason)
  }
  const timer = setTimeout(
    () => controller.abort(new HttpProblem({ refused: 'deadline-body' })),
    stallDeadlineMs,
  )
  signal.addEventListener('abort', cancel)
  return {
    signal: controller.signal,
    moved: () => void timer.refresh(),
    end: () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', cancel)
    },
  }
}

async function write(
  response: IncomingMessage,
  { file, maxBytes, onReceived }: DownloadRequest,
  watch: Watch,
): Promise<void> {
  const total = readLength(response)
  let received = 0
  const count = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      received += chunk.length
      watch.moved()
      onReceived(received, total)
      done(received > maxBytes ? new HttpProblem({ refused: 'too-large' }) : null, chunk)
    },
  })
  try {
    await pipeline(bodyOf(response), count, createWriteStream(file, { mode: 0o600 }), {
      signal: watch.signal,
    })
  } catch (thrown) {
    // `pipeline` throws an error of its own in place of the signal's reason.
    watch.signal.throwIfAborted()
    throw thrown
  }
}

function readLength({ headers }: IncomingMessage): number | null {
  const [first] = [headers['content-length']].flat()
  return first !== undefined && /^\d{1,15}$/.test(first) ? Number(first) : null
}

/** Electron's message is none of Node's streams by its type, and tells of an early end by an event of its own. */
function bodyOf(response: IncomingMessage): Readable {
  const body = new Readable({ read: () => undefined })
  response.on('data', (chunk) => body.push(chunk))
  response.on('end', () => body.push(null))
  response.on('aborted', () => body.destroy(new HttpProblem({ network: 'net::ERR_CONNECTION_CLOSED' })))
  response.on('error', (error: Error) => body.destroy(new HttpProblem({ network: error.message })))
  return body
}
