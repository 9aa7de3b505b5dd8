import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type LoggingProxy = {
  /** `127.0.0.1:<port>` */
  address: string
  /** Host and port of everything that was asked of it, in the order of arrival. */
  hosts: readonly string[]
  close: () => Promise<void>
}

/** An HTTP proxy that notes where it should go and goes nowhere. */
export async function startLoggingProxy(): Promise<LoggingProxy> {
  const hosts: string[] = []
  const server = createServer((request, response) => {
    hosts.push(new URL(request.url ?? '', 'http://relative.invalid').host)
    response.writeHead(502).end()
  })
  server.on('connect', (request, socket) => {
    hosts.push(request.url ?? '')
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `127.0.0.1:${port}`,
    hosts,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
