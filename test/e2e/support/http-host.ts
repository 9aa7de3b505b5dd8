import { createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { test } from '@playwright/test'
import { findCause } from '../../../src/main/calls/diagnose'
import type { HttpAsked, HttpOutcome, NetworkAsked } from '../../support/adapter-host/adapter-host'
import { launchAdapterHost, type RunningHost } from '../../support/adapter-host/launch'
import { type Answer, startTestServer, type TestServer } from '../../support/test-server'

let host: RunningHost
const atEnd: (() => unknown)[] = []

/** Starts the program of the adapters for the tests of a file, and ends what each of them has started. */
export function startHttpHost(launch: () => Promise<RunningHost> = launchAdapterHost): void {
  test.beforeAll(async () => {
    host = await launch()
  })
  test.afterAll(() => host?.close())
  test.afterEach(async () => {
    for (const end of atEnd.splice(0).reverse()) await end()
  })
}

/** The running program, from the first test on. */
export function httpHost(): RunningHost {
  return host
}

/** Ends something when the test does. */
export function endLater(end: () => unknown): void {
  return void atEnd.push(end)
}

export async function serve(answer: Answer): Promise<TestServer> {
  const server = await startTestServer(answer)
  atEnd.push(server.close)
  return server
}

/** Sets what calls go by; without anything named, the system's proxy and authorities alone. */
export function setNetwork(asked: Partial<NetworkAsked> = {}): Promise<void> {
  return host.app.evaluate((_electron, wanted) => globalThis.adapterHost.setNetwork(wanted), {
    proxy: null,
    authorities: [],
    login: null,
    certificate: null,
    ...asked,
  })
}

/** A proxy for every host, also for this computer. */
export function everythingBy(address: string): Partial<NetworkAsked> {
  return { proxy: { mode: 'fixed_servers', proxyRules: address, proxyBypassRules: '<-loopback>' } }
}

let requests = 0
export function send(url: string, asked: Partial<HttpAsked> = {}): Promise<HttpOutcome> {
  return host.app.evaluate((_electron, request) => globalThis.adapterHost.send(request), {
    id: `request-${++requests}`,
    method: 'GET' as const,
    url,
    headers: {},
    body: null,
    headersDeadlineMs: 15_000,
    totalDeadlineMs: 15_000,
    maxBytes: 1_000_000,
    cancelOnceReceived: false,
    ...asked,
  })
}

export function textOf(outcome: HttpOutcome): string {
  return outcome.kind === 'answer'
    ? Buffer.from(outcome.body, 'base64').toString('utf8')
    : JSON.stringify(outcome)
}

export function networkWordOf(outcome: HttpOutcome): string {
  return outcome.kind === 'problem' && outcome.network !== null ? outcome.network : JSON.stringify(outcome)
}

/** The cause that a user would be told. */
export function causeOf(outcome: HttpOutcome): string {
  if (outcome.kind === 'thrown') return outcome.reason
  const { status } = outcome
  const { network, refused } = outcome.kind === 'problem' ? outcome : { network: null, refused: null }
  return findCause({ from: 'aem', method: 'read', status, network, refused, body: '' })
}

export function plain(
  body: string | Uint8Array,
  headers: Readonly<Record<string, string | string[]>> = {},
  status = 200,
): Answer {
  return (_request, response) => {
    response.writeHead(status, headers).end(body)
  }
}

/** A server that speaks TCP as it is told to. */
export async function serveTcp(onConnect: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>()
  const server: Server = createTcpServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    onConnect(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  atEnd.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return portOf(server)
}

export function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}

/** Answers every connection with these bytes and closes it. */
export function sendingBytes(bytes: string) {
  return serveTcp((socket) => socket.once('data', () => socket.end(bytes)))
}
