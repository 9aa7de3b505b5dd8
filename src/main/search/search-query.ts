import type { FilterName, SearchFilters } from '../../shared/search'

/** The most that a page may hold (SPARK [B]). */
export const pageSize = 50

type Leaf = Readonly<Record<string, unknown>>

export type SearchQuery = {
  leaves: readonly Leaf[]
  /** Filters that AEM is asked to apply. */
  sent: readonly FilterName[]
}

/**
 * The query for words and filters. Only conditions that a public client sends as well are left to AEM: a format by `term`, a date
 * by `range`. It has no wildcard, no condition on a missing field, and finds nothing below the path of a folder.
 */
export function searchQueryOf(text: string, filters: SearchFilters): SearchQuery {
  const words = { match: { text: text === '' ? '*' : text, mode: 'FULLTEXT' } }
  const leaves: Leaf[] = [words]
  const sent: FilterName[] = []
  if (filters.format === 'pdf') {
    leaves.push({ term: { 'repositoryMetadata.dc:format': ['application/pdf'] } })
    sent.push('format')
  }
  const { modifiedFrom, modifiedTo } = filters
  if (modifiedFrom !== null || modifiedTo !== null) {
    const bounds = {
      ...(modifiedFrom === null ? {} : { gte: modifiedFrom }),
      ...(modifiedTo === null ? {} : { lte: modifiedTo }),
    }
    leaves.push({ range: { 'repositoryMetadata.repo:modifyDate': bounds } })
    sent.push('modified')
  }
  return { leaves, sent }
}

/** The query for the asset at a path: observed to find it by its whole path alone (SPARK enumerate.js [B]). */
export function pathQueryOf(path: string): SearchQuery {
  const match = {
    text: path,
    mode: 'FULLTEXT',
    operator: 'startsWith',
    fields: ['repositoryMetadata.repo:path'],
  }
  return { leaves: [{ match }], sent: [] }
}

export function bodyOf({ leaves }: SearchQuery, cursor: string | null): string {
  return JSON.stringify({ query: leaves, limit: pageSize, ...(cursor === null ? {} : { cursor }) })
}
