import type { SearchField } from '@react-spectrum/s2/SearchField'
import { type ComponentRef, useEffect, useLayoutEffect, useRef } from 'react'
import { useFilterShortcut } from './toolbar/use-filter-shortcut'

type Options = {
  isText: boolean
  /** False where the filter has hidden the whole tree, and the list of missing fields stands alone. */
  hasRows: boolean
  /** The tree takes the focus when it appears. */
  initialFocus: boolean
}

/** The parts of the view that can have the focus, and how it gets from one to the other. */
export function useViewFocus({ isText, hasRows, initialFocus }: Options) {
  const root = useRef<HTMLElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const text = useRef<HTMLElement>(null)
  const missing = useRef<HTMLUListElement>(null)
  const filter = useRef<ComponentRef<typeof SearchField>>(null)

  useFilterShortcut(root, () => {
    filter.current?.focus()
    filter.current?.getInputElement()?.select()
  })
  const focusesAtFirst = useRef(initialFocus)
  useEffect(() => {
    if (focusesAtFirst.current) grid.current?.focus({ preventScroll: true })
  }, [])
  // A user who left the filter before the search was done is in the tree that it now hides.
  useLayoutEffect(() => {
    if (!hasRows && grid.current === document.activeElement) (missing.current ?? filter.current)?.focus()
  }, [hasRows])

  function focusContent() {
    const content = isText ? text : hasRows ? grid : missing
    content.current?.focus({ preventScroll: true })
  }
  return { root, grid, text, missing, filter, focusContent }
}
