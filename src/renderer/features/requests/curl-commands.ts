import {
  accessTokenPlaceholder,
  clientSecretPlaceholder,
  type ExchangeCredential,
  type HttpExchange,
} from '../../../shared/http-exchange'

/**
 * The call to AEM as a curl command for bash; needs `ACCESS_TOKEN`.
 *
 * `If-None-Match` is left out, or the answer would be an empty 304.
 */
export function curlOfCall({ method, url, requestHeaders, requestBody }: HttpExchange): string {
  const headers = requestHeaders.filter(([name]) => name !== 'If-None-Match')
  return joinLines([
    // Without it, curl expands brackets in a URL.
    `curl --silent --show-error --globoff --request ${method}`,
    quoteForBash(url),
    ...headers.map(([name, value]) => `--header ${quoteHeader(`${name}: ${value}`)}`),
    ...(requestBody === null ? [] : [`--data-binary ${quoteForBash(requestBody)}`]),
  ])
}

/** In double quotes, so that bash expands the token; the rest of that header is our own text. */
function quoteHeader(header: string): string {
  return header === `Authorization: Bearer ${accessTokenPlaceholder}` ? `"${header}"` : quoteForBash(header)
}

/**
 * The token request to Adobe IMS for bash: sets `ACCESS_TOKEN`, needs `CLIENT_SECRET`, curl and sed. An answer without a token is
 * IMS's reason, and is printed.
 */
export function curlOfToken({ imsHost, clientId, scopes }: ExchangeCredential): string {
  const call = joinLines([
    `TOKEN_ANSWER=$(curl --silent --show-error ${quoteForBash(`${imsHost}/ims/token/v3`)}`,
    `--data-urlencode ${quoteForBash('grant_type=client_credentials')}`,
    `--data-urlencode ${quoteForBash(`client_id=${clientId}`)}`,
    `--data-urlencode "client_secret=${clientSecretPlaceholder}"`,
    `--data-urlencode ${quoteForBash(`scope=${scopes.join(',')}`)}`,
  ])
  return [
    `${call})`,
    `ACCESS_TOKEN=$(printf '%s' "$TOKEN_ANSWER" | sed -n 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/p')`,
    `[ -n "$ACCESS_TOKEN" ] || printf '%s\\n' "$TOKEN_ANSWER" >&2`,
  ].join('\n')
}

/** Quotes a text as one bash word. NUL is dropped: no argument can contain it. */
export function quoteForBash(text: string): string {
  return `'${text.replaceAll('\0', '').replaceAll("'", "'\\''")}'`
}

/** Lines of one command. */
export function joinLines(lines: readonly string[]): string {
  return lines.join(' \\\n  ')
}
