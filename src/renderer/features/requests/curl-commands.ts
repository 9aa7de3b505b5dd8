import {
  accessTokenPlaceholder,
  clientSecretPlaceholder,
  type Exchange,
  type ExchangeCredential,
} from '../../../shared/http-exchange'

/**
 * The call to AEM as a command of curl that runs in bash once `ACCESS_TOKEN` is set.
 *
 * `If-None-Match` is left out, or the answer would be an empty 304.
 */
export function curlOfCall({ method, url, requestHeaders }: Exchange): string {
  const headers = requestHeaders.filter(([name]) => name !== 'If-None-Match')
  return joinLines([
    // curl would take brackets in an address for a range of addresses.
    `curl --silent --show-error --globoff --request ${method}`,
    quoteForBash(url),
    ...headers.map(([name, value]) => `--header ${quoteHeader(`${name}: ${value}`)}`),
  ])
}

/** In double quotes, so that bash puts the token in; the rest of that header is our own text. */
function quoteHeader(header: string): string {
  return header === `Authorization: Bearer ${accessTokenPlaceholder}` ? `"${header}"` : quoteForBash(header)
}

/** The token call of Adobe IMS, which sets `ACCESS_TOKEN` in bash once `CLIENT_SECRET` is set; needs nothing but curl and sed. */
export function curlOfToken({ imsHost, clientId, scopes }: ExchangeCredential): string {
  const call = joinLines([
    `ACCESS_TOKEN=$(curl --silent --show-error ${quoteForBash(`${imsHost}/ims/token/v3`)}`,
    `--data-urlencode ${quoteForBash('grant_type=client_credentials')}`,
    `--data-urlencode ${quoteForBash(`client_id=${clientId}`)}`,
    `--data-urlencode "client_secret=${clientSecretPlaceholder}"`,
    `--data-urlencode ${quoteForBash(`scope=${scopes.join(',')}`)}`,
  ])
  return `${call} |\n  sed -n 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/p')`
}

/** A text as one word of bash, whatever it holds but NUL, which no argument can hold. */
export function quoteForBash(text: string): string {
  return `'${text.replaceAll('\0', '').replaceAll("'", "'\\''")}'`
}

/** Lines of one command. */
export function joinLines(lines: readonly string[]): string {
  return lines.join(' \\\n  ')
}
