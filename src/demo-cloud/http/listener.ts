import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

const maxRequestBytes = 10 * 1024 * 1024

/** One request with its body read, and the response to write. */
export interface Exchange {
  method: string
  /** The request target after URL normalisation, as most servers see it: dot segments are gone. */
  url: URL
  headers: IncomingMessage['headers']
  body: string
  response: ServerResponse
}

/** A request as it arrived, kept so that a test can say what a client sent, and that nothing was sent elsewhere. */
export interface RecordedRequest {
  server: ServerName
  method: string
  /** Request target as sent, not normalised. */
  target: string
  headers: IncomingMessage['headers']
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
}

/**
 * Starts one HTTP server.
 *
 * @throws the system's error (`EADDRINUSE`, `EACCES`) when the port cannot be had.
 */
export async function listen(options: ListenOptions): Promise<Listener> {
  const { server: name, host, port, record, answer } = options
  const sockets = new Set<Socket>()
  let origin = ''

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request)
    const { method = 'GET', url: target = '/', headers } = request
    record({ server: name, method, target, headers, body })
    await answer({ method, url: toUrl(target, origin), headers, body, response })
  }
  const server = createServer((request, response) => {
    serve(request, response).catch(() => {
      if (response.headersSent) response.destroy()
      else response.writeHead(500).end()
    })
  })
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

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > maxRequestBytes) throw new Error('Request body is too large')
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}
