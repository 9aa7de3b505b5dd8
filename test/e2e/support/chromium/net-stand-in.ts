import { EventEmitter } from 'node:events'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'

/** What Chromium calls a failure that Node calls otherwise. */
const chromiumNames: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'net::ERR_CONNECTION_REFUSED',
  ECONNRESET: 'net::ERR_CONNECTION_RESET',
  ENOTFOUND: 'net::ERR_NAME_NOT_RESOLVED',
  EAI_AGAIN: 'net::ERR_NAME_NOT_RESOLVED',
  ETIMEDOUT: 'net::ERR_CONNECTION_TIMED_OUT',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'net::ERR_CERT_AUTHORITY_INVALID',
}

/** `net.request` as the program uses it, by Node: events, headers, redirects that are told and not followed. */
export function requestByNode({ method, url }: { method: string; url: string }) {
  const call = new EventEmitter()
  const headers: Record<string, string> = {}
  let outgoing: ReturnType<typeof requestHttp> | null = null
  let isAborted = false

  function end(body?: string | Buffer): void {
    const open = url.startsWith('https:') ? requestHttps : requestHttp
    outgoing = open(url, { method, headers }, (message) => {
      const { statusCode = 0, headers: received } = message
      if (statusCode >= 300 && statusCode < 400 && received.location !== undefined) {
        message.destroy()
        call.emit('redirect', statusCode, method, new URL(received.location, url).href, received)
      } else {
        call.emit('response', message)
      }
    })
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      if (!isAborted) call.emit('error', new Error(chromiumNames[error.code ?? ''] ?? 'net::ERR_FAILED'))
    })
    outgoing.end(body)
  }

  return Object.assign(call, {
    end,
    setHeader: (name: string, value: string) => {
      headers[name] = value
    },
    abort: () => {
      isAborted = true
      outgoing?.destroy()
    },
  })
}
