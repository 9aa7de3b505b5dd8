import { describe, expect, it } from 'vitest'
import {
  account,
  adcCredential,
  adcProject,
  clientId,
  found,
  nothingLeftOut,
  one,
  reading,
  refusal,
  serverToServer,
} from '../../support/import-reading'

describe('project JSON of Adobe Developer Console', () => {
  it('gives the credential, its secret and where it belongs', () => {
    expect(reading(adcProject([adcCredential()]))).toEqual({
      format: 'adc-project',
      credentials: [
        {
          name: 'Asset reader',
          clientId,
          secrets: ['p8e-first'],
          scopes: ['openid', 'AdobeID', 'aem.folders'],
          technicalAccountEmail: account,
          origin: 'Contoso Média / Metadata audit / Stage',
          bucket: null,
          environment: null,
          imsHost: null,
          aemHost: null,
          migrated: false,
          doubts: [],
          leftOut: nothingLeftOut,
        },
      ],
    })
  })

  it('gives every Server-to-Server credential, in order of the file', () => {
    const project = adcProject([
      adcCredential({ client_id: 'first' }),
      { name: 'Key', integration_type: 'apikey', api_key: { client_id: 'key' } },
      adcCredential({ client_id: 'second' }),
    ])
    expect(found(project).map((credential) => credential.clientId)).toEqual(['first', 'second'])
  })

  it.each([
    ['none', []],
    ['one', ['p8e-new']],
    ['two', ['p8e-old', 'p8e-new']],
  ])('keeps %s of its secrets, in order', (_count, secrets) => {
    expect(one(adcProject([adcCredential({ client_secrets: secrets })])).secrets).toEqual(secrets)
  })

  it('keeps the first two of three secrets', () => {
    const project = adcProject([adcCredential({ client_secrets: ['one', 'two', 'three'] })])
    expect(one(project).secrets).toEqual(['one', 'two'])
  })

  it.each([
    ['two secrets', [adcCredential({ client_secrets: ['one', 'two'] })], 0],
    ['five', [adcCredential({ client_secrets: ['one', 'two', 'three', 'four', 'five'] })], 3],
    ['one that stands three times', [adcCredential({ client_secrets: ['one', 'one', 'one'] })], 0],
    [
      'three in two entries',
      ['one', 'two', 'three'].map((secret) => adcCredential({ client_secrets: [secret] })),
      1,
    ],
  ])('tells how many of its secrets it leaves out: of %s', (_what, credentials, count) => {
    expect(one(adcProject(credentials)).leftOut.secretCount).toBe(count)
  })

  it('takes a credential that has no list of secrets', () => {
    expect(one(adcProject([adcCredential({ client_secrets: undefined })])).secrets).toEqual([])
  })

  it('leaves out a secret that the keychain would not take', () => {
    const project = adcProject([adcCredential({ client_secrets: ['two\nlines', ' spaces ', 7, 'p8e-good'] })])
    expect(one(project).secrets).toEqual(['p8e-good'])
  })

  it('knows a migrated credential and leaves its JWT secret alone', () => {
    const migrated = adcCredential(
      {},
      {
        integration_type: 'oauth_server_to_server_migrate',
        jwt: { client_id: clientId, client_secret: 'jwt-secret', meta_scopes: ['ent_aem_cloud_api'] },
      },
    )
    expect(one(adcProject([migrated]))).toMatchObject({ migrated: true, secrets: ['p8e-first'] })
  })

  it('goes by the parts of a credential, not by the type it claims', () => {
    const mislabelled = adcCredential({}, { integration_type: 'something_new' })
    expect(one(adcProject([mislabelled])).clientId).toBe(clientId)
  })

  it('takes no secret of other credentials or of Adobe I/O Runtime', () => {
    const web = {
      name: 'Web',
      integration_type: 'oauthwebapp',
      oauth2: { client_id: 'web', client_secret: 'web-secret' },
    }
    const text = JSON.stringify(reading(adcProject([web, adcCredential()])))
    expect(text).not.toMatch(/not-ours|web-secret/)
  })

  it('keeps names in any script', () => {
    expect(one(adcProject([adcCredential({}, { name: 'Überprüfung 資産 🚢' })])).name).toBe(
      'Überprüfung 資産 🚢',
    )
  })

  it('falls back on the title of the project for a name', () => {
    expect(one(adcProject([adcCredential({}, { name: ' ' })])).name).toBe('Metadata audit')
  })

  it('cuts a long name without halving a character', () => {
    const name = one(adcProject([adcCredential({}, { name: `${'a'.repeat(119)}🚢` })])).name
    expect(name).toBe('a'.repeat(119))
  })

  it('takes control characters and marks of direction out of names', () => {
    const name = 'Asset\u0000\u202e reader\u2028\ud800'
    expect(one(adcProject([adcCredential({}, { name })])).name).toBe('Asset reader')
  })

  it('takes one credential out of a project as well', () => {
    expect(one(adcCredential()).clientId).toBe(clientId)
  })

  it('takes a list of credentials as well', () => {
    const list = [adcCredential({ client_id: 'first' }), adcCredential({ client_id: 'second' })]
    expect(found(list)).toHaveLength(2)
  })

  it('joins the same credential found twice', () => {
    const project = adcProject([
      adcCredential({ client_secrets: ['old'] }),
      adcCredential({ client_secrets: ['old', 'new'] }),
    ])
    expect(one(project).secrets).toEqual(['old', 'new'])
  })

  it('offers at most 200 credentials', () => {
    const many = Array.from({ length: 250 }, (_, index) => adcCredential({ client_id: `id-${index}` }))
    expect(found(adcProject(many))).toHaveLength(200)
  })

  it('drops a credential whose client ID is no client ID', () => {
    const project = adcProject([adcCredential({ client_id: 'two words' }), adcCredential()])
    expect(one(project).clientId).toBe(clientId)
  })

  it('drops scopes that are none and keeps the others', () => {
    const scopes = ['openid', 'not a <scope>', 4, 'aem.folders']
    expect(one(adcProject([adcCredential({ scopes })])).scopes).toEqual(['openid', 'not', 'a', 'aem.folders'])
  })
})

describe('project JSON without a credential for us', () => {
  const oauth2 = {
    name: 'Web',
    integration_type: 'oauthwebapp',
    oauth2: { client_id: 'w', client_secret: 's' },
  }
  const jwt = { name: 'JWT', integration_type: 'service', jwt: { client_id: 'j', client_secret: 's' } }
  const key = { name: 'Key', integration_type: 'apikey', api_key: { client_id: 'k' } }

  it.each([
    ['no credential', [], 'no-credential'],
    ['a web app', [oauth2], 'user-auth-credential'],
    ['a native app without parts', [{ integration_type: 'oauthnativeapp' }], 'user-auth-credential'],
    ['a JWT service account', [jwt], 'jwt-credential'],
    ['an API key', [key], 'api-key-only'],
    ['several kinds', [key, oauth2, jwt], 'jwt-credential'],
    [
      'a Server-to-Server type without its parts',
      [{ integration_type: 'oauth_server_to_server' }],
      'aio-file',
    ],
    ['parts without a client ID', [{ oauth_server_to_server: { client_secrets: ['s'] } }], 'no-credential'],
    ['something else in the list', [null, 7, 'text'], 'no-credential'],
  ])('refuses %s', (_what, credentials, expected) => {
    expect(refusal(adcProject(credentials))).toBe(expected)
  })

  it('refuses a project without a workspace', () => {
    expect(refusal({ project: { name: 'Empty' } })).toBe('no-credential')
  })

  it('does not take a credential that stands elsewhere in a project', () => {
    expect(refusal({ project: { credentials: [serverToServer()] } })).toBe('no-credential')
  })
})
