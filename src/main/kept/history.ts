import {
  type AssetKey,
  type HistoryEntry,
  type HistoryScope,
  isSameAsset,
  mayBeOfAsset,
} from '../../shared/kept'
import type { HistoryFile } from './kept-files'

/** Beyond that the oldest entries go. */
export const longestHistory = 1_000

/** Puts an entry first; an asset that could not be read this time keeps its known names. */
export function addToHistory(file: HistoryFile, entry: HistoryEntry): HistoryFile {
  const before = file.entries.find((other) => isSameAsset(other, entry))
  const names = entry.outcome === 'failed' && before ? before.names : entry.names
  const others = file.entries.filter((other) => !mayBeOfAsset(other, entry))
  return { ...file, entries: [{ ...entry, names }, ...others].slice(0, longestHistory) }
}

/** Puts entries back where they were; an asset that was asked for since has the newer entry. */
export function putBack(file: HistoryFile, cleared: readonly HistoryEntry[]): HistoryFile {
  const missing = cleared.filter((entry) => !file.entries.some((other) => mayBeOfAsset(other, entry)))
  const entries = [...file.entries, ...missing].sort(
    (one, other) => Date.parse(other.at) - Date.parse(one.at),
  )
  return { ...file, entries: entries.slice(0, longestHistory) }
}

export function isInScope(kept: AssetKey, scope: HistoryScope, isOfAsset = isSameAsset): boolean {
  if (scope === 'everything') return true
  return 'asset' in scope ? isOfAsset(kept, scope.asset) : kept.connectionId === scope.connectionId
}

export function clearFromHistory(file: HistoryFile, scope: HistoryScope): HistoryFile {
  return { ...file, entries: file.entries.filter((entry) => !isInScope(entry, scope)) }
}
