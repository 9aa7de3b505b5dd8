import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { MetadataReading } from '../../../../shared/metadata'
import type { MetadataDocument } from '../../../model/document/document'
import { arrangeRows, type DisplayRows, type Grouping } from '../rows/display-rows'
import { hasSameShape } from '../rows/same-shape'
import { isEmptyQuery, needlesOf, parseFilter } from '../search/filter-query'
import { filterRows } from '../search/filter-rows'
import { findRows } from '../search/find-rows'
import { runSliced } from '../search/run-sliced'
import { completeIndex, createSearchIndex } from '../search/search-index'
import { applyFilter, refreshTree, regroupTree, startTree, type TreeState } from './tree-state'

export type ChangeTree = (change: (tree: TreeState) => TreeState) => void

/** A value that is typed arranges no row anew. */
function useArrangedRows(document: MetadataDocument, grouping: Grouping): DisplayRows {
  const latest = useRef<{ display: DisplayRows; grouping: Grouping } | null>(null)
  return useMemo(() => {
    const before = latest.current
    const isAsBefore = before?.grouping === grouping && hasSameShape(before.display.document, document)
    const display = isAsBefore ? { ...before.display, document } : arrangeRows(document, grouping)
    latest.current = { display, grouping }
    return display
  }, [document, grouping])
}

/** The tree of the latest reading. Its state survives a refresh of the same asset, and the filter also a switch to another. */
export function useTree({ connectionId, assetId, text, rows }: MetadataReading, grouping: Grouping) {
  const document = useMemo(() => ({ text, rows }), [text, rows])
  const display = useArrangedRows(document, grouping)
  const asset = `${connectionId} ${assetId}`
  const [view, setView] = useState(() => ({ asset, tree: startTree(display) }))
  const [filterText, setFilterText] = useState('')

  let tree = view.tree
  if (tree.display !== display) {
    if (view.asset !== asset) tree = startTree(display)
    else if (tree.display.document === document) tree = regroupTree(tree, display)
    else tree = refreshTree(tree, display)
    setView({ asset, tree })
  }

  const change: ChangeTree = useCallback((step) => setView((now) => ({ ...now, tree: step(now.tree) })), [])

  const index = useMemo(() => createSearchIndex(document), [document])
  const query = useMemo(() => parseFilter(filterText), [filterText])
  useEffect(() => {
    function update(step: (tree: TreeState) => TreeState) {
      return setView((now) => (now.tree.display === display ? { ...now, tree: step(now.tree) } : now))
    }
    if (isEmptyQuery(query)) {
      update((now) => applyFilter(now, null))
      return
    }
    const search = new AbortController()
    void runSliced(findRows(index, query), search.signal).then((matches) => {
      if (matches) update((now) => applyFilter(now, filterRows(display, needlesOf(query), matches)))
    })
    return () => search.abort()
  }, [display, index, query])

  // The first search is then as fast as the next ones.
  useEffect(() => {
    const preparation = new AbortController()
    void runSliced(completeIndex(index), preparation.signal)
    return () => preparation.abort()
  }, [index])

  return { asset, tree, change, filterText, setFilterText, query }
}
