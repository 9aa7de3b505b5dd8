import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { createServer as createTlsServer } from 'node:tls'
import type { DemoCloud } from '../../src/demo-cloud/demo-cloud'

/** What leads clients with fixed hosts to the demo cloud, without a change to them. */
export interface Network {
  /** Address of a proxy whose CONNECT leads to the demo cloud, for Adobe's hosts alone. */
  proxy: string
  /** Authority of an HTTPS server that stands for IMS, for clients that take a host and insist on TLS. */
  imsHost: string
  /** File of the authority that signed for all of them. */
  authorityFile: string
  /** Hosts that were asked for and are not Adobe's. */
  strangers: readonly string[]
  close(): Promise<void>
}

const imsHosts = ['ims-na1.adobelogin.com', 'ims-na1-stg1.adobelogin.com']

/**
 * Starts a TLS server that passes what it deciphers to the demo cloud, by the name that the client asked for, and a proxy
 * that leads every CONNECT to that server.
 */
export async function startNetwork(cloud: DemoCloud, folder: string): Promise<Network> {
  const aemHost = `${cloud.bucket}.adobeaemcloud.com`
  const { key, cert, authorityFile } = makeCertificate(folder, [...imsHosts, aemHost, 'localhost'])
  const sockets = new Set<Socket>()
  function keep(socket: Socket): void {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  }
  function joinTo(one: Socket, other: Socket): void {
    keep(other)
    one.pipe(other).pipe(one)
  }

  const tls = createTlsServer({ key, cert, ALPNProtocols: ['http/1.1'] }, (socket) => {
    keep(socket)
    const { port } = new URL(socket.servername === aemHost ? cloud.aem : cloud.ims)
    joinTo(socket, connect(Number(port), '127.0.0.1'))
  })
  tls.on('connection', keep)
  const tlsPort = await listen(tls)

  const strangers: string[] = []
  const proxy = createServer((_request, response) => void response.writeHead(405).end())
  proxy.on('connect', ({ url = '' }, socket: Socket) => {
    keep(socket)
    const host = url.replace(/:443$/, '')
    if (![...imsHosts, aemHost].includes(host)) {
      strangers.push(url)
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n')
      return
    }
    const inner = connect(tlsPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      joinTo(socket, inner)
    })
  })
  const proxyPort = await listen(proxy)

  return {
    proxy: `http://127.0.0.1:${proxyPort}`,
    imsHost: `localhost:${tlsPort}`,
    authorityFile,
    strangers,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await Promise.all([tls, proxy].map((server) => new Promise((resolve) => server.close(resolve))))
    },
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

function makeCertificate(folder: string, hosts: readonly string[]) {
  function openssl(...words: string[]): void {
    execFileSync('openssl', words, { cwd: folder, stdio: 'ignore' })
  }
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  const authority = ['-keyout', 'authority.key', '-out', 'authority.pem']
  openssl('req', '-x509', ...newKey, '-days', '2', '-subj', '/CN=Third-party test authority', ...authority)
  openssl('req', '-new', ...newKey, '-subj', '/CN=Demo cloud', '-keyout', 'cloud.key', '-out', 'cloud.csr')
  writeFileSync(join(folder, 'names.cnf'), `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(',')}\n`)
  const by = ['-CA', 'authority.pem', '-CAkey', 'authority.key', '-CAcreateserial', '-extfile', 'names.cnf']
  openssl('x509', '-req', '-in', 'cloud.csr', '-out', 'cloud.pem', '-days', '2', ...by)
  return {
    key: readFileSync(join(folder, 'cloud.key')),
    cert: readFileSync(join(folder, 'cloud.pem')),
    authorityFile: join(folder, 'authority.pem'),
  }
}
