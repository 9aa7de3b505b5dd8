import { createServer, request as forward, type IncomingMessage } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { TLSSocket } from 'node:tls'

export type SeenTunnel = {
  /** Host and port that were asked for. */
  to: string
  /** `user:password`, or null without a sign-in. */
  login: string | null
  accepted: boolean
}

export type CompanyProxy = {
  /** `127.0.0.1:<port>` */
  address: string
  seen: SeenTunnel[]
  close: () => Promise<void>
}

type Options = {
  /** `user:password` that it wants. */
  login?: string
  /** Where a host of the internet is: `http://127.0.0.1:<port>` of a server of this machine. */
  originOf: (host: string) => string | undefined
  /** The certificate with which it takes TLS apart, as a security appliance does. */
  certificate: { key: string; cert: string }
}

function loginOf(request: IncomingMessage): string | null {
  const header = request.headers['proxy-authorization']
  return header?.startsWith('Basic ') ? Buffer.from(header.slice(6), 'base64').toString('utf8') : null
}

/** A proxy that asks for a sign-in if told to, and reads along in TLS: it answers for a host with a certificate of its own. */
export async function startCompanyProxy({ login, originOf, certificate }: Options): Promise<CompanyProxy> {
  const seen: SeenTunnel[] = []
  const inside = createServer((request, response) => {
    const origin = new URL(originOf(request.headers.host ?? '') ?? 'http://127.0.0.1:1')
    const onward = forward(
      {
        host: origin.hostname,
        port: origin.port,
        path: request.url,
        method: request.method,
        headers: { ...request.headers, host: origin.host },
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    onward.on('error', () => response.writeHead(502).end())
    request.pipe(onward)
  })
  const sockets = new Set<Socket>()
  const server = createServer((_request, response) => void response.writeHead(501).end())
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('connect', (request, socket: Socket) => {
    const given = loginOf(request)
    const accepted = login === undefined || given === login
    seen.push({ to: request.url ?? '', login: given, accepted })
    socket.on('error', () => socket.destroy())
    if (!accepted) {
      socket.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="Company"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
      )
      return
    }
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    const secure = new TLSSocket(socket, { isServer: true, ...certificate })
    secure.on('error', () => socket.destroy())
    inside.emit('connection', secure)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
