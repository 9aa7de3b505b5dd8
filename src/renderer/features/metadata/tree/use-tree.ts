import { useEffect, useMemo, useState } from 'react'
import type { MetadataReading } from '../../../../shared/metadata'
import { arrangeRows } from './display-rows'
import { filterRows } from './filter-rows'
import { fold } from './fold'
import { runSliced } from './run-sliced'
import { completeIndex, createSearchIndex, searchRows } from './search-index'
import { applyFilter, refreshTree, startTree, type TreeState } from './tree-state'

export type ChangeTree = (change: (tree: TreeState) => TreeState) => void

/** The state of the tree for the latest reading. It survives a refresh of the same asset, and the filter any change. */
export const useTree = ({ connectionId, assetId, text, rows }: MetadataReading) => {
  const display = useMemo(() => arrangeRows({ text, rows }), [text, rows])
  const asset = `${connectionId} ${assetId}`
  const [view, setView] = useState(() => ({ asset, tree: startTree(display) }))
  const [filterText, setFilterText] = useState('')

  let tree = view.tree
  if (tree.display !== display) {
    tree = view.asset === asset ? refreshTree(tree, display) : startTree(display)
    setView({ asset, tree })
  }

  const change: ChangeTree = (step) => setView((now) => ({ ...now, tree: step(now.tree) }))

  const index = useMemo(() => createSearchIndex(display.document), [display])
  const needle = fold(filterText)
  useEffect(() => {
    const update = (step: (tree: TreeState) => TreeState) =>
      setView((now) => (now.tree.display === display ? { ...now, tree: step(now.tree) } : now))
    if (needle === '') {
      update((now) => applyFilter(now, null))
      return
    }
    const search = new AbortController()
    void runSliced(searchRows(index, needle), search.signal).then((matches) => {
      if (matches) update((now) => applyFilter(now, filterRows(display, needle, matches)))
    })
    return () => search.abort()
  }, [display, index, needle])

  // The first letter typed then finds as fast as the next ones.
  useEffect(() => {
    const preparation = new AbortController()
    void runSliced(completeIndex(index), preparation.signal)
    return () => preparation.abort()
  }, [index])

  return { tree, change, filterText, setFilterText }
}
