import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { found, one, reading, refusal } from '../../support/import-reading'
import { patient, thorough } from '../../support/property-runs'
import { exportedCollection, id, scopes, secret } from './pasted-texts'

const otherId = '00112233445566778899aabbccddeeff'
const otherSecret = 'p8e-Other_Secret-45'
const list = scopes.join(',')
const url = 'https://ims-na1.adobelogin.com/ims/token/v3'

function pairsIn(content: unknown): unknown[] {
  return found(content).map(({ clientId, secrets, environment }) => [clientId, secrets, environment])
}
const stageAndProd = [
  [id, [secret], 'stage'],
  [otherId, [otherSecret], 'production'],
]

describe('two credentials in one text', () => {
  it.each([
    [
      'headings with a colon',
      `Stage:\nCLIENT_ID=${id}\nCLIENT_SECRET=${secret}\nProd:\nCLIENT_ID=${otherId}\nCLIENT_SECRET=${otherSecret}`,
    ],
    [
      'comments as headings',
      `# Stage\nCLIENT_ID=${id}\nCLIENT_SECRET=${secret}\n\n# --- Production ---\nCLIENT_ID=${otherId}\nCLIENT_SECRET=${otherSecret}`,
    ],
    [
      'headings of Markdown',
      `## Stage\n\nClient ID: ${id}\nClient secret: ${secret}\n\n## Prod\n\nClient ID: ${otherId}\nClient secret: ${otherSecret}`,
    ],
    [
      'tables of INI',
      `[stage]\nclient_id=${id}\nclient_secret=${secret}\n[prod]\nclient_id=${otherId}\nclient_secret=${otherSecret}`,
    ],
    [
      'tables of TOML',
      `[adobe.stage]\nclient_id = "${id}"\nclient_secret = "${secret}"\n\n[adobe.production]\nclient_id = "${otherId}"\nclient_secret = "${otherSecret}"`,
    ],
    [
      'maps of YAML',
      `stage:\n  client_id: ${id}\n  client_secret: ${secret}\nproduction:\n  client_id: ${otherId}\n  client_secret: ${otherSecret}`,
    ],
    [
      'objects of JSON',
      {
        stage: { clientId: id, clientSecret: secret },
        prod: { clientId: otherId, clientSecret: otherSecret },
      },
    ],
    [
      'prefixes',
      `PROD_CLIENT_ID=${otherId}\nSTAGE_CLIENT_ID=${id}\nSTAGE_CLIENT_SECRET=${secret}\nPROD_CLIENT_SECRET=${otherSecret}`,
    ],
    [
      'endings',
      `CLIENT_ID_STAGE=${id}\nCLIENT_SECRET_PROD=${otherSecret}\nCLIENT_SECRET_STAGE=${secret}\nCLIENT_ID_PROD=${otherId}`,
    ],
    [
      'two prefixes each',
      `ADOBE_STAGE_API_KEY=${id}\nIMS_STAGE_CLIENT_SECRET=${secret}\nADOBE_PROD_API_KEY=${otherId}\nIMS_PROD_CLIENT_SECRET=${otherSecret}`,
    ],
  ])('are told apart by %s', (_what, content) => {
    expect([...pairsIn(content)].sort((one, other) => String(other).localeCompare(String(one)))).toEqual(
      stageAndProd,
    )
  })

  it('are told apart where one stands below the other', () => {
    const text = `CLIENT_ID=${id}\nCLIENT_SECRET=${secret}\n\nCLIENT_ID=${otherId}\nCLIENT_SECRET=${otherSecret}`
    expect(pairsIn(text)).toEqual([
      [id, [secret], null],
      [otherId, [otherSecret], null],
    ])
  })

  it('are told apart as two commands', () => {
    const text = [id, otherId].map(
      (each, at) => `curl ${url} -d 'client_id=${each}&client_secret=${[secret, otherSecret][at]}'`,
    )
    expect(pairsIn(text.join('\n'))).toEqual([
      [id, [secret], null],
      [otherId, [otherSecret], null],
    ])
  })

  it('give no secret where nothing tells which belongs to which, and say so', () => {
    const text = `CLIENT_ID=${id}\nCLIENT_ID=${otherId}\nCLIENT_SECRET=${secret}\nCLIENT_SECRET=${otherSecret}`
    expect(found(text)).toMatchObject([
      { clientId: id, secrets: [], doubts: ['secrets-not-told-apart'] },
      { clientId: otherId, secrets: [], doubts: ['secrets-not-told-apart'] },
    ])
  })

  it('share what stands above both', () => {
    const text = `SCOPES=${list}\nSTAGE_CLIENT_ID=${id}\nSTAGE_CLIENT_SECRET=${secret}\nPROD_CLIENT_ID=${otherId}\nPROD_CLIENT_SECRET=${otherSecret}`
    expect(found(text).map((credential) => credential.scopes)).toEqual([scopes, scopes])
  })

  it('have the AEM host of their environment', () => {
    const text = [
      `DEV_CLIENT_ID=${id}\nDEV_CLIENT_SECRET=${secret}\nAEM_DEV_URL=https://author-p1-e2.adobeaemcloud.com`,
      `PROD_CLIENT_ID=${otherId}\nPROD_CLIENT_SECRET=${otherSecret}\nPROD_AUTHOR_HOST=author-p1-e3.adobeaemcloud.com`,
    ].join('\n')
    expect(found(text)).toMatchObject([{ bucket: 'author-p1-e2' }, { bucket: 'author-p1-e3' }])
  })
})

describe('a secret under other words than the client ID', () => {
  it.each([
    [
      'of another vendor',
      `ADOBE_CLIENT_ID=${id}\nADOBE_SCOPES=${list}\nGOOGLE_CLIENT_SECRET=GOCSPX-not-adobe`,
    ],
    ['of another environment', `DEV_CLIENT_ID=${id}\nDEV_SCOPES=${list}\nPROD_CLIENT_SECRET=${secret}`],
    [
      'of one of two',
      `A_CLIENT_ID=${id}\nB_CLIENT_ID=${otherId}\nSCOPES=${list}\nIMS_CLIENT_SECRET=${secret}`,
    ],
  ])('is not taken where it may be one %s', (_what, text) => {
    expect(found(text).flatMap(({ secrets }) => secrets)).toEqual([])
  })
})

describe('names of a credential', () => {
  it.each([
    'B\u00fcrgerportal',
    'Bu\u0308rgerportal',
    '\u8d44\u4ea7\u8bfb\u53d6',
    '\u0410\u043a\u0442\u0438\u0432\u044b',
    'caf\u00e9_du_\u00eele',
  ])('may have any letters: %s', (name) => {
    const text = [
      `AIO_ims_contexts_${name}_client__id=${id}`,
      `AIO_ims_contexts_${name}_client__secrets=["${secret}"]`,
      `AIO_ims_contexts_${name}_scopes=["openid","AdobeID"]`,
      `AIO_ims_contexts_Key__only_client__id=${otherId}`,
    ].join('\n')
    expect(one(text)).toMatchObject({
      name: name.normalize('NFC').replaceAll('_', ' '),
      clientId: id,
      secrets: [secret],
      scopes: ['openid', 'AdobeID'],
    })
  })
})

describe('the bucket', () => {
  it.each([
    ['AEM_BASE_URL', 'https://author-p12345-e67890.adobeaemcloud.com'],
    ['AEM_AUTHOR_URL', 'https://author-p12345-e67890.adobeaemcloud.com/'],
    ['REACT_APP_AEM_ASSET_HOSTNAME', 'https://author-p12345-e67890.adobeaemcloud.com/'],
    ['AEM_HOSTNAME', 'author-p12345-e67890.adobeaemcloud.com'],
    ['ASSETS_ENDPOINT', 'https://author-p12345-e67890.adobeaemcloud.com/adobe/assets'],
    ['AEM_PUBLISH_URL', 'https://publish-p12345-e67890.adobeaemcloud.com'],
    ['AEM_DELIVERY_HOST', 'delivery-p12345-e67890.adobeaemcloud.com'],
    ['BUCKET', 'author-p12345-e67890'],
  ])('is taken from %s=%s', (name, value) => {
    const text = `${name}=${value}\nCLIENT_ID=${id}\nCLIENT_SECRET=${secret}\nSCOPES=${list}`
    expect(one(text)).toMatchObject({ bucket: 'author-p12345-e67890', aemHost: null })
  })

  it('is taken from another call of the same script', () => {
    const text = `curl ${url} -d 'client_id=${id}&client_secret=${secret}'\ncurl https://author-p1-e2.adobeaemcloud.com/adobe/assets/x/metadata`
    expect(one(text).bucket).toBe('author-p1-e2')
  })

  it('is not guessed from two environments', () => {
    const text = `CLIENT_ID=${id}\nCLIENT_SECRET=${secret}\nA=https://author-p1-e2.adobeaemcloud.com\nB=https://author-p1-e3.adobeaemcloud.com`
    expect(one(text).bucket).toBeNull()
  })

  it('is told to be on a host of somebody else', () => {
    const text = `CLIENT_ID=${id}\nCLIENT_SECRET=${secret}\nAEM_URL=https://aem.shop.example`
    expect(one(text)).toMatchObject({
      bucket: null,
      aemHost: null,
      leftOut: { aemHost: 'https://aem.shop.example' },
    })
  })
})

describe('a # in a secret', () => {
  const hashed = 'p8e-ab#cd'
  it.each([
    ['a .env', `CLIENT_ID=${id}\nCLIENT_SECRET=${hashed}\nSCOPES=${list}`],
    ['a .env with a comment', `CLIENT_ID=${id}\nCLIENT_SECRET=${hashed} # ours\nSCOPES=${list}`],
    ['a script', `export CLIENT_ID=${id}\nexport CLIENT_SECRET=${hashed}\n`],
    ['an address', `${url}?client_id=${id}&client_secret=${hashed}`],
    ['a command', `curl "${url}?client_id=${id}&client_secret=${hashed}&scope=openid"`],
  ])('outside of quotes is taken, and told: %s', (_what, text) => {
    expect(one(text)).toMatchObject({ secrets: [hashed], doubts: ['secret-with-hash'] })
  })

  it.each([
    ['single quotes', `CLIENT_ID=${id}\nCLIENT_SECRET='${hashed}'`],
    ['double quotes', `CLIENT_ID=${id}\nCLIENT_SECRET="${hashed}" # ours`],
    ['JSON', JSON.stringify({ client_id: id, client_secret: hashed })],
    ['a body', `curl ${url} -d 'client_id=${id}&client_secret=${hashed}'`],
  ])('in %s is a character like any other', (_what, text) => {
    expect(one(text)).toMatchObject({ secrets: [hashed], doubts: [] })
  })
})

describe('a collection that this program exported', () => {
  const exported = exportedCollection(id, list)

  it('comes back without its secret', () => {
    expect(reading(exported)).toMatchObject({
      format: 'postman-collection',
      credentials: [
        {
          name: 'Tea',
          clientId: id,
          secrets: [],
          scopes,
          bucket: 'author-p1-e2',
          doubts: ['secret-left-blank'],
        },
      ],
    })
  })
})

describe('any order', () => {
  const names = { id: ['CLIENT_ID', 'IMS_CLIENT_ID', 'AIO_ims_contexts_a_client__id'], at: [0, 1, 2] }
  const lines = fc.constantFrom(...names.at).chain((at) => {
    const [clientId = '', secretName = '', scope = ''] =
      [
        ['CLIENT_ID', 'CLIENT_SECRET', 'SCOPES'],
        ['IMS_CLIENT_ID', 'ADOBE_CLIENT_SECRET', 'SCOPES'],
        ['AIO_ims_contexts_a_client__id', 'AIO_ims_contexts_a_client__secrets', 'AIO_ims_contexts_a_scopes'],
      ][at] ?? []
    const all = [
      `${clientId}=${id}`,
      `${secretName}=["${secret}"]`,
      `${scope}=${list}`,
      'AEM_URL=https://author-p1-e2.adobeaemcloud.com',
      'ORG_ID=A@AdobeOrg',
      'PORT=3000',
      '# a comment',
      '',
      'STRIPE_API_KEY=sk_live',
      'GRANT_TYPE=client_credentials',
    ]
    return fc.shuffledSubarray(all, { minLength: all.length })
  })

  it(
    'of the lines of a .env gives the same reading',
    () => {
      fc.assert(
        fc.property(lines, (shuffled) => {
          expect(one(shuffled.join('\n'))).toMatchObject({
            clientId: id,
            secrets: [secret],
            scopes,
            bucket: 'author-p1-e2',
            origin: 'A@AdobeOrg',
            doubts: [],
          })
        }),
        thorough,
      )
    },
    patient.timeout,
  )

  const words = fc.shuffledSubarray(
    [
      url,
      '-X POST',
      '-s',
      "-H 'Content-Type: application/x-www-form-urlencoded'",
      "-d 'grant_type=client_credentials'",
      `--data-urlencode 'client_id=${id}'`,
      `-d client_secret=${secret}`,
      `--data "scope=${encodeURIComponent(list)}"`,
      '--location',
      '\\\n',
    ],
    { minLength: 10 },
  )

  it(
    'of the options of a cURL command gives the same reading',
    () => {
      fc.assert(
        fc.property(words, (shuffled) => {
          expect(one(`curl ${shuffled.join(' ')}`)).toMatchObject({
            clientId: id,
            secrets: [secret],
            scopes,
            imsHost: null,
          })
        }),
        thorough,
      )
    },
    patient.timeout,
  )
})

it('names no environment that nobody named', () => {
  expect(one(`# not for production use\nCLIENT_ID=${id}\nCLIENT_SECRET=${secret}`).environment).toBeNull()
  expect(refusal('production')).toBe('not-understood')
})
