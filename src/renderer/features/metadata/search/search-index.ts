import { countRows } from '../../../../shared/metadata-rows'
import { fold, isAscii } from '../../../components/text/fold'
import {
  isContainer,
  keyOf,
  kindOf,
  type MetadataDocument,
  wholeValueOf,
} from '../../../model/document/document'
import type { SlicedWork } from './run-sliced'

/** Folded keys and values of consecutive rows as one text; `ends` holds where the key and the value of each end. */
type Chunk = { readonly firstRow: number; readonly text: string; readonly ends: Int32Array }

/** The search index, built on first use and cached with the document. */
export type SearchIndex = { readonly document: MetadataDocument; readonly chunks: Chunk[]; nextRow: number }

const rowsInChunk = 1_000
const charactersInChunk = 100_000

export function createSearchIndex(document: MetadataDocument): SearchIndex {
  return {
    document,
    chunks: [],
    nextRow: 0,
  }
}

/** Makes the rest of the index, so that the first search need not. */
export function* completeIndex(index: SearchIndex): SlicedWork<void> {
  while (yield* extendIndex(index)) yield
}

/** Where a text is looked for. */
export type SearchedPart = 'any' | 'key' | 'value'

/** Rows of the document's table whose key or value holds the folded text: 1 where it does. */
export function* searchRows(
  index: SearchIndex,
  needle: string,
  searched: SearchedPart = 'any',
): SlicedWork<Uint8Array> {
  const matches = new Uint8Array(countRows(index.document.rows))
  for (let at = 0; at < index.chunks.length || (yield* extendIndex(index)); at++) {
    const chunk = index.chunks[at]
    if (chunk) searchChunk(chunk, needle, searched, matches)
    yield
  }
  return matches
}

/** Even parts are keys, odd ones values. */
function isSearched(part: number, searched: SearchedPart): boolean {
  return searched === 'any' || (part & 1) === (searched === 'key' ? 0 : 1)
}

function searchChunk(
  { firstRow, text, ends }: Chunk,
  needle: string,
  searched: SearchedPart,
  matches: Uint8Array,
): void {
  let part = 0
  for (let at = text.indexOf(needle); at >= 0; ) {
    while (part < ends.length && (ends[part] ?? 0) <= at) part++
    // An empty text also stands at the very end.
    const end = ends[part]
    if (end === undefined) return
    const isWithinPart = at + needle.length <= end
    const isMatch = isWithinPart && isSearched(part, searched)
    if (isMatch) matches[firstRow + (part >> 1)] = 1
    at = text.indexOf(needle, isMatch ? (ends[part | 1] ?? end) : isWithinPart ? end : at + 1)
  }
}

/** Adds the next chunk; false when there was nothing left. */
function* extendIndex(index: SearchIndex): SlicedWork<boolean> {
  const { document } = index
  const firstRow = index.nextRow
  const total = countRows(document.rows)
  if (firstRow >= total) return false
  const parts: string[] = []
  let length = 0
  let row = firstRow
  for (; row < total && row < firstRow + rowsInChunk && length < charactersInChunk; row++) {
    const key = keyOf(document, row) ?? ''
    const value = isContainer(kindOf(document, row)) ? '' : wholeValueOf(document, row)
    parts.push(key, value)
    length += key.length + value.length
  }
  const chunk = yield* foldParts(parts)
  // Another search may have gone past this chunk while this one paused.
  if (index.nextRow === firstRow) {
    index.chunks.push({ firstRow, ...chunk })
    index.nextRow = row
  }
  return true
}

/** ASCII keeps its length when it is folded: then all parts can be at once, which is several times as quick. */
function* foldParts(parts: readonly string[]): SlicedWork<Omit<Chunk, 'firstRow'>> {
  const text = parts.join('')
  const isShort = text.length <= 2 * charactersInChunk
  if (isShort && isAscii(text)) return { text: fold(text), ends: endsOf(parts) }
  const folded: string[] = []
  for (const part of parts) folded.push(yield* foldLong(part))
  return { text: folded.join(''), ends: endsOf(folded) }
}

function endsOf(parts: readonly string[]): Int32Array {
  const ends = new Int32Array(parts.length)
  let end = 0
  for (let at = 0; at < parts.length; at++) {
    end += parts[at]?.length ?? 0
    ends[at] = end
  }
  return ends
}

function* foldLong(text: string): SlicedWork<string> {
  if (text.length <= charactersInChunk) return fold(text)
  let folded = ''
  for (let start = 0; start < text.length; ) {
    const end = wholeCharacters(text, start + charactersInChunk)
    folded += fold(text.slice(start, end))
    start = end
    yield
  }
  return folded
}

function wholeCharacters(text: string, end: number): number {
  return (text.codePointAt(end - 1) ?? 0) > 0xffff ? end + 1 : end
}
