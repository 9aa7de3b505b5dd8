import { type HistoryEntry, isSameAsset } from '../../shared/kept'
import type { HistoryFile } from './kept-files'

/** Beyond that the oldest entries go. */
export const longestHistory = 1_000

/** Puts an entry first; an asset that could not be read this time keeps the names by which it was known. */
export function addToHistory(file: HistoryFile, entry: HistoryEntry): HistoryFile {
  const before = file.entries.find((other) => isSameAsset(other, entry))
  const names = entry.outcome === 'failed' && before ? before.names : entry.names
  const others = file.entries.filter((other) => other !== before)
  return { ...file, entries: [{ ...entry, names }, ...others].slice(0, longestHistory) }
}

/** What to clear: one asset, one connection, or with both null everything. */
export type HistoryScope = { connectionId: string | null; assetId: string | null }

export function clearFromHistory(file: HistoryFile, scope: HistoryScope): HistoryFile {
  return {
    ...file,
    entries: file.entries.filter(({ connectionId, assetId }) => {
      const isOfConnection = scope.connectionId === null || scope.connectionId === connectionId
      const isOfAsset = scope.assetId === null || scope.assetId === assetId
      return !(isOfConnection && isOfAsset)
    }),
  }
}
