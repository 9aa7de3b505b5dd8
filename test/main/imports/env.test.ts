import { describe, expect, it } from 'vitest'
import { account, clientId, found, one, reading, refusal } from '../../support/import-reading'

const tutorial = `CLIENT_ID=${clientId}\nCLIENT_SECRET=p8e-env\nSCOPES=openid,AdobeID,aem.folders\n`
const readAsTutorial = { clientId, secrets: ['p8e-env'], scopes: ['openid', 'AdobeID', 'aem.folders'] }

describe('.env', () => {
  it('reads the names of the tutorial', () => {
    expect(reading(tutorial)).toMatchObject({ format: 'env', credentials: [readAsTutorial] })
  })

  it.each([
    ['CRLF', tutorial.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${tutorial}`],
    ['export', tutorial.replace(/^/gm, 'export ')],
    ['double quotes', tutorial.replace(/=(.*)/g, '="$1"')],
    ['single quotes', tutorial.replace(/=(.*)/g, "='$1'")],
    ['spaces around the sign', tutorial.replace(/=/g, ' = ')],
    ['comments', `# the reader\n${tutorial.replace(/$/gm, ' # ours')}`],
    ['empty lines', tutorial.replaceAll('\n', '\n\n  \n')],
    ['lower case', tutorial.replace(/^\w+/gm, (name) => name.toLowerCase())],
    ['camel case', tutorial.replace('CLIENT_ID', 'clientId').replace('CLIENT_SECRET', 'clientSecret')],
    ['other names of scopes', tutorial.replace('SCOPES', 'SCOPE')],
    ['YAML style', tutorial.replace(/=/g, ': ')],
    [
      'scopes between spaces',
      tutorial.replace('openid,AdobeID,aem.folders', '"openid AdobeID  aem.folders"'),
    ],
    ['a prefix of its own', tutorial.replace(/^\b/gm, 'CONTENT_AUDIT_')],
    [
      "Adobe I/O's contexts",
      tutorial
        .replace(/^(\w+)_(\w+)=/gm, 'AIO_ims_contexts_reader_$1__$2=')
        .replace(/^SC/m, 'AIO_ims_contexts_reader_SC'),
    ],
    ['a secret of another service', `STRIPE_API_KEY=sk_live\nDB_PASSWORD=hunter2\n${tutorial}`],
  ])('reads it with %s', (_what, text) => {
    expect(one(text)).toMatchObject(readAsTutorial)
  })

  it("reads aio's names with JSON arrays", () => {
    const text = [
      `IMS_OAUTH_S2S_CLIENT_ID=${clientId}`,
      `IMS_OAUTH_S2S_CLIENT_SECRETS='["p8e-old","p8e-new"]'`,
      'IMS_OAUTH_S2S_SCOPES=["AdobeID","openid"]',
      'IMS_OAUTH_S2S_ORG_ID=CAFE@AdobeOrg',
      `IMS_OAUTH_S2S_TECHNICAL_ACCOUNT_EMAIL=${account}`,
    ].join('\n')
    expect(one(text)).toMatchObject({
      name: clientId,
      clientId,
      secrets: ['p8e-old', 'p8e-new'],
      scopes: ['AdobeID', 'openid'],
      origin: 'CAFE@AdobeOrg',
      technicalAccountEmail: account,
    })
  })

  it('reads an array with escaped quotes', () => {
    const text = `CLIENT_ID=${clientId}\nCLIENT_SECRETS="[\\"a-1\\",\\"b-2\\"]"\nSCOPES="[\\"openid\\"]"`
    expect(one(text)).toMatchObject({ secrets: ['a-1', 'b-2'], scopes: ['openid'] })
  })

  it('takes no secret out of a list that is cut off', () => {
    expect(one(`CLIENT_ID=${clientId}\nSCOPES=openid\nCLIENT_SECRETS=["p8e-a","p8e]`).secrets).toEqual([])
  })

  it('keeps signs that mean something elsewhere in a quoted secret', () => {
    const secret = 'p8e-#$%&=+/\\ "x"'
    expect(one(`CLIENT_ID=${clientId}\nCLIENT_SECRET='${secret}'`).secrets).toEqual([secret])
  })

  it.each(['$p8e-x', '{p8e', 'p8e-{x}', 'xxx-yyy', 'yourself'])('takes %s for a secret', (secret) => {
    expect(one(`CLIENT_ID=${clientId}\nCLIENT_SECRET='${secret}'`).secrets).toEqual([secret])
  })

  it('tells credentials apart by what stands around the names, and which environment they are for', () => {
    const text = [
      'SCOPES=openid',
      'DEV_CLIENT_ID=dev-id',
      'DEV_CLIENT_SECRET=dev-secret',
      'CLIENT_ID_STAGE=stage-id',
      'CLIENT_SECRET_STAGE=stage-secret',
      'ACME_PROD_CLIENT_ID=prod-id',
      'ACME_PROD_CLIENT_SECRET=prod-secret',
      'ACME_PROD_SCOPES=aem.folders',
    ].join('\n')
    expect(found(text)).toMatchObject([
      {
        name: 'DEV',
        clientId: 'dev-id',
        secrets: ['dev-secret'],
        scopes: ['openid'],
        environment: 'development',
      },
      { name: 'STAGE', clientId: 'stage-id', secrets: ['stage-secret'], environment: 'stage' },
      { name: 'ACME PROD', secrets: ['prod-secret'], scopes: ['aem.folders'], environment: 'production' },
    ])
  })

  it('reads the bucket and leaves the usual IMS host out', () => {
    const text = `${tutorial}IMS_HOST=ims-na1.adobelogin.com\nAEM_BUCKET=author-p1-e2.adobeaemcloud.com`
    expect(one(text)).toMatchObject({ bucket: 'author-p1-e2', imsHost: null })
  })

  it('reads the stage IMS', () => {
    expect(one(`${tutorial}IMS=ims-na1-stg1.adobelogin.com`).imsHost).toBe(
      'https://ims-na1-stg1.adobelogin.com',
    )
  })

  it.each([
    [
      '/ims/token/v3 behind it',
      'https://ims-na1-stg1.adobelogin.com/ims/token/v3',
      'https://ims-na1-stg1.adobelogin.com',
    ],
    ['this machine', 'http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['a host of somebody else', 'https://ims.example.com', null],
    ["a name that only ends like Adobe's", 'https://evil-adobelogin.com', null],
    ['a login in front', 'https://ims-na1-stg1.adobelogin.com@example.com', null],
    ['no encryption', 'http://ims-na1-stg1.adobelogin.com', null],
  ])('reads an IMS host with %s', (_what, host, expected) => {
    expect(one(`${tutorial}IMS_URL=${host}`).imsHost).toBe(expected)
  })

  it.each([
    '{CLIENT_SECRET}',
    '<your secret>',
    '$CLIENT_SECRET',
    '********',
    'your-client-secret',
    'YOUR_CLIENT_SECRET',
    'xxxxxxxx',
  ])('does not take %s for a secret', (placeholder) => {
    expect(one(`CLIENT_ID=${clientId}\nSCOPES=openid\nCLIENT_SECRET='${placeholder}'`).secrets).toEqual([])
  })

  it.each([
    ['.env', clientId],
    ['.env.production', 'production'],
    ['contoso reader.env', 'contoso reader'],
    [null, clientId],
  ])('names a credential of the file %s', (fileName, name) => {
    expect(one(tutorial, fileName).name).toBe(name)
  })

  it.each([
    ['a web app', `${tutorial}REDIRECT_URI=https://localhost/callback`, 'user-auth-credential'],
    [
      'a web app with a prefix',
      `ADOBE_CLIENT_ID=a\nADOBE_CLIENT_SECRET=b\nADOBE_SCOPES=c\nREDIRECT_URL=https://x`,
      'user-auth-credential',
    ],
    ['JWT', `CLIENT_ID=a\nCLIENT_SECRET=b\nMETA_SCOPES=ent_aem_cloud_api\nPRIVATE_KEY=x`, 'jwt-credential'],
    ['a bare private key', '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----', 'jwt-credential'],
    ['a client ID alone', `CLIENT_ID=${clientId}`, 'api-key-only'],
    ['a secret alone', 'CLIENT_SECRET=p8e-lonely', 'no-credential'],
    ['a client ID that is an account', `CLIENT_ID=${account}\nCLIENT_SECRET=b`, 'no-credential'],
    ['other variables', 'PORT=3000\nLOG_LEVEL=debug', 'not-understood'],
    ['prose', 'Hello,\nplease find the credential attached. NOTE: it is secret.', 'not-understood'],
    ['a token', 'eyJhbGciOiJSUzI1NiJ9.eyJ0eXBlIjoiYWNjZXNzX3Rva2VuIn0.c2lnbmF0dXJl', 'access-token'],
    ['HTML', '<!doctype html><title>Sign in</title>', 'not-understood'],
    ['the bytes of a picture', '\u0089PNG\u0000\u0000\ufffd', 'not-understood'],
  ])('refuses %s', (_what, text, expected) => {
    expect(refusal(text)).toBe(expected)
  })

  it('takes a Server-to-Server credential that also names an address to come back to', () => {
    const text = `${tutorial}TECHNICAL_ACCOUNT_EMAIL=${account}\nREDIRECT_URI=https://localhost`
    expect(one(text).clientId).toBe(clientId)
  })
})
