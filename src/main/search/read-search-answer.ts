import { findChild } from '../../shared/asset-names'
import { childRows, decodeStringToken, rowKeyToken, rowKind, rowValueToken } from '../../shared/metadata-rows'
import type { SearchCounts } from '../../shared/search'
import { tabulateJson } from '../metadata/tabulate-json'

export type SearchAnswer = {
  text: string
  rows: Int32Array
  /** Rows of the hits. */
  hits: readonly number[]
  /** Null on the last page. */
  cursor: string | null
  total: SearchCounts['total']
  /** See `SearchOutcome`. */
  unknownPlace: string | null
}

/** Where public clients read the hits (SPARK; a public block that reads whichever is there [B]). */
const knownPlaces = [['hits', 'results'], ['items'], ['hits'], ['results']] as const

/** Reads a page of search results; null where nothing in it is a list of assets, or it is no JSON. */
export function readSearchAnswer(text: string): SearchAnswer | null {
  const rows = tabulate(text)
  if (rows === null || rowKind(rows, 0) !== 'object') return null
  const found = knownList(text, rows) ?? unknownList(text, rows, 0, 0)
  if (found === null) return null
  return {
    text,
    rows,
    hits: [...childRows(rows, found.row)].filter((row) => rowKind(rows, row) === 'object'),
    cursor: cursorOf(text, rows),
    total: totalOf(text, rows),
    unknownPlace: found.place,
  }
}

function tabulate(text: string): Int32Array | null {
  try {
    return tabulateJson(text)
  } catch {
    return null
  }
}

type List = { row: number; place: string | null }

function knownList(text: string, rows: Int32Array): List | null {
  for (const place of knownPlaces) {
    const row = findBelow(text, rows, place)
    if (row !== null && rowKind(rows, row) === 'array') return { row, place: null }
  }
  return null
}

/** The first list of objects that have an asset ID, in the answer or in an object of it. */
function unknownList(text: string, rows: Int32Array, parent: number, depth: number): List | null {
  for (const row of childRows(rows, parent)) {
    const kind = rowKind(rows, row)
    const name = decodeStringToken(rowKeyToken(text, rows, row) ?? '""')
    if (kind === 'array' && isAssetList(text, rows, row)) return { row, place: name }
    const within = kind === 'object' && depth < 1 ? unknownList(text, rows, row, depth + 1) : null
    if (within !== null) return { ...within, place: `${name}.${within.place}` }
  }
  return null
}

function isAssetList(text: string, rows: Int32Array, row: number): boolean {
  const [first] = childRows(rows, row)
  return first !== undefined && rowKind(rows, first) === 'object' && hasAssetId(text, rows, first)
}

function hasAssetId(text: string, rows: Int32Array, row: number): boolean {
  return (
    findChild(text, rows, row, 'assetId') !== null ||
    findChild(text, rows, row, 'repositoryMetadata') !== null
  )
}

function cursorOf(text: string, rows: Int32Array): string | null {
  for (const path of [['cursor'], ['hits', 'cursor'], ['search_metadata', 'cursor']]) {
    const row = findBelow(text, rows, path)
    if (row !== null && rowKind(rows, row) === 'string') {
      return decodeStringToken(rowValueToken(text, rows, row)) || null
    }
  }
  return null
}

/** `value` on the author, `total` on the delivery tier, each in one client [B]. */
function totalOf(text: string, rows: Int32Array): SearchCounts['total'] {
  for (const name of ['value', 'total']) {
    const row = findBelow(text, rows, ['search_metadata', 'totalCount', name])
    const digits = row === null ? null : /^\d{1,15}$/.exec(rowValueToken(text, rows, row))
    if (digits !== null) {
      const relation = findBelow(text, rows, ['search_metadata', 'totalCount', 'relation'])
      const isExact = relation === null || rowValueToken(text, rows, relation) === '"eq"'
      return { value: Number(digits[0]), isExact }
    }
  }
  return null
}

function findBelow(text: string, rows: Int32Array, path: readonly string[]): number | null {
  let row: number | null = 0
  for (const key of path) {
    if (row === null || rowKind(rows, row) !== 'object') return null
    row = findChild(text, rows, row, key)
  }
  return row
}
