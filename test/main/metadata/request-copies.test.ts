import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startDemoCloud } from '../../../src/demo-cloud/demo-cloud'
import {
  curlOfCall,
  curlOfToken,
  joinLines,
  quoteForBash,
} from '../../../src/renderer/features/requests/curl-commands'
import { nodeScriptOf } from '../../../src/renderer/features/requests/node-script'
import { postmanCollectionOf } from '../../../src/renderer/features/requests/postman-collection'
import type { HttpExchange } from '../../../src/shared/http-exchange'
import { tempFolder } from '../../support/serve'

const run = promisify(execFile)

function callOf(parts: Partial<HttpExchange> = {}): HttpExchange {
  return {
    to: 'aem',
    method: 'GET',
    url: 'https://author-p1-e2.adobeaemcloud.com/adobe/assets/urn:aaid:aem:1/metadata',
    at: '2026-03-01T12:00:00.000Z',
    requestHeaders: [
      ['Accept', 'application/json'],
      ['Authorization', 'Bearer $ACCESS_TOKEN'],
      ['X-Api-Key', 'client-1'],
      ['X-Adobe-Accept-Experimental', '1'],
      ['If-None-Match', '"1"'],
    ],
    requestBody: null,
    attempts: 1,
    status: 200,
    responseHeaders: [],
    phases: { token: 0, headers: 1, body: 1, understanding: 1 },
    bodyBytes: 2,
    wireBytes: 2,
    credential: {
      imsHost: 'https://ims-na1.adobelogin.com',
      clientId: 'client-1',
      scopes: ['openid', 'AdobeID'],
    },
    ...parts,
  }
}

/** A call to an asset of a demo cloud, without `path` to the first one, with the credential that works there. */
async function demoCall(path = '') {
  const cloud = await startDemoCloud()
  onTestFinished(cloud.close)
  const [credential] = cloud.credentials
  const asset = cloud.assets.find((one) => one.path.includes(path)) ?? cloud.assets[0]
  if (!credential || !asset) throw new Error('The demo cloud is empty')
  const { clientId, clientSecret, scopes } = credential
  const call = callOf({
    url: `${cloud.aem}/adobe/assets/${asset.assetId}/metadata`,
    requestHeaders: callOf().requestHeaders.map(([name, value]) => [
      name,
      name === 'X-Api-Key' ? clientId : value,
    ]),
    credential: { imsHost: cloud.ims, clientId, scopes },
  })
  return { call, clientId, clientSecret, assetId: asset.assetId }
}

describe('the commands of curl', () => {
  it('run in bash, one after the other', async () => {
    const { call, clientSecret, assetId } = await demoCall()
    const script = `${curlOfToken(call.credential)}\n${curlOfCall(call)}`
    const env = { ...process.env, CLIENT_SECRET: clientSecret }
    const { stdout } = await run('bash', ['-euc', script], { env })
    expect(JSON.parse(stdout)).toMatchObject({ assetId })
  })

  it('print why Adobe IMS gave no token, and go on no further than the shell wants', async () => {
    const { call } = await demoCall()
    const env = { ...process.env, CLIENT_SECRET: 'wrong' }
    const script = `${curlOfToken(call.credential)}\nprintf 'token: %s' "$ACCESS_TOKEN"`
    const { stdout, stderr } = await run('bash', ['-euc', script], { env })
    expect([stdout, stderr]).toEqual(['token: ', expect.stringContaining('invalid_client')])
  })

  it('ask for the whole body', () => {
    expect(curlOfCall(callOf())).not.toContain('If-None-Match')
  })

  it('leave the token to bash, and nothing else', () => {
    const call = callOf({ requestHeaders: [['X-Odd', '$HOME `id` "x"'], ...callOf().requestHeaders] })
    expect(curlOfCall(call)).toContain(`--header 'X-Odd: $HOME \`id\` "x"'`)
  })

  it('hold any text as one word of bash', async () => {
    const texts = fc.sample(fc.string({ unit: 'binary' }), { numRuns: 300, seed: 1 })

    const words = ['printf "%s\\0"', ...texts.map(quoteForBash)]
    const { stdout } = await run('bash', ['-c', joinLines(words)])
    expect(stdout.split('\0').slice(0, -1)).toEqual(texts.map((text) => text.replaceAll('\0', '')))
  })
})

describe('the Node.js script', () => {
  it('prints the metadata', async () => {
    const { call, clientId, clientSecret, assetId } = await demoCall()
    const file = join(tempFolder(), 'read-metadata.mjs')
    writeFileSync(file, nodeScriptOf(call))
    const env = { ...process.env, CLIENT_ID: clientId, CLIENT_SECRET: clientSecret }
    const { stdout } = await run(process.execPath, [file], { env })
    expect(JSON.parse(stdout)).toMatchObject({ assetId })
  })

  it('prints every digit as AEM sent it', async () => {
    const { call, clientId, clientSecret } = await demoCall('/hostile/')
    const file = join(tempFolder(), 'read-metadata.mjs')
    writeFileSync(file, nodeScriptOf(call))
    const env = { ...process.env, CLIENT_ID: clientId, CLIENT_SECRET: clientSecret }
    const { stdout } = await run(process.execPath, [file], { env })
    expect(stdout).toContain('9007199254740993')
  })

  it('says what Adobe IMS refused', async () => {
    const { call, clientId } = await demoCall()
    const file = join(tempFolder(), 'read-metadata.mjs')
    writeFileSync(file, nodeScriptOf(call))
    const env = { ...process.env, CLIENT_ID: clientId, CLIENT_SECRET: 'wrong' }
    await expect(run(process.execPath, [file], { env })).rejects.toThrow('invalid_client')
  })
})

describe('the Postman collection', () => {
  const words = { name: 'Metadata', tokenCall: 'Token', call: 'Call' }

  it('keeps hosts, client ID and token in variables, and the secret empty', () => {
    const collection: unknown = JSON.parse(postmanCollectionOf(callOf(), words))
    expect(collection).toMatchObject({
      info: { schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      variable: [
        { key: 'ims_host', value: 'https://ims-na1.adobelogin.com' },
        { key: 'aem_host', value: 'https://author-p1-e2.adobeaemcloud.com' },
        { key: 'client_id', value: 'client-1' },
        { key: 'client_secret', value: '' },
        { key: 'scopes', value: 'openid,AdobeID' },
        { key: 'access_token', value: '' },
      ],
      item: [
        { name: 'Token', request: { method: 'POST', url: '{{ims_host}}/ims/token/v3' } },
        {
          name: 'Call',
          request: {
            method: 'GET',
            url: '{{aem_host}}/adobe/assets/urn:aaid:aem:1/metadata',
            header: [
              { key: 'Accept', value: 'application/json' },
              { key: 'Authorization', value: 'Bearer {{access_token}}' },
              { key: 'X-Api-Key', value: '{{client_id}}' },
              { key: 'X-Adobe-Accept-Experimental', value: '1' },
            ],
          },
        },
      ],
    })
  })
})
