import { useEffect, useState } from 'react'
import { runSliced } from './run-sliced'
import { type FoundRanges, searchText } from './text-search'

/** `current` is the range that is looked at; -1 without any. */
export type TextSearch = { readonly found: FoundRanges; readonly current: number }

const nothing: TextSearch = { found: { starts: new Int32Array(0), ends: new Int32Array(0) }, current: -1 }

/** What of the folded text was found in the body; `step` goes to the next or the one before, around the end. */
export function useTextSearch(text: string, needle: string) {
  const [search, setSearch] = useState(nothing)
  useEffect(() => {
    const work = new AbortController()
    void runSliced(searchText(text, needle), work.signal).then((found) => {
      if (found) setSearch({ found, current: found.starts.length > 0 ? 0 : -1 })
    })
    return () => work.abort()
  }, [text, needle])
  function step(direction: 1 | -1) {
    return setSearch(({ found, current }) => {
      const count = found.starts.length
      return { found, current: count === 0 ? -1 : (current + direction + count) % count }
    })
  }
  return { search, step }
}
