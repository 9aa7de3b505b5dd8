import { createServer as createSecureServer, type ServerOptions } from 'node:https'
import { createServer, type Server, type Socket } from 'node:net'
import type { DemoCloud } from '../../src/demo-cloud/demo-cloud'
import type { CauseId } from '../../src/shared/failure-catalogue'
import type { Owner } from '../../src/shared/failure-signal'
import { closedPort } from '../support/closed-port'
import type { Find } from './bench'
import type { Certificate, Certificates } from './certificates'
import { assetNamed } from './subjects'

/** What a case can be made of. Servers end with the case. */
export type Stage = {
  cloud: DemoCloud
  certificates: Certificates
  atEnd: (end: () => void) => void
}

/** Where the connection goes in a case, and what its network is like. */
export type Scene = {
  imsHost?: string
  assetId?: string
  /** Proxy rules of Chromium. */
  proxy?: string
  /** Address of a proxy script (PAC). */
  proxyScript?: string
}

/** A name that leads nowhere in the program under test, as a DNS filter would have it. */
export const blockedName = {
  host: 'blocked.field.test',
  switch: '--host-resolver-rules=MAP blocked.field.test 0.0.0.0',
}

/** A failure that only Chromium's network stack words as the program will see it. */
export type ElectronCase = {
  cause: CauseId
  owner: Owner
  state: string
  finds: readonly Find[]
  arrange: (stage: Stage) => Promise<Scene>
}

async function listen(server: Server, { atEnd }: Stage): Promise<string> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket.on('error', () => undefined)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  atEnd(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return `127.0.0.1:${address.port}`
}

function serveTcp(stage: Stage, meet: (socket: Socket) => void): Promise<string> {
  return listen(
    createServer((socket) => socket.once('data', () => meet(socket))),
    stage,
  )
}

async function serveTls(stage: Stage, certificate: ServerOptions): Promise<Scene> {
  const server = createSecureServer(certificate, (_request, response) => response.end('{}'))
  return { imsHost: `https://${await listen(server, stage)}` }
}

async function refusingAddress(): Promise<string> {
  return `127.0.0.1:${await closedPort()}`
}

/** A host of Adobe's, reached through a proxy alone. */
function through(proxy: string): Scene {
  return { imsHost: 'https://ims-na1.adobelogin.com', proxy }
}

async function proxyThatSays(stage: Stage, answer: string): Promise<Scene> {
  const proxy = await serveTcp(stage, (socket) =>
    socket.end(`HTTP/1.1 ${answer}\r\nContent-Length: 0\r\n\r\n`),
  )
  return through(`http://${proxy}`)
}

/** Takes the greeting and refuses the connection, not allowed by its rules (RFC 1928 sections 3 and 6). */
async function refusingSocks(stage: Stage): Promise<Scene> {
  const proxy = await serveTcp(stage, (socket) => {
    socket.once('data', () => socket.end(Buffer.from([5, 2, 0, 1, 0, 0, 0, 0, 0, 0])))
    socket.write(Buffer.from([5, 0]))
  })
  return through(`socks5://${proxy}`)
}

async function proxyOverTls(stage: Stage, certificate: Certificate): Promise<Scene> {
  return through(`https://${await listen(createSecureServer(certificate), stage)}`)
}

/** A PAC file that is not there. */
async function lostProxyScript(): Promise<Scene> {
  return {
    imsHost: 'https://ims-na1.adobelogin.com',
    proxyScript: `http://${await refusingAddress()}/proxy.pac`,
  }
}

type Row = [cause: CauseId, owner: Owner, state: string]

function atNetwork([cause, owner, state]: Row, arrange: ElectronCase['arrange']): ElectronCase {
  return {
    cause,
    owner,
    state,
    finds: [['network', cause]],
    arrange,
  }
}

function atAsset([cause, owner, asset]: Row, step: 'aem' | 'read' = 'aem'): ElectronCase {
  return {
    cause,
    owner,
    state: `asset "${asset}"`,
    finds: [[step, cause]],
    arrange: async ({ cloud }) => ({ assetId: assetNamed(cloud, `/${asset}`) }),
  }
}

export const electronCases: readonly ElectronCase[] = [
  atNetwork(['host-not-found', 'you', 'name that does not exist'], async () => ({
    imsHost: 'https://nothing.invalid',
  })),
  atNetwork(['host-refused', 'your-it', 'port that nobody listens on'], async () => ({
    imsHost: `http://${await refusingAddress()}`,
  })),
  atNetwork(['connection-lost', 'your-it', 'connection reset'], async (stage) => ({
    imsHost: `http://${await serveTcp(stage, (socket) => socket.resetAndDestroy())}`,
  })),
  atNetwork(['connection-lost', 'your-it', 'connection closed without an answer'], async (stage) => ({
    imsHost: `http://${await serveTcp(stage, (socket) => socket.end())}`,
  })),
  atNetwork(['unknown-network', 'your-it', 'answer that is not HTTP'], async (stage) => ({
    imsHost: `http://${await serveTcp(stage, (socket) => socket.end('220 mail.example ESMTP\r\n'))}`,
  })),
  atNetwork(['tls-not-trusted', 'your-it', 'certificate that nobody vouches for'], (stage) =>
    serveTls(stage, stage.certificates.selfSigned),
  ),
  atNetwork(['tls-wrong-host', 'you', 'certificate for another host'], (stage) =>
    serveTls(stage, stage.certificates.otherHost),
  ),
  atNetwork(['tls-expired', 'your-it', 'certificate that has ended'], (stage) =>
    serveTls(stage, stage.certificates.expired),
  ),
  atNetwork(['client-certificate-needed', 'your-it', 'server that wants a client certificate'], (stage) =>
    serveTls(stage, { ...stage.certificates.good, requestCert: true, rejectUnauthorized: true }),
  ),
  atNetwork(['tls-failed', 'your-it', 'server without TLS'], async (stage) => ({
    imsHost: `https://${await serveTcp(stage, (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))}`,
  })),
  atNetwork(['proxy-login-required', 'you', 'proxy that answers 407'], (stage) =>
    proxyThatSays(stage, '407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"'),
  ),
  atNetwork(['proxy-failed', 'your-it', 'proxy that drops the tunnel'], (stage) =>
    proxyThatSays(stage, '502 Bad Gateway'),
  ),
  atNetwork(['proxy-failed', 'your-it', 'proxy that is not there'], async () =>
    through(`http://${await refusingAddress()}`),
  ),
  atNetwork(['proxy-failed', 'your-it', 'proxy that sends the tunnel elsewhere'], (stage) =>
    proxyThatSays(stage, '302 Found\r\nLocation: https://portal.example/login'),
  ),
  atNetwork(['proxy-failed', 'your-it', 'proxy that wants a sign-in to the network'], (stage) =>
    proxyThatSays(stage, '511 Network Authentication Required'),
  ),
  atNetwork(['proxy-failed', 'your-it', 'SOCKS proxy that refuses'], refusingSocks),
  atNetwork(['proxy-failed', 'your-it', 'SOCKS proxy that is not there'], async () =>
    through(`socks5://${await refusingAddress()}`),
  ),
  atNetwork(['proxy-failed', 'your-it', 'HTTPS proxy whose certificate nobody vouches for'], (stage) =>
    proxyOverTls(stage, stage.certificates.selfSigned),
  ),
  atNetwork(['proxy-failed', 'your-it', 'HTTPS proxy without TLS'], async (stage) =>
    through(`https://${await serveTcp(stage, (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))}`),
  ),
  atNetwork(['proxy-failed', 'your-it', 'no proxy of a kind that is known'], async () =>
    through('gopher://127.0.0.1:70'),
  ),
  atNetwork(['proxy-failed', 'your-it', 'proxy script that is not there'], lostProxyScript),
  atNetwork(['name-blocked', 'your-it', 'name that a filter sends nowhere'], async () => ({
    imsHost: `https://${blockedName.host}:${await closedPort()}`,
  })),
  atAsset(['proxy-login-unasked', 'your-it', 'proxy-407.jpg']),
  atAsset(['headers-too-large', 'your-it', 'huge-headers.jpg']),
  atAsset(['aem-cut-off', 'your-it', 'truncated-body.jpg']),
  atAsset(['aem-cut-off', 'your-it', 'gzip-plain-body.jpg']),
  atAsset(['aem-cut-off', 'your-it', 'broken-json.jpg'], 'read'),
  atAsset(['redirected', 'your-it', 'redirect-307.jpg']),
  atAsset(['redirected', 'your-it', 'redirect-to-file.jpg']),
  atAsset(['aem-login-page', 'you', 'redirect-to-login.jpg']),
  atAsset(['body-too-large', 'you', 'gzip-bomb.jpg']),
]
