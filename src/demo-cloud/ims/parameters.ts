import type { Exchange } from '../http/exchange'

/** Names and values of a request to IMS, from address, header or body. */
export interface Parameters {
  get(name: string): string | undefined
  /** Secrets of an HTTP Basic header: as written, and with its percent escapes read. */
  secrets: readonly string[]
}

/**
 * Reads what IMS reads: query parameters (adobe-dev-console accepts them and advises against), a form body, a multipart
 * body (adobe/aio-lib-ims sends nothing else) and HTTP Basic (`client_secret_basic` in IMS's discovery document). The body
 * wins over the query. A body of any other type has no parameters.
 */
export function parametersOf({ url, headers, body }: Exchange): Parameters {
  const basic = basicCredentials(headers.authorization)
  const named = new Map([
    ...(basic === undefined ? [] : [['client_id', basic.id] as const]),
    ...url.searchParams,
    ...bodyFields(headers['content-type'] ?? '', body),
  ])
  return { get: (name) => named.get(name), secrets: basic?.secrets ?? [] }
}

function bodyFields(contentType: string, body: string): Iterable<[string, string]> {
  const type = contentType.split(';')[0]?.trim().toLowerCase()
  if (type === 'application/x-www-form-urlencoded') return new URLSearchParams(body)
  return type === 'multipart/form-data' ? multipartFields(body, parameterOf(contentType, 'boundary')) : []
}

/** RFC 7578, text fields alone. What stands before the first boundary is no part. */
function multipartFields(body: string, boundary: string | undefined): [string, string][] {
  if (boundary === undefined) return []
  const parts = `\r\n${body}`.split(`\r\n--${boundary}`).slice(1)
  return parts.flatMap((part): [string, string][] => {
    const headersEnd = part.indexOf('\r\n\r\n')
    const disposition = /^content-disposition:(.*)$/im.exec(part.slice(0, headersEnd))?.[1]
    const name = parameterOf(disposition ?? '', 'name')
    return headersEnd < 0 || name === undefined ? [] : [[name, part.slice(headersEnd + 4)]]
  })
}

/** A parameter of a header, quoted or not. */
function parameterOf(header: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}=(?:"([^"]+)"|([^\\s;"]+))`, 'i').exec(header)
  return match?.[1] ?? match?.[2]
}

/**
 * RFC 6749 section 2.3.1 wants ID and secret form-encoded before they are joined, Adobe's guide of user credentials joins them
 * as they are, and clients do either.
 */
function basicCredentials(header: string | undefined): { id: string; secrets: string[] } | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/=_-]+)$/i.exec(header ?? '')?.[1]
  if (encoded === undefined) return undefined
  const [id = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  const secret = rest.join(':')
  return { id: formDecoded(id), secrets: [secret, formDecoded(secret)] }
}

/** The text itself when it is no form encoding. */
function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
