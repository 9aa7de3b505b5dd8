import fc from 'fast-check'
import { expect } from 'vitest'
import { readBucket, readHost } from '../../src/main/connections/aem-hosts'
import { readClientId, readScopes, readSecret } from '../../src/main/connections/connection-rules'
import type { FoundCredential } from '../../src/main/imports/clean-credential'
import { readCredentials } from '../../src/main/imports/read-credentials'
import { parseJson } from '../../src/main/input/parse-json'
import { readLine } from '../../src/main/input/text-rules'
import { adcCredential, adcProject, serverToServer } from './import-reading'

/** Documents per property; the properties together read more than 10,000. */
export const runs = 2_000
/** Milliseconds for one property on a slow, busy machine. */
export const patience = 60_000

/** Names of files, null for a pasted text. */
export const fileNames = fc.constantFrom(null, 'a.json', '.env', 'project', 'x.env.production')

/** Reads, and proves that whatever was found obeys the rules of a connection. */
export function readSoundly(text: string, fileName: string | null): FoundCredential[] {
  const result = readCredentials(text, fileName)
  if ('refusal' in result) return []
  expect(result.credentials.length).toBeGreaterThan(0)
  expect(result.credentials.length).toBeLessThanOrEqual(200)
  for (const credential of result.credentials) {
    const { name, clientId, secrets, scopes, bucket, imsHost, aemHost, technicalAccountEmail } = credential
    expect(readLine(name, 120)).toEqual({ ok: true, value: name })
    expect(readClientId(clientId)).toEqual({ ok: true, value: clientId })
    expect(secrets.length).toBeLessThanOrEqual(2)
    for (const secret of secrets) expect(readSecret(secret)).toEqual({ ok: true, value: secret })
    if (scopes.length > 0) expect(readScopes(scopes.join(','))).toEqual({ ok: true, value: scopes })
    if (bucket !== null) expect(readBucket(bucket)).toEqual({ ok: true, value: bucket })
    for (const host of [imsHost, aemHost].filter((each) => each !== null)) {
      expect(readHost(host, /^\/$/)).toEqual({ ok: true, value: host })
      expect(host).toMatch(
        /\.adobelogin\.com|\.adobeaemcloud\.com|^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])/,
      )
    }
    if (technicalAccountEmail !== null) expect(technicalAccountEmail).toMatch(/@techacct\.adobe\.com$/i)
  }
  return result.credentials
}

/** A secret stands under its name, or as the value of a pair; what Adobe keeps of other flows beside it is not ours. */
const secretPlace =
  /(?:client[-_. ]*secrets?[^/]*(?:\/\d+)?|\/(?:value|initialValue|currentValue)(?:\/\d+)?)$/i

/** Every text of a JSON document that stands where a secret of ours may stand. */
function textsInPlace(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return secretPlace.test(path) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  const isOfConsole = 'oauth_server_to_server' in value || 'integration_type' in value
  return Object.entries(value).flatMap(([key, inner]) =>
    isOfConsole && (key === 'jwt' || key === 'oauth2') ? [] : textsInPlace(inner, `${path}/${key}`),
  )
}

/** Proves that secrets out of a JSON document stood where a secret may stand. */
export function provePlaces(text: string, found: readonly FoundCredential[]): void {
  const secrets = found.flatMap((credential) => credential.secrets)
  if (secrets.length === 0) return
  const document = parseJson(text.replace(/^\ufeff/, ''))
  if (document === undefined) return
  const inPlace = textsInPlace(document)
  for (const secret of secrets) {
    expect(inPlace.some((each) => each === secret || (each.startsWith('[') && each.includes(secret)))).toBe(
      true,
    )
  }
}

export function postman(entries: readonly (readonly [string, unknown])[]) {
  return {
    name: 'Environment',
    values: entries.map(([key, value]) => ({ key, value, enabled: true })),
  }
}
const othersSecret = { client_id: 'an-id', client_secret: 'not-ours' }
export const validDocuments = [
  adcProject([adcCredential({}, { jwt: othersSecret, oauth2: othersSecret, integration_type: 'any' })]),
  adcProject([adcCredential(), adcCredential({ client_id: 'second', client_secrets: ['a', 'b'] })]),
  serverToServer(),
  [serverToServer(), adcCredential()],
  postman([
    ['API_KEY', 'an-id'],
    ['CLIENT_SECRET', 'p8e-postman'],
    ['SCOPES', ['openid']],
    ['IMS', 'ims-na1.adobelogin.com'],
  ]),
  {
    format: 'asset-inspector-connection',
    version: 1,
    name: 'n',
    bucket: 'author-p1-e2',
    clientId: 'c',
    scopes: ['s'],
  },
  { integration: { technicalAccount: { clientId: 'cm-p1-e2-integration-1', clientSecret: 's' } } },
]
