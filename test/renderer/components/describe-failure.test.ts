import { expect, test } from 'vitest'
import { type CauseId, failureCatalogue } from '../../../src/shared/failure-catalogue'
import type { FieldName, FieldProblemCode, MessageValues } from '../../../src/shared/result'
import { describeError, describeField } from '../../../src/words/failure/describe-failure'
import en from '../../../src/words/failure/messages/en.json'
import { sayIn } from '../../../src/words/language/say-in'

const say = sayIn('en', en)

const causes = Object.keys(failureCatalogue).filter((id): id is CauseId => id in failureCatalogue)
const everyValue: MessageValues = {
  clientId: 'the-client',
  bucket: 'author-p1-e2',
  host: 'the-host',
  scopes: 'openid',
  status: 403,
  retryAfterSeconds: 7,
  detail: 'net::ERR',
  target: 'elsewhere',
  assetId: 'urn:aaid:aem:1',
  days: 400,
}

function wordsOf(cause: CauseId, values: MessageValues): string[] {
  const { title, cause: why, fix } = describeError(say, { kind: 'failure', cause, values, evidence: null })
  return [title, why, ...fix]
}

function isWhole(line: string): boolean {
  return line.trim() !== '' && !/undefined|\bnone\b|NaN|[{}]/.test(line)
}

test.each(causes)('%s has whole sentences when nothing is known', (cause) => {
  expect(wordsOf(cause, {}).filter((line) => !isWhole(line))).toEqual([])
})

test.each(causes)('%s has whole sentences when everything is known', (cause) => {
  expect(wordsOf(cause, everyValue).filter((line) => !isWhole(line))).toEqual([])
})

test('a client that is not allow-listed is told the line to add and the command for an RDE', () => {
  const fix = wordsOf('aem-client-not-allowlisted', everyValue).join('\n')
  expect(fix).toContain('Add the-client to data.allowedClientIDs.author in config/api.yaml')
  expect(fix).toContain('aio aem:rde:install -t env-config ./config')
})

test('the wait that a server asks for is told in its own number', () => {
  expect(wordsOf('aem-throttled', { retryAfterSeconds: 1 })).toContain('Wait 1 second, then try again.')
})

test.each([
  ['darwin', 'Always Trust'],
  ['win32', 'Trusted Root Certification Authorities'],
  ['linux', 'certutil -d sql:$HOME/.pki/nssdb'],
])('a certificate that is not trusted is told where %s keeps those that are', (system, place) => {
  expect(wordsOf('tls-not-trusted', { system }).join(' ')).toContain(place)
})

test('a proxy script that could not be loaded is told apart from a proxy that fails', () => {
  expect(wordsOf('proxy-failed', { ...everyValue, proxyScript: 'failed' })[1]).toContain('proxy script (PAC)')
  expect(wordsOf('proxy-failed', everyValue)[1]).toBe(
    'The request didn’t get through your network’s proxy (net::ERR).',
  )
})

test('an unknown answer claims no cause', () => {
  expect(wordsOf('unknown-aem-answer', { status: 418 })[1]).toBe('Unknown answer from AEM, with status 418.')
})

const codes: Record<FieldProblemCode, MessageValues> = {
  empty: {},
  'too-long': { longest: 120, length: 10_000 },
  'control-characters': {},
  'name-taken': {},
  'bucket-not-author': { tier: 'publish', author: 'author-p1-e2' },
  'bucket-unknown': {},
  'bucket-of-other-connection': {},
  'client-id-characters': {},
  'client-id-is-account': {},
  'secret-line-break': {},
  'secret-control': {},
  'secret-spaces': {},
  'secret-too-big': { bytes: 3_000, most: 2_560 },
  'secret-surrogate': {},
  'secret-characters': {},
  'secret-again': { changed: 'imsHost', host: 'ims.example' },
  'second-secret-stored': {},
  'looks-like-secret': {},
  'looks-like-token': {},
  'is-the-secret': {},
  'scope-characters': { scope: 'a"b' },
  'host-not-https': { host: 'x' },
  'host-not-a-host': {},
  'host-has-login': {},
  'host-has-path': { origin: 'https://x' },
  'asset-not-an-id': {},
  'asset-has-path': {},
  'asset-is-path': {},
  'asset-not-one': { count: 2 },
  'asset-of-other-bucket': { bucket: 'author-p9-e9', own: 'author-p1-e2' },
  'asset-not-in-address': { bucket: 'author-p1-e2' },
  'asset-host-unknown': { host: 'example.com' },
  'asset-json-without-id': {},
  'asset-vanity-id': { id: 'urn:avid:aem:Tea' },
  'text-too-long': { longest: 10, length: 20 },
  'name-not-confirmed': {},
  'import-gone': {},
  'seconds-out-of-range': { least: 5, most: 300 },
  'proxy-not-an-address': {},
  'proxy-has-login': {},
  'script-not-an-address': {},
  'user-has-colon': {},
}

function isCode(code: string): code is FieldProblemCode {
  return code in codes
}

test.each(Object.keys(codes).filter(isCode))('the field problem %s has a whole sentence', (code) => {
  expect(describeField(say, { field: 'name', code, values: codes[code] })).toSatisfy(isWhole)
})

test.each<FieldName>([
  'name',
  'bucket',
  'clientId',
  'secret',
  'scopes',
  'imsHost',
  'aemHost',
  'asset',
  'secondSecret',
  'confirmedName',
])('an empty %s has a whole sentence', (field) => {
  expect(describeField(say, { field, code: 'empty', values: {} })).toSatisfy(isWhole)
})
