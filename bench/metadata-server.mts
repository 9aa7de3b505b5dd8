import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

/** Stands in for Adobe IMS and an AEM author: any credential gets a token, and any asset has the metadata it was given. */
export type MetadataServer = {
  /** `http://127.0.0.1:<port>`, for both. */
  origin: string
  /** The address that an asset's metadata is read from. */
  addressOf: (assetId: string) => string
  /** Gives an asset a body of JSON, and an ID. */
  add: (body: string) => string
  /** Milliseconds since 1970 at which the last byte of the latest answer was handed over. */
  lastSentAt: () => number
  /** Milliseconds that each answer of either takes. */
  setAnswerDelay: (milliseconds: number) => void
  /** The most requests for metadata that were open at once since this was asked last. */
  takeMostAtOnce: () => number
  close: () => Promise<void>
}

export async function startMetadataServer(): Promise<MetadataServer> {
  const bodies = new Map<string, string>()
  let answerDelay = 0
  let lastSentAt = 0
  let open = 0
  let mostAtOnce = 0

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    request.resume()
    const isToken = request.method === 'POST'
    if (!isToken) mostAtOnce = Math.max(mostAtOnce, ++open)
    if (answerDelay > 0) await delay(answerDelay)
    if (!isToken) open--
    const body = isToken ? token : bodies.get(assetIdIn(request.url))
    response.once('finish', () => {
      lastSentAt = performance.timeOrigin + performance.now()
    })
    response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': 'application/json' })
    response.end(body)
  }
  const { origin, close } = await listen((request, response) => void answer(request, response))
  function addressOf(assetId: string): string {
    return `${origin}/adobe/assets/${assetId}/metadata`
  }
  return {
    origin,
    addressOf,
    add: (body) => {
      const assetId = `urn:aaid:aem:00000000-0000-4000-8000-${String(bodies.size).padStart(12, '0')}`
      bodies.set(assetId, body)
      return assetId
    },
    lastSentAt: () => lastSentAt,
    setAnswerDelay: (milliseconds) => {
      answerDelay = milliseconds
    },
    takeMostAtOnce: () => {
      const most = mostAtOnce
      mostAtOnce = open
      return most
    },
    close,
  }
}

const token = JSON.stringify({ access_token: 'bench', token_type: 'bearer', expires_in: 86_399 })

function assetIdIn(url = ''): string {
  return decodeURIComponent(url.split('/')[3] ?? '')
}

async function listen(answer: RequestListener): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return { origin: `http://127.0.0.1:${address.port}`, close: () => end(server) }
}

function end(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
