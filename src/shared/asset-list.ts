import { type AssetNames, findAssetNames, findField, findFieldText } from './asset-names'
import { rowValueToken } from './metadata-rows'
import type { AppError } from './result'

/** Most assets that are listed of one text, and read in one go: more than that is work for a script. */
export const mostAssetsAtOnce = 1_000

/** The window's request; `bucket` as typed, `assetIds` in reading order. */
export type AssetsQuery = {
  connectionId: string
  bucket: string
  assetIds: readonly string[]
  /** Names this piece of work for progress and cancel. */
  ticket: string
}

/** What a list shows of an asset; null where its metadata does not say. Texts are untrusted. */
export type AssetSummary = AssetNames & {
  /** Usually a MIME type. */
  format: string | null
  /** Of the original, in bytes. */
  size: number | null
}

export type AssetOutcome =
  | { assetId: string; outcome: 'read'; summary: AssetSummary }
  /** Without evidence: reading the one asset returns it. */
  | { assetId: string; outcome: 'failed'; error: AppError }

export type AssetsProgress = {
  ticket: string
  /** What has come since the last report. */
  outcomes: readonly AssetOutcome[]
  /** Seconds for which AEM has asked to hold back all calls; null while calls are made. */
  pauseSeconds: number | null
}

export type AssetsRead = {
  read: number
  failed: number
  /** Not asked for, because every asset fails alike. */
  left: number
  /** What no report has told yet. */
  rest: readonly AssetOutcome[]
}

/** What a list shows of an asset's metadata, given as in `metadata-rows.ts`. */
export function summarizeAsset(text: string, rows: Int32Array): AssetSummary {
  return {
    ...findAssetNames(text, rows),
    format:
      findFieldText(text, rows, 'repositoryMetadata', 'dc:format') ??
      findFieldText(text, rows, 'assetMetadata', 'dc:format'),
    size: findSize(text, rows),
  }
}

/** `repo:size` is a number in answers of the API and a text in AEM's events (Metadata Schemas developer guide). */
export function findSize(text: string, rows: Int32Array, root = 0): number | null {
  const row = findField(text, rows, 'repositoryMetadata', 'repo:size', root)
  const digits = row === null ? null : /^"?(\d{1,15})"?$/.exec(rowValueToken(text, rows, row))
  return digits === null ? null : Number(digits[1])
}
