import { decodeStringToken } from '../../../../shared/metadata-rows'
import { findRanges, type TextRange } from '../../../components/text/fold'
import { isHighSurrogate } from '../../../model/document/document'
import type { SlicedWork } from './run-sliced'

/** Where a text was found, in order and without overlap. */
export type FoundRanges = { readonly starts: Int32Array; readonly ends: Int32Array }

const charactersAtOnce = 25_000
const longestEscape = '\\u0000'.length
/** A character folds to at most four, and each of them may be an escape. */
const longestFold = 4 * longestEscape

/** All matches of the folded text in a JSON text of any length, both as written and unescaped. */
export function* searchText(text: string, needle: string): SlicedWork<FoundRanges> {
  const starts: number[] = []
  const ends: number[] = []
  let lastEnd = 0
  for (let from = 0; needle !== '' && from < text.length; ) {
    const to = endOfPiece(text, from)
    const part = text.slice(from, to + needle.length * longestFold)
    for (const { start, end } of findInPart(part, needle)) {
      if (from + start >= to) break
      if (from + start < lastEnd) continue
      starts.push(from + start)
      lastEnd = from + end
      ends.push(lastEnd)
    }
    from = to
    yield
  }
  return { starts: Int32Array.from(starts), ends: Int32Array.from(ends) }
}

/** Where a piece may end: not within a character, nor within an escape. */
function endOfPiece(text: string, from: number): number {
  const wanted = from + charactersAtOnce
  if (wanted >= text.length) return text.length
  const last = wanted - longestEscape + text.slice(wanted - longestEscape, wanted).lastIndexOf('\\')
  let first = last
  while (first > from && text[first - 1] === '\\') first--
  const isEscape = text[last] === '\\' && (last - first) % 2 === 0
  if (isEscape && last + (text[last + 1] === 'u' ? longestEscape : 2) > wanted) return last
  return isHighSurrogate(text.charCodeAt(wanted - 1)) ? wanted + 1 : wanted
}

function findInPart(part: string, needle: string): readonly TextRange[] {
  const written = findRanges(part, needle, Number.POSITIVE_INFINITY)
  if (!part.includes('\\')) return written
  const { decoded, origins } = decodeEscapes(part)
  const meant = findRanges(decoded, needle, Number.POSITIVE_INFINITY).map(({ start, end }) => ({
    start: origins[start] ?? 0,
    end: origins[end] ?? part.length,
  }))
  return [...written, ...meant].sort((one, other) => one.start - other.start)
}

/** `origins` holds where each unit of the decoded text, and its end, stands in the text. */
function decodeEscapes(text: string): { decoded: string; origins: Int32Array } {
  const origins = new Int32Array(text.length + 1)
  const parts: string[] = []
  let at = 0
  let length = 0
  function takePlain(end: number): void {
    parts.push(text.slice(at, end))
    while (at < end) origins[length++] = at++
  }
  for (const { 0: written, index } of text.matchAll(/\\(?:u[\da-f]{4}|["\\/bfnrt])/gi)) {
    takePlain(index)
    parts.push(decodeStringToken(`"${written}"`))
    origins[length++] = at
    at += written.length
  }
  takePlain(text.length)
  origins[length] = at
  return { decoded: parts.join(''), origins }
}

/** The first of ascending numbers that is greater than a value; their count if none is. */
export function firstAbove(ascending: Int32Array | readonly number[], value: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) > value) high = middle
    else low = middle + 1
  }
  return low
}
