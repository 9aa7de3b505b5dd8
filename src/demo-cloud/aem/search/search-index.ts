import { largeFolder } from '../../data/large'
import type { Switches } from '../../switches'
import type { AssetSeed } from '../asset'
import type { AssetStore } from '../asset-store'
import { matchesAll } from './match-asset'
import type { SearchQuery } from './search-query'

export interface SearchPage {
  seeds: readonly AssetSeed[]
  /** How many there are in all. */
  total: number
  /** Null on the last page. */
  cursor: string | null
}

/**
 * The search index of one cloud, newest first. A cursor is a place in the order of the moment, so that an asset that changes
 * between two pages moves all that stand behind it: order and kind of cursor are guesses [I].
 */
export class SearchIndex {
  private readonly found = new Map<string, readonly AssetSeed[]>()
  private foundAt = -1
  private readonly refused = new Set<string>()

  constructor(
    private readonly assets: AssetStore,
    private readonly switches: Switches,
  ) {}

  /** A page, `lost` for a cursor that is none, or none any more, and `busy` for a page that is refused the first time. */
  read(query: SearchQuery, clientId: string, now: number): SearchPage | 'lost' | 'busy' {
    const start = query.cursor === null ? 0 : decodeCursor(query.cursor)
    if (start === null || this.isLost(start, query.limit)) return 'lost'
    if (this.isBusy(start / query.limit + 1, clientId)) return 'busy'
    const all = this.find(query)
    const seeds = all.slice(start, start + query.limit)
    const end = start + seeds.length
    const next = all[end]
    if (this.switches.searchChangesBetweenPages && next !== undefined) this.touch(next, now)
    return { seeds, total: all.length, cursor: next === undefined ? null : encodeCursor(end) }
  }

  private isLost(start: number, limit: number): boolean {
    const { searchCursorPages } = this.switches
    return searchCursorPages > 0 && start / limit >= searchCursorPages
  }

  private isBusy(page: number, clientId: string): boolean {
    const key = `${clientId} ${page}`
    if (page !== this.switches.searchBusyPage || this.refused.has(key)) return false
    this.refused.add(key)
    return true
  }

  private touch(seed: AssetSeed, now: number): void {
    const metadataText = this.assets.metadataTextOf(seed)
    const modified = new Date(now).toISOString()
    this.assets.change(seed.assetId, { metadataText, modified, modifiedBy: seed.createdBy })
  }

  private find({ leaves }: SearchQuery): readonly AssetSeed[] {
    if (this.foundAt !== this.assets.version) this.found.clear()
    this.foundAt = this.assets.version
    const key = JSON.stringify(leaves)
    const known = this.found.get(key)
    if (known !== undefined) return known
    const all = this.assets
      .list()
      .filter(isSearched)
      .map((seed) => ({
        seed,
        modified: this.assets.modifiedOf(seed),
        metadataText: () => this.assets.metadataTextOf(seed),
      }))
      .filter((asset) => matchesAll(asset, leaves, this.switches))
      .sort((one, other) => (one.modified < other.modified ? 1 : one.modified > other.modified ? -1 : 0))
      .map(({ seed }) => seed)
    this.found.set(key, all)
    return all
  }
}

/**
 * Content fragments are left out since release 26908 (ASSETS-63652); an asset that cannot be read, or that is too large for an
 * index, is in none [I].
 */
function isSearched({ assetClass, failure, path }: AssetSeed): boolean {
  return assetClass === 'file' && failure === undefined && !path.startsWith(`${largeFolder}/`)
}

function encodeCursor(position: number): string {
  return Buffer.from(`search:${position}`).toString('base64url')
}

function decodeCursor(cursor: string): number | null {
  const position = /^search:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1]
  return position === undefined ? null : Number(position)
}
