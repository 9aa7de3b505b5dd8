import type { FilterName, FoundAsset, SearchCounts, SearchFilters } from '../../shared/search'
import { testsOf } from './filter-found'
import { foundAssetOf } from './found-asset'
import type { SearchAnswer } from './read-search-answer'

type Document = Pick<SearchAnswer, 'text' | 'rows'>

export type Tally = {
  /** The hits of a page that pass all filters and were not there before. */
  take: (answer: SearchAnswer) => FoundAsset[]
  /** An asset that was named: it is taken once, however often. */
  takeNamed: (document: Document, row: number) => FoundAsset[]
  /** Counts a named asset that could not be read. */
  refuse: () => void
  counts: () => SearchCounts
  /** Filters that AEM was not asked to apply, or has not applied. */
  filteredHere: (sent: readonly FilterName[]) => FilterName[]
}

export function createTally(filters: SearchFilters): Tally {
  const tests = testsOf(filters)
  const known = new Set<string>()
  const failing = new Set<FilterName>()
  let counts: SearchCounts = {
    read: 0,
    matching: 0,
    others: 0,
    repeated: 0,
    unreadable: 0,
    refused: 0,
    total: null,
  }
  function count(name: 'matching' | 'others' | 'repeated' | 'unreadable'): void {
    counts = { ...counts, read: counts.read + 1, [name]: counts[name] + 1 }
  }
  function takeHit({ text, rows }: Document, row: number): FoundAsset[] {
    const found = foundAssetOf(text, rows, row)
    if (found === null) count('unreadable')
    else if (known.has(found.assetId)) count('repeated')
    else {
      known.add(found.assetId)
      const failed = tests.filter(([, passes]) => !passes({ text, rows, row, found }))
      for (const [name] of failed) failing.add(name)
      count(failed.length === 0 ? 'matching' : 'others')
      return failed.length === 0 ? [found] : []
    }
    return []
  }
  return {
    take: (answer) => {
      counts = { ...counts, total: answer.total ?? counts.total }
      return answer.hits.flatMap((row) => takeHit(answer, row))
    },
    takeNamed: (document, row) => {
      const id = foundAssetOf(document.text, document.rows, row)?.assetId
      return id !== undefined && known.has(id) ? [] : takeHit(document, row)
    },
    refuse: () => {
      counts = { ...counts, refused: counts.refused + 1 }
    },
    counts: () => counts,
    filteredHere: (sent) =>
      tests.map(([name]) => name).filter((name) => !sent.includes(name) || failing.has(name)),
  }
}
