import type { AssetNames } from './asset-names'

/** Names one asset of one connection. */
export type AssetKey = { connectionId: string; assetId: string }

export function isSameAsset(one: AssetKey, other: AssetKey): boolean {
  return one.connectionId === other.connectionId && one.assetId === other.assetId
}

/** An asset that was asked for, as it was seen last. Dates are ISO 8601, UTC. */
export type HistoryEntry = AssetKey & {
  names: AssetNames
  at: string
  outcome: 'read' | 'failed'
}

export type Favourite = AssetKey & { names: AssetNames; since: string; note: string }

/** Longest note of a favourite, in UTF-16 code units. */
export const longestNote = 500

/** The body of a metadata response, kept to compare later ones with it. */
export type Snapshot = AssetKey & {
  id: string
  /** When AEM sent this body. */
  readAt: string
  etag: string | null
  bytes: number
  /** `asked` was kept by hand and stays; `seen` was kept along the way and makes room when it is needed. */
  kind: 'asked' | 'seen'
}

/** How much room snapshots take, in bytes. */
export type SnapshotRoom = { count: number; bytes: number; limit: number }

export type Kept = {
  /** Newest first, one entry an asset. */
  history: readonly HistoryEntry[]
  /** As they were added, newest first. */
  favourites: readonly Favourite[]
  room: SnapshotRoom
  /** Files that could not be understood and were put aside in this session. */
  setAside: readonly string[]
}

export type FavouriteDraft = AssetKey & { names: AssetNames; note: string }

/** A body to keep, exactly as it was shown. */
export type SnapshotDraft = AssetKey & { text: string; etag: string | null; readAt: string }

export type KeepOutcome =
  | { outcome: 'kept'; snapshot: Snapshot }
  /** Snapshots that were kept by hand fill the room: one of them has to go first. */
  | { outcome: 'no-room' }
  /** The body holds something that looks like a credential; such a thing is not written to disk. */
  | { outcome: 'holds-credential' }

/** A snapshot with its body and the table of it; see `metadata-rows.ts`. */
export type SnapshotReading = { snapshot: Snapshot; text: string; rows: Int32Array }
