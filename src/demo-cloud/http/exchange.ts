import type { IncomingHttpHeaders, ServerResponse } from 'node:http'

/** One request with its body read, and the response to write. */
export interface Exchange {
  method: string
  /** The request target after URL normalisation, as most servers see it: dot segments are gone. */
  url: URL
  headers: IncomingHttpHeaders
  body: string
  response: ServerResponse
}

/** The token of an `Authorization: Bearer` header. */
export function bearerOf({ headers }: Exchange): string | undefined {
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1]
}
