import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import type { FoldablePane, Panes, SizedPane } from '../../../shared/session'

export type PaneMemory = Panes & {
  /** Null is the usual size. */
  resize: (pane: SizedPane, size: number | null) => void
  fold: (pane: FoldablePane, isOpen: boolean) => void
}

export const asAtFirst: Panes = { sizes: {}, open: {} }

/** How the user has arranged the window; whoever stands outside of it is as at the first start. */
export const PaneMemoryContext = createContext<PaneMemory>({
  ...asAtFirst,
  resize: () => undefined,
  fold: () => undefined,
})

export function usePaneMemory(): PaneMemory {
  return useContext(PaneMemoryContext)
}

/** The arrangement as it was left, and `onChange` for each change of it. */
export function useOwnPaneMemory(left: Panes, onChange: (panes: Panes) => void): PaneMemory {
  const [panes, setPanes] = useState(left)
  const change = useCallback(
    (next: Panes) => {
      setPanes(next)
      onChange(next)
    },
    [onChange],
  )
  const resize: PaneMemory['resize'] = useCallback(
    (pane, size) => {
      const { [pane]: _, ...others } = panes.sizes
      change({ ...panes, sizes: size === null ? others : { ...others, [pane]: size } })
    },
    [panes, change],
  )
  const fold: PaneMemory['fold'] = useCallback(
    (pane, isOpen) => change({ ...panes, open: { ...panes.open, [pane]: isOpen } }),
    [panes, change],
  )
  return useMemo(() => ({ ...panes, resize, fold }), [panes, resize, fold])
}
