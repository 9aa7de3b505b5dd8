/** Placeholders for access token and client secret in a call that is shown: the values stay in the main process. */
export const accessTokenPlaceholder = '$ACCESS_TOKEN'
export const clientSecretPlaceholder = '$CLIENT_SECRET'
/** Instead of the value of a header that is a secret in itself, such as `Set-Cookie`. */
export const hiddenValue = '[hidden]'

export type HeaderLine = readonly [name: string, value: string]

/** In the order of a call. `token` is waiting for an access token; `headers` ends with the status line of the answer. */
export const exchangePhases = ['token', 'headers', 'body', 'understanding'] as const
export type ExchangePhase = (typeof exchangePhases)[number]

/** One call and its answer, as they may be shown, kept and copied: no token or secret is part of it. */
export type HttpExchange = {
  to: 'ims' | 'aem'
  method: 'GET' | 'POST' | 'PATCH'
  /** As sent, with its query. */
  url: string
  /** ISO 8601, UTC. */
  at: string
  /** Those that this program sets; the network stack adds its own, such as `User-Agent` and `Accept-Encoding`. */
  requestHeaders: readonly HeaderLine[]
  requestBody: string | null
  /** How often it was sent: twice where AEM refused a token and a new one was got; 0 when nothing was sent. */
  attempts: number
  /** null where no answer came. */
  status: number | null
  /** Lower-case names; several values of one name are joined by a comma. */
  responseHeaders: readonly HeaderLine[]
  /** Milliseconds; null for a phase that was not reached. */
  phases: Readonly<Record<ExchangePhase, number | null>>
  /** After decompression; null where no body came. */
  bodyBytes: number | null
  /** The body as it was on the wire; null where the answer does not tell. */
  wireBytes: number | null
  /** What the access token was got with. */
  credential: ExchangeCredential
}

export type ExchangeCredential = {
  /** Origin of Adobe IMS. */
  imsHost: string
  clientId: string
  scopes: readonly string[]
}
