import type { ServerResponse } from 'node:http'
import type { DemoCloud } from '../../src/demo-cloud/demo-cloud'
import { answerJson } from '../support/test-server'
import { jwtOf } from '../support/tokens'
import type { Subject } from './bench'

/** A connection to the demo cloud with one of its credentials. */
export function subjectOf(cloud: DemoCloud, credentialName: string, assetId: string | null = null): Subject {
  const credential = cloud.credentials.find(({ name }) => name === credentialName)
  if (!credential) throw new Error(`The demo cloud has no credential named ${credentialName}`)
  const { clientId, clientSecret, scopes } = credential
  return { imsHost: cloud.ims, aemHost: cloud.aem, clientId, clientSecret, scopes, assetId }
}

export function assetNamed(cloud: DemoCloud, pathEnd: string): string {
  const asset = cloud.assets.find(({ path }) => path.endsWith(pathEnd))
  if (!asset) throw new Error(`The demo cloud has no asset at ${pathEnd}`)
  return asset.assetId
}

export const plainSubject = {
  clientId: '0123456789abcdef0123456789abcdef',
  clientSecret: 'p8e-canary',
  scopes: ['openid', 'AdobeID', 'aem.folders', 'aem.assets.author'],
  assetId: 'urn:aaid:aem:00000000-0000-4000-8000-000000000001',
} as const

/** An IMS with nothing wrong about it. */
export function sendToken(response: ServerResponse): void {
  answerJson(response, {
    access_token: jwtOf({
      client_id: plainSubject.clientId,
      as: 'ims-na1',
      scope: plainSubject.scopes.join(','),
      created_at: String(Date.now()),
      expires_in: '86400000',
    }),
    token_type: 'bearer',
    expires_in: 86_399,
  })
}
