import { describe, expect, it, test } from 'vitest'
import { understandAsset } from '../../src/main/assets/understand-asset'
import { readCredentials } from '../../src/main/imports/read-credentials'
import { recogniseKeychainProblem } from '../../src/main/keychain/keychain-problem'
import { decodeText } from '../../src/shared/decode-text'
import { metadataOfOtherAuthor } from './assets/readings'
import { exportedCollection } from './imports/pasted-texts'
import { wrappings } from './imports/wrappings'

/* What people pasted, dropped and saw in the field, in shapes that once were misread. */

const id = '4b1c2d3e4f5a60718293a4b5c6d7e8f9'
const secret = 'p8e-Field_Secret-07'
const token = 'https://ims-na1.adobelogin.com/ims/token/v3'
const form = `grant_type=client_credentials&client_id=${id}&client_secret=${secret}&scope=AdobeID,openid`

function reading(text: string, fileName: string | null = null) {
  const found = readCredentials(text, fileName)
  if ('refusal' in found) return found.refusal
  return found.credentials.map(({ clientId, secrets, scopes, bucket }) => ({
    clientId,
    secrets,
    scopes: [...scopes].sort().join(' '),
    bucket,
  }))
}

const credential = { clientId: id, secrets: [secret], scopes: 'AdobeID openid', bucket: null }

describe('a credential', () => {
  it.each([
    [
      '.env of aio, with an umlaut in a name',
      `AIO_runtime_namespace=ns\nAIO_ims_contexts_Köln_client__id=${id}\nAIO_ims_contexts_Köln_client__secrets=["${secret}"]\nAIO_ims_contexts_Köln_scopes=["openid","AdobeID"]\nAIO_ims_contexts_Köln_ims__org__id=A@AdobeOrg\nAIO_ims_contexts_Key__only_client__id=${id.replace('4', '5')}`,
    ],
    [
      'form-data of Postman, with quoted values',
      `curl --location --request POST '${token}' \\\n--form 'client_id="${id}"' \\\n--form 'client_secret="${secret}"' \\\n--form 'grant_type="client_credentials"' \\\n--form 'scope="AdobeID,openid"'`,
    ],
    [
      'a script with exports',
      `#!/bin/bash\nexport MY_ID=${id}\nexport MY_SECRET="${secret}"\n\ncurl '${token}' \\\n--data-urlencode 'grant_type=client_credentials' \\\n--data-urlencode "client_id=$MY_ID" \\\n--data-urlencode "client_secret=\${MY_SECRET}" \\\n--data-urlencode 'scope=openid,AdobeID'`,
    ],
    [
      'a script for PowerShell',
      `$id = '${id}'\n$secret = "${secret}"\n$body = @{ grant_type = 'client_credentials'; client_id = $id; client_secret = $secret; scope = 'AdobeID,openid' }\nInvoke-RestMethod -Method Post -Uri '${token}' -Body $body`,
    ],
    ['a raw request', `POST ${token}\nContent-Type: application/x-www-form-urlencoded\n\n${form}`],
    [
      'a raw request as browsers show it',
      `POST /ims/token/v3 HTTP/1.1\nHost: ims-na1.adobelogin.com\nContent-Type: application/x-www-form-urlencoded\n\n${form}`,
    ],
    [
      '-u of cURL',
      `curl -X POST ${token} -u '${id}:${secret}' -d 'grant_type=client_credentials&scope=AdobeID,openid'`,
    ],
    [
      '--user of cURL, in double quotes',
      `curl --user "${id}:${secret}" --data 'grant_type=client_credentials' --data 'scope=AdobeID,openid' ${token}`,
    ],
    [
      'an Authorization header of Basic',
      `curl ${token} -H 'Authorization: Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}' -d 'grant_type=client_credentials&scope=AdobeID,openid'`,
    ],
    [
      'a login in Python',
      `import requests\nr = requests.post("${token}", auth=("${id}", "${secret}"), data={"grant_type": "client_credentials", "scope": "AdobeID,openid"})`,
    ],
    [
      'HTTPBasicAuth of Python',
      `requests.post('${token}', auth=HTTPBasicAuth('${id}', '${secret}'), data={'grant_type': 'client_credentials', 'scope': 'AdobeID,openid'})`,
    ],
    [
      'a header in a fetch',
      `await fetch("${token}", {\n  method: "POST",\n  headers: {\n    "Authorization": "Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}",\n    "Content-Type": "application/x-www-form-urlencoded"\n  },\n  body: "grant_type=client_credentials&scope=AdobeID,openid"\n});`,
    ],
    [
      'a header that a script encodes',
      `const token = await fetch('${token}', { method: 'POST', headers: { Authorization: 'Basic ' + btoa('${id}:${secret}') }, body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'AdobeID,openid' }) })`,
    ],
    ['the source of a page', `curl -X POST '${token}' -d '${form.replaceAll('&', '&amp;')}'`],
    ['a quoted substitution', `TOKEN="$(curl -fsS -X POST '${token}' -d '${form}')"`],
    ['a substitution in backticks', `TOKEN=\`curl -s -X POST '${token}' -d '${form}'\``],
    ['a substitution with a pipe', `export TOKEN=$(curl -s '${token}' -d '${form}' | jq -r .access_token)`],
    [
      '--url-query',
      `curl -X POST --url-query 'scope=AdobeID,openid' --url-query 'grant_type=client_credentials' --url-query 'client_id=${id}' --url-query 'client_secret=${secret}' ${token}`,
    ],
  ])('is read from %s', (_what, text) => {
    expect(reading(text)).toEqual([credential])
  })

  it.each([
    ['AEM_BASE_URL', 'https://author-p12345-e67890.adobeaemcloud.com'],
    ['AEM_AUTHOR_URL', 'https://author-p12345-e67890.adobeaemcloud.com/'],
    ['REACT_APP_AEM_ASSET_HOSTNAME', 'author-p12345-e67890.adobeaemcloud.com'],
    ['AEM_HOST', 'author-p12345-e67890'],
  ])('comes with the bucket that %s names', (name, value) => {
    const text = `${name}=${value}\nAEM_CLIENT_ID=${id}\nAEM_CLIENT_SECRET=${secret}\nAEM_SCOPES=AdobeID,openid`
    expect(reading(text, '.env')).toEqual([{ ...credential, bucket: 'author-p12345-e67890' }])
  })

  const env = `CLIENT_ID=${id}\nCLIENT_SECRET=${secret}\nSCOPES=AdobeID,openid\n`

  it.each([
    'UTF-16 LE with a mark',
    'UTF-16 LE without a mark',
    'UTF-16 BE with a mark',
    'UTF-16 BE without a mark',
  ] as const)('is read from a file in %s', (encoding) => {
    const wrap = wrappings[encoding]
    expect(wrap && reading(decodeText(wrap(env)), 'stage.env')).toEqual([credential])
  })

  test('without secret is read from our own Postman collection', () => {
    const collection = exportedCollection(id, 'AdobeID,openid')
    const expected = { ...credential, secrets: [], bucket: 'author-p1-e2' }
    expect(reading(JSON.stringify(collection), 'tea.postman_collection.json')).toEqual([expected])
  })
})

describe('a value with a part of the text around it', () => {
  it.each([`${secret}\\"`, `${secret}\\`, `3D${secret}\\"`, '${PASS', "p8e-it\\'s"])(
    'is no secret: %s',
    (value) => {
      const found = reading(`CLIENT_ID=${id}\nCLIENT_SECRET=${value}\nSCOPES=openid`, '.env')
      expect(Array.isArray(found) ? found.flatMap(({ secrets }) => secrets) : []).toEqual([])
    },
  )

  it.each([`3D${id}`, `3D3D${id}`])('is no client ID: %s', (value) => {
    expect(reading(`CLIENT_ID=${value}\nCLIENT_SECRET=${secret}\nSCOPES=openid`, '.env')).toBe(
      'values-missing',
    )
  })

  test('is not seen in a client ID that begins alike', () => {
    const alike = `3d${id.slice(2)}`
    expect(reading(`CLIENT_ID=${alike}\nCLIENT_SECRET=${secret}\nSCOPES=AdobeID,openid`, '.env')).toEqual([
      { ...credential, clientId: alike },
    ])
  })
})

describe('what is no credential', () => {
  const login = { id: '1', name: 'Login', integration_type: 'oauthweb' }
  const server = { id: '2', name: 'Server', integration_type: 'oauth_server_to_server' }
  function aioFile(...credentials: object[]): string {
    return JSON.stringify({ project: { name: 'P', workspace: { name: 'Stage', details: { credentials } } } })
  }

  it.each([
    ['.aio, with two credentials', aioFile(login, server), '.aio', 'aio-file'],
    ['.aio, with one', aioFile(server), '.aio', 'aio-file'],
    [
      'a Postman environment with empty values',
      JSON.stringify({
        name: 'Prod',
        values: ['CLIENT_ID', 'CLIENT_SECRET', 'SCOPES'].map((key) => ({ key, value: '', enabled: true })),
        _postman_variable_scope: 'environment',
      }),
      'prod.postman_environment.json',
      'postman-values-missing',
    ],
    [
      'a JWT credential with the path of its key',
      `ADOBE_CLIENT_ID=${id}\nADOBE_CLIENT_SECRET=${secret}\nADOBE_ORG_ID=A@AdobeOrg\nADOBE_TECHNICAL_ACCOUNT_ID=B@techacct.adobe.com\nADOBE_PRIVATE_KEY_PATH=./private.key`,
      '.env',
      'jwt-credential',
    ],
    [
      'a JWT credential with scopes',
      `INTEGRATION_TYPE=jwt\nCLIENT_ID=${id}\nCLIENT_SECRET=${secret}\nMETA_SCOPES=ent_aem_cloud_api\nSCOPES=openid,AdobeID`,
      '.env',
      'jwt-credential',
    ],
    [
      'a single-page app',
      `REACT_APP_ADC_CLIENT_ID=${id}\nREACT_APP_ADC_SCOPES=AdobeID,openid\nREACT_APP_REDIRECT_URI=https://localhost:3001/callback`,
      '.env',
      'user-auth-credential',
    ],
  ])('is told as what it is: %s', (_what, text, fileName, refusal) => {
    expect(reading(text, fileName)).toBe(refusal)
  })
})

describe('an asset', () => {
  const assetId = 'urn:aaid:aem:2f7a2c11-9b3d-4c5e-8f60-1a2b3c4d5e6f'
  function targets(text: string): unknown {
    const understood = understandAsset(text, null)
    if (!understood.understood) return understood.problem.code
    return understood.references.map(({ bucket, target }) => [
      bucket,
      target.by === 'id' ? target.assetId : target.path,
    ])
  }

  it.each([
    [
      'CSV of AEM, with several columns',
      'assetPath,dc:title{{String}},dam:status{{String}},acme:roles{{String: multi}}\n/content/dam/tea/pot1.jpg,Pot 1,approved,thumbnail; image\n/content/dam/tea/pot2.jpg,"Pot, 2",approved,image',
      [
        [null, '/content/dam/tea/pot1.jpg'],
        [null, '/content/dam/tea/pot2.jpg'],
      ],
    ],
    [
      'CSV of two columns',
      'Path,dc:title\n/content/dam/tea/pot1.jpg,Pot',
      [[null, '/content/dam/tea/pot1.jpg']],
    ],
    [
      'an answer of the Assets HTTP API in a log',
      '200 - OK @ https://author-p1234-e5678.adobeaemcloud.com/api/assets/tea/en/green/leaf_1.jpeg.json',
      [['author-p1234-e5678', '/content/dam/tea/en/green/leaf_1.jpeg']],
    ],
    ['JSON of another environment', metadataOfOtherAuthor(assetId), [['author-p12-e34', assetId]]],
    [
      'a list in which each is named twice',
      JSON.stringify([
        { id: assetId, path: '/content/dam/a.jpg' },
        { id: assetId.replace('2f', '3f'), path: '/content/dam/b.jpg' },
      ]),
      [
        [null, assetId],
        [null, assetId.replace('2f', '3f')],
      ],
    ],
    [
      'a link that Outlook has wrapped',
      'https://nam12.safelinks.protection.outlook.com/?url=https%3A%2F%2Fauthor-p12-e34.adobeaemcloud.com%2Fassetdetails.html%2Fcontent%2Fdam%2Fbrand%2Flogo.svg&data=05%7C02&reserved=0',
      [['author-p12-e34', '/content/dam/brand/logo.svg']],
    ],
    [
      'a vanity address',
      'https://delivery-p12-e34.adobeaemcloud.com/adobe/assets/urn:avid:aem:WinterTea/as/tea.jpeg',
      'asset-vanity-id',
    ],
  ])('is understood as it was meant: %s', (_what, text, expected) => {
    expect(targets(text)).toEqual(expected)
  })
})

describe('what a keychain says', () => {
  it.each([
    ['Unknown or unsupported transport “disabled” for address “disabled:”', 'absent'],
    [
      'Did not receive a reply. Possible causes include: the remote application did not send a reply, the message bus security policy blocked the reply, the reply timeout expired, or the network connection was broken.',
      'hung',
    ],
    ['User interaction is not allowed.', 'locked'],
  ])('is recognized: %s', (message, problem) => {
    expect(recogniseKeychainProblem(message)).toBe(problem)
  })
})
