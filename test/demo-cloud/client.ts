import type { IncomingHttpHeaders } from 'node:http'
import { type ClientRequest, type OutgoingHttpHeaders, request } from 'node:http'
import { onTestFinished } from 'vitest'
import type { DemoCredential } from '../../src/demo-cloud/credentials/credential'
import { type DemoCloud, type DemoCloudOptions, startDemoCloud } from '../../src/demo-cloud/demo-cloud'

/** What came back, byte for byte: no decompression, no redirects followed. */
export interface Answer {
  /** Null when no headers came. */
  status: number | null
  headers: IncomingHttpHeaders
  body: Buffer
  /** Whether the answer ended as its own headers promised. */
  complete: boolean
}

interface Call {
  method?: string
  headers?: OutgoingHttpHeaders
  body?: string
  /** Request target, to send what a URL would normalise. */
  target?: string
  /** Sees the connection, to cut it or to know when it is there. */
  onRequest?: (request: ClientRequest) => void
}

export function call(
  url: string,
  { method = 'GET', headers = {}, body, target, onRequest }: Call = {},
): Promise<Answer> {
  return new Promise((resolve) => {
    const answer: Answer = { status: null, headers: {}, body: Buffer.alloc(0), complete: false }
    const sent = request(
      url,
      {
        method,
        headers,
        maxHeaderSize: 1024 * 1024,
        agent: false,
        ...(target === undefined ? {} : { path: target }),
      },
      (response) => {
        answer.status = response.statusCode ?? null
        answer.headers = response.headers
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', () => undefined)
        response.on('close', () =>
          resolve({ ...answer, body: Buffer.concat(chunks), complete: response.complete }),
        )
      },
    )
    sent.on('error', () => resolve(answer))
    onRequest?.(sent)
    sent.end(body)
  })
}

/** A cloud that ends with the test. */
export async function startCloud(options: DemoCloudOptions = {}): Promise<DemoCloud> {
  const cloud = await startDemoCloud(options)
  onTestFinished(() => cloud.close())
  return cloud
}

export function credentialNamed(cloud: DemoCloud, name: string): DemoCredential {
  const found = cloud.credentials.find((credential) => credential.name === name)
  if (found === undefined) throw new Error(`No credential is named ${name}`)
  return found
}

export function requestToken(cloud: DemoCloud, fields: Record<string, string>): Promise<Answer> {
  return call(`${cloud.ims}/ims/token/v3`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })
}

export function tokenFields({ clientId, clientSecret, scopes }: DemoCredential): Record<string, string> {
  return {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: scopes.join(','),
  }
}

export function json(answer: Answer): Record<string, unknown> {
  const value: unknown = JSON.parse(answer.body.toString('utf8'))
  if (typeof value !== 'object' || value === null) throw new Error('Expected an object or an array')
  return { ...value }
}

/** The three headers of the tutorial, with a fresh token of the named credential. */
export async function signIn(cloud: DemoCloud, name: string): Promise<Record<string, string>> {
  const credential = credentialNamed(cloud, name)
  const token = json(await requestToken(cloud, tokenFields(credential))).access_token
  return {
    authorization: `Bearer ${String(token)}`,
    'x-api-key': credential.clientId,
    'x-adobe-accept-experimental': '1',
  }
}

export function metadataUrl(cloud: DemoCloud, assetId = firstAssetId(cloud)): string {
  return `${cloud.aem}/adobe/assets/${assetId}/metadata`
}

export function firstAssetId(cloud: DemoCloud): string {
  return cloud.assets[0]?.assetId ?? ''
}
