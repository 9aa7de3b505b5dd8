import type { HttpExchange } from '../../../shared/http-exchange'

const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'

/** Postman expands double braces, so those in values are encoded. */
function plain(text: string): string {
  return text.replace(/\{\{|\}\}/g, (braces) => encodeURIComponent(braces))
}

/**
 * The call with its token call as a Postman collection (format 2.1). The client secret is a variable without a value;
 * the token call keeps its token in another one.
 */
export function postmanCollectionOf(
  { url, method, requestHeaders, credential }: HttpExchange,
  words: { name: string; tokenCall: string; call: string },
): string {
  const { imsHost, clientId, scopes } = credential
  const { origin, pathname, search } = new URL(url)
  const header = requestHeaders
    .filter(([name]) => name !== 'If-None-Match')
    .map(([key, value]) => ({ key, value: headerValues[key] ?? plain(value) }))
  const collection = {
    info: { name: words.name, schema },
    variable: [
      { key: 'ims_host', value: imsHost },
      { key: 'aem_host', value: origin },
      { key: 'client_id', value: clientId },
      { key: 'client_secret', value: '' },
      { key: 'scopes', value: scopes.join(',') },
      { key: 'access_token', value: '' },
    ],
    item: [
      {
        name: words.tokenCall,
        event: [
          {
            listen: 'test',
            script: {
              type: 'text/javascript',
              exec: ["pm.collectionVariables.set('access_token', pm.response.json().access_token)"],
            },
          },
        ],
        request: {
          method: 'POST',
          url: '{{ims_host}}/ims/token/v3',
          body: {
            mode: 'urlencoded',
            urlencoded: [
              { key: 'grant_type', value: 'client_credentials' },
              { key: 'client_id', value: '{{client_id}}' },
              { key: 'client_secret', value: '{{client_secret}}' },
              { key: 'scope', value: '{{scopes}}' },
            ],
          },
        },
      },
      {
        name: words.call,
        request: { method, header, url: `{{aem_host}}${plain(pathname + search)}` },
      },
    ],
  }
  return `${JSON.stringify(collection, null, 2)}\n`
}

const headerValues: Readonly<Record<string, string>> = {
  Authorization: 'Bearer {{access_token}}',
  'X-Api-Key': '{{client_id}}',
}
