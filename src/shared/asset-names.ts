import { childRows, decodeStringToken, rowKeyToken, rowKind, rowValueToken } from './metadata-rows'

/** What people know an asset by; null where its metadata does not say. */
export type AssetNames = { title: string | null; name: string | null; path: string | null }

/** Longest title, name or path that is kept, in UTF-16 code units. */
export const longestName = 300

export const noNames: AssetNames = { title: null, name: null, path: null }

/** `dc:title` of the asset, `repo:name` and `repo:path` of its repository metadata (AEM Assets Author API). */
export function findAssetNames(text: string, rows: Int32Array): AssetNames {
  return {
    title: findFieldText(text, rows, 'assetMetadata', 'dc:title'),
    name: findFieldText(text, rows, 'repositoryMetadata', 'repo:name'),
    path: findFieldText(text, rows, 'repositoryMetadata', 'repo:path'),
  }
}

/** `repo:path` as a whole, to ask by; null where the metadata does not say. */
export function findAssetPath(text: string, rows: Int32Array, root = 0): string | null {
  const row = findField(text, rows, 'repositoryMetadata', 'repo:path', root)
  return row === null || rowKind(rows, row) !== 'string'
    ? null
    : decodeStringToken(rowValueToken(text, rows, row))
}

type Group = 'assetMetadata' | 'repositoryMetadata'

/** The row of a field, of equal ones the first; null where there is none. `root` is the asset's row, where it is one of several. */
export function findField(
  text: string,
  rows: Int32Array,
  group: Group,
  key: string,
  root = 0,
): number | null {
  const groupRow = findChild(text, rows, root, group)
  return groupRow === null ? null : findChild(text, rows, groupRow, key)
}

/** The text of a field, or the first one of its list or language alternatives, shortened; null where there is none. */
export function findFieldText(
  text: string,
  rows: Int32Array,
  group: Group,
  key: string,
  root = 0,
): string | null {
  const row = findField(text, rows, group, key, root)
  return row === null ? null : firstText(text, rows, row)
}

/** The row of a member, of equal ones the first; null where there is none. */
export function findChild(text: string, rows: Int32Array, parent: number, key: string): number | null {
  for (const row of childRows(rows, parent)) {
    const token = rowKeyToken(text, rows, row)
    if (token !== null && isKey(token, key)) return row
  }
  return null
}

/** Decodes only where it must: this is asked of every key of a thousand assets. */
function isKey(token: string, key: string): boolean {
  return token === `"${key}"` || (token.includes('\\') && decodeStringToken(token) === key)
}

function firstText(text: string, rows: Int32Array, row: number): string | null {
  const kind = rowKind(rows, row)
  if (kind === 'string') return shorten(decodeStringToken(rowValueToken(text, rows, row)))
  for (const child of childRows(rows, row)) {
    if (rowKind(rows, child) === 'string') return shorten(decodeStringToken(rowValueToken(text, rows, child)))
  }
  return null
}

/** Cut between characters, so that no half of one is left. */
function shorten(name: string): string | null {
  const cut = name.slice(0, longestName).replace(/[\ud800-\udbff]$/, '')
  return cut.trim() === '' ? null : cut
}
