import {
  decodeStringToken,
  type RowKind,
  rowKeyToken,
  rowKind,
  rowValueToken,
} from '../../../shared/metadata-rows'

/** A body as text with the table of its values; see `shared/metadata-rows.ts`. */
export type MetadataDocument = { readonly text: string; readonly rows: Int32Array }

export type CutText = { readonly text: string; readonly isCut: boolean }

export function kindOf(document: MetadataDocument, row: number): RowKind {
  return rowKind(document.rows, row)
}

export function isContainer(kind: RowKind): boolean {
  return kind === 'object' || kind === 'array'
}

/** The decoded key; null for list items and the document itself. */
export function keyOf(document: MetadataDocument, row: number): string | null {
  const token = rowKeyToken(document.text, document.rows, row)
  return token === null ? null : decodeToken(token)
}

/** At most about `limit` characters of the decoded key. */
export function keyStartOf(document: MetadataDocument, row: number, limit: number): CutText | null {
  const token = rowKeyToken(document.text, document.rows, row)
  return token === null ? null : decodeStart(token, limit)
}

/** The value as it stands in the body. */
export function valueTokenOf(document: MetadataDocument, row: number): string {
  return rowValueToken(document.text, document.rows, row)
}

/** What is copied: the string itself, or for everything else its text in the body. */
export function wholeValueOf(document: MetadataDocument, row: number): string {
  const token = valueTokenOf(document, row)
  return kindOf(document, row) === 'string' ? decodeToken(token) : token
}

/** At most about `limit` characters of `wholeValueOf`, without decoding the rest. */
export function valueStartOf(document: MetadataDocument, row: number, limit: number): CutText {
  const token = valueTokenOf(document, row)
  if (kindOf(document, row) === 'string') return decodeStart(token, limit)
  return token.length <= limit ? { text: token, isCut: false } : { text: token.slice(0, limit), isCut: true }
}

function decodeToken(token: string): string {
  return token.includes('\\') ? decodeStringToken(token) : token.slice(1, -1)
}

/** Decodes the beginning of a string token, with whole escapes and no half of a surrogate pair at the cut. */
export function decodeStart(token: string, limit: number): CutText {
  if (token.length - 2 <= limit) return { text: decodeToken(token), isCut: false }
  let end = 1
  while (end <= limit) end += escapeLength(token, end)
  if (end >= token.length - 1) return { text: decodeToken(token), isCut: false }
  const text = decodeToken(`${token.slice(0, end)}"`)
  return { text: isHighSurrogate(text.charCodeAt(text.length - 1)) ? text.slice(0, -1) : text, isCut: true }
}

function escapeLength(token: string, at: number): number {
  if (token[at] !== '\\') return 1
  return token[at + 1] === 'u' ? 6 : 2
}

export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}
