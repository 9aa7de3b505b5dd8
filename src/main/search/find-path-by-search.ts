import type { FoundAsset } from '../../shared/search'
import type { ConnectionAccess } from '../connections/connection-access'
import { foundAssetOf } from './found-asset'
import { readSearchAnswer } from './read-search-answer'
import { type AskAuthor, searchAddressOf } from './search-call'
import { bodyOf, pathQueryOf } from './search-query'

export type PathHit = { text: string; rows: Int32Array; row: number; found: FoundAsset }

/**
 * The asset at a path, by search; null where search does not tell: this release has none, it refuses the query, or it has not
 * found exactly this path. Throws a `Failure` where there is no token or no answer.
 */
export type FindPathBySearch = (
  target: ConnectionAccess & { path: string },
  signal: AbortSignal,
) => Promise<PathHit | null>

export function createPathSearch(ask: AskAuthor): FindPathBySearch {
  return async (target, signal) => {
    const call = { url: searchAddressOf(target), body: bodyOf(pathQueryOf(target.path), null) }
    const { answer, text } = await ask(target, call, signal)
    const read = answer.status === 200 ? readSearchAnswer(text) : null
    if (read === null) return null
    for (const row of read.hits) {
      const found = foundAssetOf(text, read.rows, row)
      if (found?.path === target.path) return { text, rows: read.rows, row, found }
    }
    return null
  }
}
