import type { DemoCloud } from '../../src/demo-cloud/demo-cloud'
import { curlOfCall, curlOfToken } from '../../src/renderer/features/requests/curl-commands'
import { postmanCollectionOf } from '../../src/renderer/features/requests/postman-collection'
import type { ExchangeCredential, HttpExchange } from '../../src/shared/http-exchange'

/** A command that the program exports, and what a reader of it has to find. */
export interface CurlCommand {
  name: string
  command: string
  expected: { url: string; method: string; headers?: Record<string, string>; data?: Record<string, string> }
}

const names = { name: 'Metadata', tokenCall: 'Token', call: 'Call' }
const authorization = 'Bearer $ACCESS_TOKEN'

/** The collection of a read of the demo cloud's first asset. */
export function exportedCollection(cloud: DemoCloud): unknown {
  const [credential] = cloud.credentials
  const [asset] = cloud.assets
  if (credential === undefined || asset === undefined) throw new Error('The demo cloud is empty')
  const { clientId, scopes } = credential
  const url = `${cloud.aem}/adobe/assets/${asset.assetId}/metadata`
  const headers: HttpExchange['requestHeaders'] = [
    ['Accept', 'application/json'],
    ['Authorization', authorization],
    ['X-Api-Key', clientId],
    ['X-Adobe-Accept-Experimental', '1'],
  ]
  return JSON.parse(
    postmanCollectionOf(callOf(url, headers, { imsHost: cloud.ims, clientId, scopes }), names),
  )
}

/** Texts that are awkward in a shell, each as part of an address, as a header and as a client ID. */
const awkward = {
  plain: 'harbour',
  'single quotes': "it's 'quoted'",
  'double quotes': 'say "hello"',
  'dollars and backticks': '$HOME `id` $(id) $x',
  backslashes: 'a\\b\\\\c\\',
  'an exclamation mark': 'wow!!1',
  'brackets and braces': '[1-3]{a,b}',
  'an at sign': '@file',
  'a hash': '# not a comment',
  'a semicolon and an ampersand': 'a;b&c|d>e<f',
  'two spaces': 'a  b',
  'an equals sign and a plus': 'a=b+c&d',
  'letters of other scripts': '富士山 ünïcode 🚢',
  'a percent sign': '100%25 %s',
}

export function exportedCurlCommands(): CurlCommand[] {
  return Object.entries(awkward).flatMap(([name, text]) => [
    addressWith(name, text),
    headerWith(name, text),
    tokenCallWith(name, text),
  ])
}

function addressWith(name: string, text: string): CurlCommand {
  const url = `https://author-p1-e2.adobeaemcloud.com/adobe/assets/${encodeURIComponent(text)}/metadata`
  return {
    name: `an address with ${name}`,
    command: curlOfCall(callOf(url, [['Authorization', authorization]])),
    expected: { url, method: 'get', headers: { Authorization: authorization } },
  }
}

function headerWith(name: string, text: string): CurlCommand {
  const url = 'https://author-p1-e2.adobeaemcloud.com/adobe/assets/urn:aaid:aem:1/metadata'
  return {
    name: `a header with ${name}`,
    command: curlOfCall(callOf(url, [['X-Odd', text]])),
    expected: { url, method: 'get', headers: { 'X-Odd': text } },
  }
}

function tokenCallWith(name: string, text: string): CurlCommand {
  const imsHost = 'https://ims-na1.adobelogin.com'
  const command = curlOfToken({ imsHost, clientId: text, scopes: ['openid', 'AdobeID'] })
  // What bash makes a variable of, and the sed that takes the token out of the answer, are no part of the command itself.
  const [, inner = ''] = /^TOKEN_ANSWER=\$\((.*?)\)\nACCESS_TOKEN=/s.exec(command) ?? []
  return {
    name: `a token call with ${name}`,
    command: inner,
    expected: {
      url: `${imsHost}/ims/token/v3`,
      method: 'post',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      data: {
        grant_type: 'client_credentials',
        client_id: text,
        client_secret: '$CLIENT_SECRET',
        scope: 'openid,AdobeID',
      },
    },
  }
}

function callOf(
  url: string,
  requestHeaders: HttpExchange['requestHeaders'],
  credential: ExchangeCredential = { imsHost: 'https://ims.example', clientId: 'client', scopes: ['openid'] },
): HttpExchange {
  return {
    to: 'aem',
    method: 'GET',
    url,
    at: '2026-03-01T12:00:00.000Z',
    requestHeaders,
    requestBody: null,
    attempts: 1,
    status: 200,
    responseHeaders: [],
    phases: { token: 0, headers: 1, body: 1, understanding: 1 },
    bodyBytes: 2,
    wireBytes: 2,
    credential,
  }
}
