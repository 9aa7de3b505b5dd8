import { childRows, decodeStringToken, rowKeyToken, rowKind, rowValueToken } from '../../shared/metadata-rows'

/** The first member of that name of an object, or null. */
export function findMember(text: string, rows: Int32Array, object: number, name: string): number | null {
  for (const row of childRows(rows, object)) {
    const token = rowKeyToken(text, rows, row)
    if (token !== null && decodeStringToken(token) === name) return row
  }
  return null
}

/** A text of AEM's repository metadata, such as `repo:path`; null where AEM did not send it. */
export function findRepositoryText(text: string, rows: Int32Array, name: string): string | null {
  const group = findMember(text, rows, 0, 'repositoryMetadata')
  const row = group === null ? null : findMember(text, rows, group, name)
  if (row === null || rowKind(rows, row) !== 'string') return null
  return decodeStringToken(rowValueToken(text, rows, row))
}
