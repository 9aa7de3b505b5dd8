import { describe, expect, it } from 'vitest'
import type { ConnectionRecord } from '../../../src/main/connections/connection-record'
import { shareText } from '../../../src/main/imports/share-connection'
import { clientId, nothingLeftOut, one, reading, refusal } from '../../support/import-reading'

const record: ConnectionRecord = {
  id: 'id-of-this-machine',
  kind: 'adobe',
  name: 'Lecture des ressources 資産',
  environment: 'stage',
  bucket: 'author-p12-e34',
  clientId,
  scopes: ['openid', 'aem.folders'],
  imsHost: 'https://ims-na1-stg1.adobelogin.com',
  aemHost: 'http://127.0.0.1:4502',
  secret: { account: 'account-in-the-keychain', place: 'keychain', since: '2026-01-02T03:04:05.000Z' },
  secondSecret: { account: 'account-of-the-old-one', place: 'keychain', since: '2025-01-02T03:04:05.000Z' },
  technicalAccountEmail: null,
  allowsChanges: null,
}
function shared(parts: Readonly<Record<string, unknown>> = {}) {
  return {
    ...JSON.parse(shareText(record)),
    ...parts,
  }
}

describe('a shared connection', () => {
  it('comes back as it was, without a secret and without leave to change anything', () => {
    const { id, kind, secret, secondSecret, allowsChanges, ...visible } = record
    expect(reading(shareText(record))).toEqual({
      format: 'shared-connection',
      credentials: [
        { ...visible, secrets: [], origin: null, migrated: false, doubts: [], leftOut: nothingLeftOut },
      ],
    })
  })

  it('comes back with the usual hosts', () => {
    const usual = { ...record, imsHost: null, aemHost: null }
    expect(one(shareText(usual))).toMatchObject({ imsHost: null, aemHost: null })
  })

  it('tells nothing of this machine or its keychain', () => {
    expect(shareText(record)).not.toMatch(/id-of-this-machine|keychain|202[56]|secret|account/i)
  })

  it('takes no secret that somebody wrote into it', () => {
    expect(one(shared({ secret: 'x1', clientSecret: 'x2', secrets: ['x3'] })).secrets).toEqual([])
  })

  it.each([
    ['a bucket of a publish tier', { bucket: 'publish-p1-e2' }, { bucket: null }],
    ['a bucket on a host of somebody else', { bucket: 'https://author-p1-e2.example.com' }, { bucket: null }],
    ['an IMS host of somebody else', { imsHost: 'https://example.com' }, { imsHost: null }],
    ['an AEM host of somebody else', { aemHost: 'https://author.example.com' }, { aemHost: null }],
    [
      'an AEM host with a login',
      { aemHost: 'https://a:b@author-p1-e2.adobeaemcloud.com' },
      { aemHost: null },
    ],
    ['an environment that is none', { environment: 'live' }, { environment: null }],
    ['scopes that are none', { scopes: { openid: true } }, { scopes: [] }],
    ['a name with control characters', { name: 'a\nb\u0007' }, { name: 'a b' }],
    ['no name', { name: 7 }, { name: clientId }],
  ])('leaves out %s', (_what, parts, expected) => {
    expect(one(shared(parts))).toMatchObject(expected)
  })

  it.each([
    [
      'hosts of somebody else',
      ['https://ims.example.com/', 'https://author.example.com'],
      ['https://ims.example.com', 'https://author.example.com'],
    ],
    ['what is no host', ['https://a:b@example.com', 'over there'], [null, null]],
    [
      'nothing of the hosts of Adobe',
      ['https://ims-na1-stg1.adobelogin.com', 'http://127.0.0.1:4502'],
      [null, null],
    ],
  ])('tells that it leaves out %s', (_what, [imsHost, aemHost], [ims, aem]) => {
    expect(one(shared({ imsHost, aemHost })).leftOut).toEqual({ secretCount: 0, imsHost: ims, aemHost: aem })
  })

  it.each([
    ['a newer version', { version: 2 }, 'not-understood'],
    ['a client ID that is none', { clientId: '../../etc' }, 'no-credential'],
    ['no client ID', { clientId: null }, 'no-credential'],
  ])('is refused with %s', (_what, parts, expected) => {
    expect(refusal(shared(parts))).toBe(expected)
  })
})
