import { findField } from '../../shared/asset-names'
import { childRows, decodeStringToken, rowKind, rowValueToken } from '../../shared/metadata-rows'
import type { FilterName, FormatKind, FoundAsset, SearchFilters } from '../../shared/search'

type Hit = { text: string; rows: Int32Array; row: number; found: FoundAsset }
type Test = (hit: Hit) => boolean

/** The filters that are set, each as a test of a hit. */
export function testsOf(filters: SearchFilters): readonly [FilterName, Test][] {
  const { folder, format, state, modifiedFrom, modifiedTo, field } = filters
  const tests: [FilterName, Test][] = []
  if (folder !== null) tests.push(['folder', ({ found }) => isBelow(found.path, folder)])
  if (format !== null) tests.push(['format', ({ found }) => kindOf(found.format) === format])
  if (state !== null) {
    tests.push(['state', ({ found }) => (found.state?.toLowerCase() ?? 'none') === state.toLowerCase()])
  }
  if (modifiedFrom !== null || modifiedTo !== null) {
    tests.push(['modified', ({ found }) => isBetween(found.modified, modifiedFrom, modifiedTo)])
  }
  if (field !== null) tests.push(['field', (hit) => testField(hit, field)])
  return tests
}

/** A folder itself, and what lies below it; not a neighbor whose name begins alike. */
function isBelow(path: string | null, folder: string): boolean {
  const base = folder.replace(/\/+$/, '')
  return path !== null && (path === base || path.startsWith(`${base}/`))
}

function kindOf(format: string | null): FormatKind {
  const [, kind] = /^(image|video|audio)\//.exec(format ?? '') ?? []
  if (kind === 'image' || kind === 'video' || kind === 'audio') return kind
  return format === 'application/pdf' ? 'pdf' : 'other'
}

/** What has no date that can be read is not between any. */
function isBetween(modified: string | null, from: string | null, to: string | null): boolean {
  const at = Date.parse(modified ?? '')
  return (from === null || at >= Date.parse(from)) && (to === null || at <= Date.parse(to))
}

function testField({ text, rows, row }: Hit, field: NonNullable<SearchFilters['field']>): boolean {
  const at =
    findField(text, rows, 'assetMetadata', field.name, row) ??
    findField(text, rows, 'repositoryMetadata', field.name, row)
  if (field.test === 'missing') return at === null
  if (at === null) return false
  if (field.test === 'empty') return isEmpty(text, rows, at)
  const wanted = field.value.toLowerCase()
  return textsOf(text, rows, at).some((value) =>
    field.test === 'is' ? value === field.value : value.toLowerCase().includes(wanted),
  )
}

/** No text in it: blank, null, or a list or an object of nothing else. */
function isEmpty(text: string, rows: Int32Array, row: number): boolean {
  return textsOf(text, rows, row).every((value) => value.trim() === '')
}

/** Texts as they are meant, other values with the digits that they came with; of lists and objects all that are in it. */
function textsOf(text: string, rows: Int32Array, row: number): string[] {
  const kind = rowKind(rows, row)
  if (kind === 'null') return []
  if (kind === 'array' || kind === 'object') {
    return [...childRows(rows, row)].flatMap((child) => textsOf(text, rows, child))
  }
  const token = rowValueToken(text, rows, row)
  return [kind === 'string' ? decodeStringToken(token) : token]
}
