import { describe, expect, it } from 'vitest'
import { largestImportBytes } from '../../../src/shared/imports'
import {
  account,
  adcCredential,
  adcProject,
  clientId,
  found,
  one,
  reading,
  refusal,
  serverToServer,
} from '../../support/import-reading'

describe('flat JSON', () => {
  it('reads the names of a credential', () => {
    expect(reading(serverToServer())).toMatchObject({
      format: 'json',
      credentials: [{ clientId, secrets: ['p8e-first'], technicalAccountEmail: account }],
    })
  })

  it.each([
    ['one secret', { client_id: clientId, client_secret: 'p8e-a', scopes: ['openid', 'AdobeID'] }],
    ['scopes as text', { client_id: clientId, client_secret: 'p8e-a', scopes: 'openid, AdobeID' }],
    ['camel case', { clientId, clientSecret: 'p8e-a', scopes: ['openid', 'AdobeID'] }],
    ['upper case', { CLIENT_ID: clientId, CLIENT_SECRETS: ['p8e-a'], SCOPES: ['openid', 'AdobeID'] }],
    ['hyphens', { 'client-id': clientId, 'client-secret': 'p8e-a', scope: 'openid AdobeID' }],
  ])('reads it with %s', (_what, document) => {
    expect(one(document)).toMatchObject({ clientId, secrets: ['p8e-a'], scopes: ['openid', 'AdobeID'] })
  })

  it('takes its name from the document, then from the file', () => {
    expect(one({ ...serverToServer(), name: 'Reader' }, 'acme.json').name).toBe('Reader')
    expect(one(serverToServer(), 'acme.json').name).toBe('acme')
  })

  it('looks into objects inside it', () => {
    expect(one({ port: 3000, ims: { reader: serverToServer() } })).toMatchObject({
      name: 'reader',
      clientId,
      secrets: ['p8e-first'],
    })
  })

  it('takes no secret that is not its own', () => {
    const document = {
      ...serverToServer(),
      password: 'x1',
      oauth2_client_secret: 'x2',
      nested: { client_secret: 'x3' },
    }
    expect(one(document).secrets).toEqual(['p8e-first'])
  })

  it('reads a list of them', () => {
    expect(found([serverToServer({ client_id: 'a' }), serverToServer({ client_id: 'b' })])).toHaveLength(2)
  })

  it('is not fooled by a key that means something to JavaScript', () => {
    const text = `{"__proto__":{"client_secret":"stolen"},"client_id":"${clientId}","scopes":["openid"]}`
    expect(one(text).secrets).toEqual([])
  })

  it('reads a client credential that is kept beside a token', () => {
    expect(one({ ...serverToServer(), accessToken: 'eyJ' }).clientId).toBe(clientId)
  })
})

describe('Postman environment', () => {
  function environment(values: readonly unknown[]) {
    return {
      id: '5',
      name: 'Content team',
      values,
      _postman_variable_scope: 'environment',
    }
  }
  function value(key: string, content: unknown, enabled = true) {
    return {
      key,
      value: content,
      type: 'text',
      enabled,
    }
  }

  it('reads the one that Adobe Developer Console makes', () => {
    const made = environment([
      value('CLIENT_SECRET', 'p8e-postman'),
      value('API_KEY', clientId),
      value('ACCESS_TOKEN', 'undefined'),
      value('SCOPES', ['openid', 'AdobeID']),
      value('TECHNICAL_ACCOUNT_ID', 'FEED@techacct.adobe.com'),
      value('TECHNICAL_ACCOUNT_EMAIL', account),
      value('IMS', 'ims-na1.adobelogin.com'),
      value('IMS_ORG', 'CAFE@AdobeOrg'),
    ])
    expect(reading(made)).toMatchObject({
      format: 'postman-environment',
      credentials: [
        {
          name: 'Content team',
          clientId,
          secrets: ['p8e-postman'],
          scopes: ['openid', 'AdobeID'],
          technicalAccountEmail: account,
          origin: 'CAFE@AdobeOrg',
          imsHost: null,
        },
      ],
    })
  })

  it.each([
    ['client_id', 'client_secret', 'scope'],
    ['clientId', 'clientSecret', 'scopes'],
    ['API-KEY', 'CLIENT-SECRET', 'SCOPE'],
    ['ADOBE_API_KEY', 'ADOBE_CLIENT_SECRET', 'ADOBE_SCOPES'],
  ])('reads the names %s, %s and %s', (id, secret, scopes) => {
    const document = environment([
      value(id, clientId),
      value(secret, 'p8e-a'),
      value(scopes, 'openid,AdobeID'),
    ])
    expect(one(document)).toMatchObject({ clientId, secrets: ['p8e-a'], scopes: ['openid', 'AdobeID'] })
  })

  it('passes over what is switched off', () => {
    const document = environment([
      value('API_KEY', clientId),
      value('SCOPES', 'openid'),
      value('CLIENT_SECRET', 'off', false),
      value('CLIENT_SECRET', 'on'),
    ])
    expect(one(document).secrets).toEqual(['on'])
  })

  it('prefers the client ID to the API key', () => {
    const document = environment([
      value('API_KEY', 'key'),
      value('CLIENT_ID', clientId),
      value('CLIENT_SECRET', 'p8e-a'),
    ])
    expect(one(document).clientId).toBe(clientId)
  })

  it.each([
    ['no values', [], 'not-understood'],
    ['an API key alone', [value('API_KEY', clientId)], 'api-key-only'],
    [
      'JWT',
      [value('API_KEY', 'a'), value('CLIENT_SECRET', 'b'), value('META_SCOPE', 'ent')],
      'jwt-credential',
    ],
    ['variables of something else', [value('baseUrl', 'https://example.com'), null, 3], 'not-understood'],
  ])('refuses one with %s', (_what, values, expected) => {
    expect(refusal(environment(values))).toBe(expected)
  })
})

describe('files that look right and are not', () => {
  const technicalAccount = { clientId: 'cm-p1-e2-integration-0', clientSecret: 'p8e-not-ours' }

  it.each([
    ['nothing', '', 'empty'],
    ['white space', ' \r\n\t', 'empty'],
    ['a byte order mark alone', '\ufeff', 'empty'],
    ['too much', `"${'a'.repeat(largestImportBytes)}"`, 'too-large'],
    ['JSON that is cut off', '{"project": {"name": ', 'broken-json'],
    ['JSON of great depth', '['.repeat(500_000), 'broken-json'],
    ['a list of nothing', [], 'no-credential'],
    ['JSON of something else', { hello: 'world' }, 'not-understood'],
    [
      'service credentials',
      { ok: true, integration: { technicalAccount, privateKey: 'x' }, statusCode: 200 },
      'aem-service-credentials',
    ],
    [
      'the inner part of service credentials',
      { technicalAccount, privateKey: 'x' },
      'aem-service-credentials',
    ],
    ['the account of service credentials', technicalAccount, 'aem-service-credentials'],
    [
      'a local development token',
      { ok: true, statusCode: 200, accessToken: 'eyJ.eyJ.sig' },
      'local-development-token',
    ],
    ['an answer of IMS', { access_token: 'eyJ', token_type: 'bearer', expires_in: 86_399 }, 'access-token'],
    [
      'a web app',
      { client_id: 'a', client_secret: 'b', scopes: ['openid'], redirect_uris: ['https://x'] },
      'user-auth-credential',
    ],
    ['a single page app', { clientId: 'a', defaultRedirectUri: 'https://x' }, 'user-auth-credential'],
    ['JWT', { client_id: 'a', client_secret: 'b', meta_scopes: ['ent'] }, 'jwt-credential'],
    ['an API key', { api_key: 'a' }, 'api-key-only'],
    ['a secret without a client ID', { client_secret: 'a', scopes: ['openid'] }, 'no-credential'],
    ['a client ID that is not text', { client_id: 5, client_secret: 'a' }, 'no-credential'],
    ['an empty client ID', { client_id: '', client_secret: 'a' }, 'values-missing'],
  ])('refuses %s', (_what, content, expected) => {
    expect(refusal(content)).toBe(expected)
  })

  it('goes by the ending where the content is not JSON at all', () => {
    expect(refusal('<html>', 'project.json')).toBe('broken-json')
  })

  it.each([
    ['an integration that is none', { integration: 'x', ...serverToServer() }],
    ['an access token that is none', { accessToken: null, ...serverToServer() }],
    ['an empty redirect URI', { redirect_uri: '', ...serverToServer() }],
  ])('takes a credential beside %s', (_what, document) => {
    expect(one(document).clientId).toBe(clientId)
  })

  it('takes a project that is just small enough', () => {
    const project = JSON.stringify(adcProject([adcCredential()]))
    expect(found(project + ' '.repeat(largestImportBytes - Buffer.byteLength(project)))).toHaveLength(1)
  })
})
