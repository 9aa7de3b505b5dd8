import { hideEchoes } from '../../src/main/calls/hide-echoes'
import { type HttpAnswer, HttpProblem, type HttpRequest, type SendHttp } from '../../src/main/calls/http'

/** What undici says, in the words of Chromium's network stack that the failure catalogue knows. */
const networkWords: Readonly<Record<string, string>> = {
  ENOTFOUND: 'net::ERR_NAME_NOT_RESOLVED',
  EAI_AGAIN: 'net::ERR_NAME_NOT_RESOLVED',
  ECONNREFUSED: 'net::ERR_CONNECTION_REFUSED',
  ECONNRESET: 'net::ERR_CONNECTION_RESET',
  UND_ERR_SOCKET: 'net::ERR_CONNECTION_CLOSED',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'net::ERR_CONTENT_LENGTH_MISMATCH',
  UND_ERR_HEADERS_OVERFLOW: 'net::ERR_RESPONSE_HEADERS_TOO_BIG',
  Z_DATA_ERROR: 'net::ERR_CONTENT_DECODING_FAILED',
  Z_BUF_ERROR: 'net::ERR_CONTENT_DECODING_FAILED',
}

/** The `SendHttp` of the tests: Node's own fetch, which keeps neither cookies nor a cache, without echoes as in the program. */
export function createNodeHttp(): SendHttp {
  return hideEchoes(async (request) => {
    if (request.signal.aborted) throw request.signal.reason
    const startedAt = performance.now()
    const deadlines = startDeadlines(request)
    const signal = AbortSignal.any([request.signal, deadlines.signal])
    try {
      const response = await fetch(request.url, {
        method: request.method,
        headers: request.headers,
        body: request.body,
        redirect: 'manual',
        signal,
      })
      deadlines.headersArrived()
      refuseRedirect(response)
      request.onHeaders?.({ status: response.status, headers: headersOf(response) })
      const body = await readBody(response, request)
      return {
        status: response.status,
        headers: headersOf(response),
        body,
        durationMs: performance.now() - startedAt,
      }
    } catch (thrown) {
      if (signal.aborted) throw signal.reason
      throw thrown instanceof HttpProblem ? thrown : new HttpProblem({ network: networkWord(thrown) })
    } finally {
      deadlines.end()
    }
  })
}

function startDeadlines(request: HttpRequest) {
  const controller = new AbortController()
  function give(refused: 'deadline-headers' | 'deadline-body') {
    return () => controller.abort(new HttpProblem({ refused }))
  }
  const headers = setTimeout(give('deadline-headers'), request.headersDeadlineMs)
  const total = setTimeout(give('deadline-body'), request.totalDeadlineMs)
  return {
    signal: controller.signal,
    headersArrived: () => clearTimeout(headers),
    end: () => {
      clearTimeout(headers)
      clearTimeout(total)
    },
  }
}

function refuseRedirect(response: Response): void {
  const target = response.headers.get('location')
  const redirects = [301, 302, 303, 307, 308].includes(response.status)
  if (redirects && target !== null) {
    throw new HttpProblem({
      refused: 'redirect',
      status: response.status,
      target: new URL(target, response.url).href,
    })
  }
}

async function readBody(response: Response, request: HttpRequest): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let received = 0
  if (response.body === null) return Buffer.alloc(0)
  for await (const chunk of response.body) {
    received += chunk.length
    if (received > request.maxBytes) throw new HttpProblem({ refused: 'too-large', status: response.status })
    chunks.push(chunk)
    request.onReceived(received)
  }
  return Buffer.concat(chunks)
}

function headersOf(response: Response): HttpAnswer['headers'] {
  return Object.fromEntries(response.headers)
}

function networkWord(thrown: unknown): string {
  const code = codeOf(thrown) ?? (thrown instanceof Error ? codeOf(thrown.cause) : undefined)
  return networkWords[code ?? ''] ?? `net::ERR_FAILED ${code ?? String(thrown)}`
}

function codeOf(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string'
    ? thrown.code
    : undefined
}
