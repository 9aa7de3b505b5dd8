import { cellOf, childIds, type DisplayRows } from './display-rows'
import { carryExpansion, type Expansion, expandAsBase, findCounterpart } from './expansion'
import type { FilteredRows } from './filter-rows'
import { indexOfRow, listVisible, nearestVisible } from './visible-rows'

/** What the tree shows. `activeId` is the row that keys act on: -1 only where there is no row. */
export type TreeState = {
  readonly display: DisplayRows
  readonly expansion: Expansion
  readonly filtered: FilteredRows | null
  /** Open rows as long as the filter holds; those of `expansion` come back after it. */
  readonly filteredOpen: Uint8Array | null
  readonly visible: Int32Array
  readonly activeId: number
}

type Parts = Omit<TreeState, 'visible'>

const settle = (parts: Parts): TreeState => {
  const open = parts.filteredOpen ?? parts.expansion.open
  const visible = listVisible(parts.display, open, parts.filtered?.shown ?? null)
  return { ...parts, visible, activeId: nearestVisible(parts.display, visible, parts.activeId) }
}

export const startTree = (display: DisplayRows): TreeState =>
  settle({
    display,
    expansion: expandAsBase(display, 'default'),
    filtered: null,
    filteredOpen: null,
    activeId: 0,
  })

/** The same view of a newer body of the same asset, still without filter. */
export const refreshTree = (state: TreeState, display: DisplayRows): TreeState =>
  settle({
    display,
    expansion: carryExpansion(state.display, state.expansion, display),
    filtered: null,
    filteredOpen: null,
    activeId: findCounterpart(state.display, state.activeId, display),
  })

export const isOpen = (state: TreeState, id: number): boolean =>
  (state.filteredOpen ?? state.expansion.open)[id] === 1

/** Rows below, as far as a filter shows them. */
export const childCountOf = (state: TreeState, id: number): number =>
  cellOf((state.filtered ?? state.display).childCount, id)

export const isExpandable = (state: TreeState, id: number): boolean => childCountOf(state, id) > 0

/** Among its siblings as far as a filter shows them, from 0. */
export const positionOf = (state: TreeState, id: number): number =>
  cellOf((state.filtered ?? state.display).position, id)

export const siblingCountOf = (state: TreeState, id: number): number => {
  const parent = cellOf(state.display.parent, id)
  return parent < 0 ? (state.filtered ?? state.display).topCount : childCountOf(state, parent)
}

export const activate = (state: TreeState, id: number): TreeState =>
  id === state.activeId || indexOfRow(state.visible, id) < 0 ? state : { ...state, activeId: id }

/** Opens or closes rows; those without anything below stay as they are. */
export const setOpen = (state: TreeState, ids: Iterable<number>, open: boolean): TreeState => {
  const cells = (state.filteredOpen ?? state.expansion.open).slice()
  for (const id of ids) if (isExpandable(state, id)) cells[id] = open ? 1 : 0
  return settle(withOpen(state, cells, state.expansion.base))
}

export const openSiblings = (state: TreeState): TreeState =>
  setOpen(state, childIds(state.display, cellOf(state.display.parent, state.activeId)), true)

export const expandAll = (state: TreeState): TreeState => setAll(state, 'all')

export const collapseAll = (state: TreeState): TreeState => setAll(state, 'none')

const setAll = (state: TreeState, base: 'all' | 'none'): TreeState =>
  settle(withOpen(state, expandAsBase(state.display, base).open, base))

const withOpen = (state: TreeState, open: Uint8Array, base: Expansion['base']): Parts =>
  state.filtered ? { ...state, filteredOpen: open } : { ...state, expansion: { base, open } }

/** Shows only what a filter leaves, or all again for null. The first match becomes active if the active row is hidden. */
export const applyFilter = (state: TreeState, filtered: FilteredRows | null): TreeState => {
  if (filtered === state.filtered) return state
  const next = settle({ ...state, filtered, filteredOpen: filtered?.open ?? null })
  if (!filtered || indexOfRow(next.visible, state.activeId) >= 0) return next
  return { ...next, activeId: findMatch({ ...next, activeId: -1 }, 1) ?? next.activeId }
}

/** The next visible match after the active row, or before it for -1; around the end. Null without any. */
export const findMatch = (state: TreeState, direction: 1 | -1): number | null => {
  const { visible, filtered } = state
  if (!filtered) return null
  const start = indexOfRow(visible, state.activeId)
  for (let step = 1; step <= visible.length; step++) {
    const index = (start + direction * step + 2 * visible.length) % visible.length
    const id = cellOf(visible, index)
    if (filtered.matches[id]) return id
  }
  return null
}
