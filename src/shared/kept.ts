import type { AssetNames } from './asset-names'
import type { CheckStep } from './failure-signal'

/**
 * Names an asset as a connection reached it: once edited, the same connection may lead to another environment.
 *
 * `author` is the origin of the AEM author, or the bucket of the demo cloud, whose ports change. It and `clientId` are null
 * where a version that did not record them kept something.
 */
export type AssetKey = {
  connectionId: string
  author: string | null
  clientId: string | null
  assetId: string
}

export function assetKeyOf({ connectionId, author, clientId, assetId }: AssetKey): AssetKey {
  return { connectionId, author, clientId, assetId }
}

export function isSameAsset(one: AssetKey, other: AssetKey): boolean {
  return (
    one.connectionId === other.connectionId &&
    one.assetId === other.assetId &&
    one.author === other.author &&
    one.clientId === other.clientId
  )
}

/** Whether something kept belongs to an asset; where its environment was not recorded, it may. */
export function mayBeOfAsset(kept: AssetKey, asset: AssetKey): boolean {
  const { author, clientId } = kept.author === null ? asset : kept
  return isSameAsset({ ...kept, author, clientId }, asset)
}

/** A requested asset, as last seen. Dates are ISO 8601, UTC. */
export type HistoryEntry = AssetKey & {
  names: AssetNames
  at: string
  outcome: 'read' | 'failed'
}

/** What to clear from the history: one entry, a whole connection, or everything. */
export type HistoryScope = { asset: AssetKey } | { connectionId: string } | 'everything'

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

export const verdicts = ['ready', 'ready-to-read', 'warnings', 'unproven', 'red'] as const
export type Verdict = (typeof verdicts)[number]

/** How a check of a connection ended, with the credential and the hosts that it still has. */
export type CheckMark = {
  connectionId: string
  /** ISO 8601, UTC. */
  at: string
  verdict: Verdict
  /** The step that failed; null unless one did. */
  step: CheckStep | null
}

/** How much room snapshots take, in bytes. */
export type SnapshotRoom = { count: number; bytes: number; limit: number }

export type Kept = {
  /** Newest first, one entry an asset. */
  history: readonly HistoryEntry[]
  /** As they were added, newest first. */
  favourites: readonly Favourite[]
  /** Newest first, several a connection. */
  checks: readonly CheckMark[]
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
