import type { HttpExchange } from './http-exchange'

/** What the window asks for; `asset` and `bucket` as typed. */
export type MetadataQuery = {
  connectionId: string
  bucket: string
  asset: string
  /** Names this piece of work for progress and cancel. */
  ticket: string
}

/** One answer of AEM, with the body as text and a table of where each value stands in it. */
export type MetadataReading = {
  connectionId: string
  /** See `AssetKey`. */
  author: string
  clientId: string
  assetId: string
  url: string
  /** The body exactly as it came, decoded as UTF-8. */
  text: string
  /** See `metadata-rows.ts`. */
  rows: Int32Array
  etag: string | null
  /** When AEM sent this body. ISO 8601, UTC. */
  readAt: string
  /** When AEM last said that the body is still current (304); null when this reading brought the body itself. */
  confirmedAt: string | null
  bytes: number
  durationMs: number
  /** The body held bytes that are not UTF-8; they show as U+FFFD. */
  hasInvalidBytes: boolean
  /** The latest call: the one that brought the body, or that AEM answered with 304. */
  exchange: HttpExchange
}

/** What can be copied of a row of metadata. */
export const copiedParts = ['value', 'key', 'pointer', 'jsonPath', 'dottedPath', 'keyValue', 'json'] as const
export type CopiedPart = (typeof copiedParts)[number]

export type RequestStage = 'keychain' | 'token' | 'asset' | 'body' | 'parse'

export type RequestProgress = { ticket: string; stage: RequestStage; receivedBytes: number }
