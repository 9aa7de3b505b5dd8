import { isHighSurrogate } from './document'
import { findRanges } from './fold'
import type { SlicedWork } from './run-sliced'

/** Where a text was found, in order and without overlap. */
export type FoundRanges = { readonly starts: Int32Array; readonly ends: Int32Array }

const charactersAtOnce = 100_000
/** A character folds to at most this many. */
const longestFold = 4

/** Everywhere that the folded text stands in a body of any length. */
export function* searchText(text: string, needle: string): SlicedWork<FoundRanges> {
  const starts: number[] = []
  const ends: number[] = []
  let lastEnd = 0
  for (let from = 0; needle !== '' && from < text.length; ) {
    const wanted = Math.min(text.length, from + charactersAtOnce)
    const to = isHighSurrogate(text.charCodeAt(wanted - 1)) ? wanted + 1 : wanted
    const part = text.slice(from, to + needle.length * longestFold)
    for (const { start, end } of findRanges(part, needle, Number.POSITIVE_INFINITY)) {
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

/** The first of ascending numbers that is greater than a value; their count if none is. */
export const firstAbove = (ascending: Int32Array | readonly number[], value: number): number => {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) > value) high = middle
    else low = middle + 1
  }
  return low
}
