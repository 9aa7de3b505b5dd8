import { useMemo } from 'react'
import type { MetadataReading } from '../../../../shared/metadata'
import { useMessages } from '../../../language/messages'
import messages from '../messages/en.json'
import type { MissingReport } from '../search/use-missing'
import type { TextSearch } from '../search/use-text-search'
import { matchNumber, type TreeState } from '../tree/tree-state'
import type { Matches } from './match-steps'

type Shown = {
  tree: TreeState
  filterText: string
  missing: MissingReport | null
  /** Null where the tree is shown. */
  text: { reading: MetadataReading; search: TextSearch; isSearched: boolean } | null
}

/** How many rows or matches there are, and which match is the current one. */
export function useCounts({ tree, filterText, missing, text }: Shown): {
  count: string
  matches: Matches | null
} {
  const say = useMessages(messages)
  const numberInTree = useMemo(() => matchNumber(tree), [tree])
  if (text && (text.isSearched || !missing)) {
    const count = text.search.found.starts.length
    if (count > 0)
      return { count: say('text.matches', { count }), matches: { count, number: text.search.current + 1 } }
    if (text.isSearched) return { count: say('text.none', { text: filterText }), matches: null }
    return { count: say('text.size', { count: text.reading.text.length }), matches: null }
  }
  const { filtered, display } = tree
  const count = filtered?.matchCount ?? 0
  const matches = count > 0 && !text ? { count, number: numberInTree } : null
  if (missing) {
    const empty = missing.fields.filter(({ emptyRows }) => emptyRows.length > 0).length
    const absent = missing.fields.length - empty
    const words =
      empty === 0 ? say('count.missing', { absent }) : say('count.missingAndEmpty', { absent, empty })
    return { count: words, matches }
  }
  if (!filtered) return { count: say('count.all', { count: display.fieldCount }), matches }
  if (count === 0) return { count: say('count.none', { text: filterText }), matches }
  return { count: say('count.matching', { matches: count, count: display.fieldCount }), matches }
}
