import type { AppError, Evidence } from './result'

/** Kinds of files by their MIME type. */
export const formatKinds = ['image', 'video', 'audio', 'pdf', 'other'] as const
export type FormatKind = (typeof formatKinds)[number]

/** Values of `dam:status`, and none. */
export const assetStates = ['approved', 'pending', 'changesRequested', 'rejected', 'none'] as const
export type AssetState = (typeof assetStates)[number]

export const fieldTests = ['is', 'contains', 'missing', 'empty'] as const
export type FieldTest = (typeof fieldTests)[number]

export type SearchFilters = {
  /** A folder's path; assets in the folders below it count as well. */
  folder: string | null
  format: FormatKind | null
  state: AssetState | null
  /** ISO 8601 instants, both included. */
  modifiedFrom: string | null
  modifiedTo: string | null
  /** `value` counts for `is` and `contains`. */
  field: { name: string; test: FieldTest; value: string } | null
}

export const filterNames = ['folder', 'format', 'state', 'modified', 'field'] as const
export type FilterName = (typeof filterNames)[number]

export const noFilters: SearchFilters = {
  folder: null,
  format: null,
  state: null,
  modifiedFrom: null,
  modifiedTo: null,
  field: null,
}

/** `text` as typed: words, a path, the address of an asset or a folder, or a list of IDs and paths; an empty one finds everything. */
export type SearchRequest = {
  connectionId: string
  text: string
  filters: SearchFilters
  /** Names this piece of work for progress and cancel. */
  ticket: string
}

/** Most assets that one search reads: more than that is work for a script. */
export const mostFoundAssets = 100_000

/** What a result shows of an asset; null where its metadata does not say. Texts are untrusted, and shortened. */
export type FoundAsset = {
  assetId: string
  title: string | null
  name: string | null
  path: string | null
  format: string | null
  size: number | null
  /** `dam:status` */
  state: string | null
  /** `repo:modifyDate` as AEM wrote it. */
  modified: string | null
}

/** Every hit that AEM sent is counted once: read = matching + others + repeated + unreadable. Of named assets, all = read + refused. */
export type SearchCounts = {
  /** Hits that AEM has sent. */
  read: number
  matching: number
  /** Left out by a filter. */
  others: number
  /** Sent before: something changed while the pages were read. */
  repeated: number
  /** Hits without an asset ID. */
  unreadable: number
  /** Named assets that could not be read. */
  refused: number
  /** How many there are, as AEM says; null where it does not. */
  total: { value: number; isExact: boolean } | null
}

export type SearchProgress = {
  ticket: string
  /** What has come since the last report. */
  assets: readonly FoundAsset[]
  counts: SearchCounts
  /** Seconds for which AEM has asked to hold back all calls; null while calls are made. */
  pauseSeconds: number | null
}

/** Why a search ended before everything was read; null where everything was. */
export type SearchStop =
  /** AEM does not take its own cursor any more, or gives one again; `unknown-answer`: a later page is no list of assets. */
  | { why: 'cursor-lost' | 'unknown-answer'; evidence: Evidence | null }
  | { why: 'most-read' }
  | { why: 'failed'; error: AppError }

export type SearchOutcome =
  | {
      outcome: 'found'
      counts: SearchCounts
      /** What no report has told yet. */
      rest: readonly FoundAsset[]
      stop: SearchStop | null
      /** Filters that were applied to what came, and not by AEM. */
      filteredHere: readonly FilterName[]
      /** The member of the answer that held the hits, where it is none that is known; null for a known one. */
      unknownPlace: string | null
    }
  /** `not-there`: this release has no search. `refused`: AEM did not take the query. `unknown-answer`: nothing in it is a list of assets. */
  | { outcome: 'unavailable'; reason: 'not-there' | 'refused' | 'unknown-answer'; evidence: Evidence }

/** A folder of the repository, as the Folders API has it. */
export type Folder = { path: string; name: string; title: string }

export type FolderQuery = { connectionId: string; path: string; ticket: string }
