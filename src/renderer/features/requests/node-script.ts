import type { HttpExchange } from '../../../shared/http-exchange'

/**
 * The call with its token call as a script for Node.js 20 without any package. Client ID and client secret come from the
 * environment variables that Adobe's tutorial for OAuth Server-to-Server uses.
 */
export function nodeScriptOf({ url, requestHeaders, credential }: HttpExchange): string {
  const { imsHost, clientId, scopes } = credential
  const headers = requestHeaders
    .filter(([name]) => !['Authorization', 'X-Api-Key', 'If-None-Match'].includes(name))
    .map(([name, value]) => `    ${literal(name)}: ${literal(value)},`)
  return [
    '// Save as read-metadata.mjs, then run with Node.js 20 or later:',
    `//   CLIENT_ID=${comment(clientId)} CLIENT_SECRET=… node read-metadata.mjs`,
    'const { CLIENT_ID, CLIENT_SECRET } = process.env',
    "if (!CLIENT_ID || !CLIENT_SECRET) throw new Error('Set CLIENT_ID and CLIENT_SECRET first.')",
    '',
    'const textOf = async (response) => {',
    '  const text = await response.text()',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the script's own template.
    '  if (!response.ok) throw new Error(`${response.status} from ${response.url}: ${text}`)',
    '  return text',
    '}',
    '',
    `const tokenAnswer = await fetch(${literal(`${imsHost}/ims/token/v3`)}, {`,
    "  method: 'POST',",
    '  body: new URLSearchParams({',
    "    grant_type: 'client_credentials',",
    '    client_id: CLIENT_ID,',
    '    client_secret: CLIENT_SECRET,',
    `    scope: ${literal(scopes.join(','))},`,
    '  }),',
    '})',
    'const { access_token: accessToken } = JSON.parse(await textOf(tokenAnswer))',
    '',
    `const metadataAnswer = await fetch(${literal(url)}, {`,
    '  headers: {',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the script's own template.
    '    Authorization: `Bearer ${accessToken}`,',
    "    'X-Api-Key': CLIENT_ID,",
    ...headers,
    '  },',
    '})',
    // Unparsed: JavaScript would round long numbers.
    'console.log(await textOf(metadataAnswer))',
    '',
  ].join('\n')
}

/** A string of JavaScript; JSON's strings are such. */
function literal(text: string): string {
  return JSON.stringify(text)
}

function comment(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]/g, ' ')
}
