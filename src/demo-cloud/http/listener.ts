import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Exchange } from './exchange'
import { answerParseError, methodNotAllowed, type ParseError } from './parse-errors'
import { htmlReply, pause } from './replies'

const maxRequestBytes = 10 * 1024 * 1024
/** How long a client that was refused may go on sending before the connection is cut. */
const lingerMs = 5000

/** A request as it arrived, kept so that a test can say what a client sent, and that nothing was sent elsewhere. */
export interface RecordedRequest {
  server: ServerName
  method: string
  /** Request target as sent, not normalised. */
  target: string
  headers: IncomingMessage['headers']
  /** Empty when it was too large to take. */
  body: string
}

export type ServerName = 'ims' | 'aem' | 'elsewhere'

export interface Listener {
  origin: string
  /** Stops listening and ends open connections too: some of our answers never end by themselves. */
  close(): Promise<void>
}

export interface ListenOptions {
  server: ServerName
  host: string
  /** 0 picks a free port. */
  port: number
  record(request: RecordedRequest): void
  answer(exchange: Exchange): Promise<void> | void
  /** Value of `Allow` for a path, for methods so odd that Node's parser does not let them through. */
  allow(pathname: string): string
}

/**
 * Starts one HTTP server.
 *
 * @throws the system's error (`EADDRINUSE`, `EACCES`) when the port cannot be had.
 */
export async function listen(options: ListenOptions): Promise<Listener> {
  const { server: name, host, port, record, answer, allow } = options
  const sockets = new Set<Socket>()
  let origin = ''

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request)
    const { method = 'GET', url: target = '/', headers } = request
    record({ server: name, method, target, headers, body: body ?? '' })
    if (body === null) await refuseBody(request, response)
    else if (target === '*') response.writeHead(method === 'OPTIONS' ? 200 : 400).end()
    else await answer({ method, url: toUrl(target, origin), headers, body, response })
  }
  function take(request: IncomingMessage, response: ServerResponse): void {
    serve(request, response).catch(() => {
      if (response.headersSent) response.destroy()
      else response.writeHead(500).end()
    })
  }
  const server = createServer(take)
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (!announcesTooMuch(request)) response.writeContinue()
    take(request, response)
  })
  server.on('clientError', (error: ParseError, socket: Socket) => answerParseError(error, socket, allow))
  server.on('connect', (_request, socket: Socket) => socket.end(methodNotAllowed('')))
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  })

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('Expected a TCP port')
  origin = `http://${host}:${address.port}`

  return {
    origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

function toUrl(target: string, origin: string): URL {
  try {
    return new URL(target.startsWith('/') ? `${origin}${target}` : target, origin)
  } catch {
    return new URL('/', origin)
  }
}

/** Null when the body is larger than what is taken; the rest of it is then still to come. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  if (announcesTooMuch(request)) return null
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > maxRequestBytes) return null
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function announcesTooMuch({ headers }: IncomingMessage): boolean {
  return Number(headers['content-length']) > maxRequestBytes
}

/**
 * Answers 413 at once, and ends when the client has stopped sending: a socket that is closed with bytes unread is
 * reset, and the client would lose the answer.
 */
async function refuseBody(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const {
    status,
    headers,
    body = '',
  } = htmlReply(413, 'Payload Too Large', `A request may have ${maxRequestBytes} bytes.`)
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' })
  response.write(body)
  request.resume()
  await Promise.race([once(request, 'end'), pause(response, lingerMs)])
  response.end()
}
