import { cellOf, childIds, type DisplayRows } from '../rows/display-rows'
import type { FilteredRows } from '../search/filter-rows'
import {
  carryExpansion,
  type Expansion,
  expandAsBase,
  findCounterpart,
  findRegrouped,
  idsBySource,
  regroupExpansion,
} from './expansion'
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
  /** Where a selection of several rows began. */
  readonly anchorId: number
  /** Several rows that are visible; null where only the active row is selected. */
  readonly selected: SelectedRows | null
}

/** `cells` holds 1 for each row that is selected. */
export type SelectedRows = { readonly cells: Uint8Array; readonly count: number }

type Parts = Omit<TreeState, 'visible' | 'anchorId' | 'selected'>

function settle(parts: Parts): TreeState {
  const open = parts.filteredOpen ?? parts.expansion.open
  const visible = listVisible(parts.display, open, parts.filtered?.shown ?? null)
  const activeId = nearestVisible(parts.display, visible, parts.activeId)
  return { ...parts, visible, activeId, anchorId: activeId, selected: null }
}

export function startTree(display: DisplayRows): TreeState {
  return settle({
    display,
    expansion: expandAsBase(display, 'default'),
    filtered: null,
    filteredOpen: null,
    activeId: 0,
  })
}

const unfiltered = { filtered: null, filteredOpen: null }

/** The same view of a newer body of the same asset, still without filter. */
export function refreshTree(state: TreeState, display: DisplayRows): TreeState {
  // Arranged as before: each row is its own counterpart.
  if (display.source === state.display.source) return settle({ ...state, display, ...unfiltered })
  return settle({
    display,
    expansion: carryExpansion(state.display, state.expansion, display),
    ...unfiltered,
    activeId: findCounterpart(state.display, state.activeId, display),
  })
}

/** The same view of the same body in other groups, still without filter. */
export function regroupTree(state: TreeState, display: DisplayRows): TreeState {
  const ids = idsBySource(display)
  return settle({
    display,
    expansion: regroupExpansion(state.display, state.expansion, display, ids),
    filtered: null,
    filteredOpen: null,
    activeId: findRegrouped(state.display, state.activeId, ids),
  })
}

export function isOpen(state: TreeState, id: number): boolean {
  return (state.filteredOpen ?? state.expansion.open)[id] === 1
}

/** Rows below, as far as a filter shows them. */
export function childCountOf(state: TreeState, id: number): number {
  return cellOf((state.filtered ?? state.display).childCount, id)
}

export function isExpandable(state: TreeState, id: number): boolean {
  return childCountOf(state, id) > 0
}

/** Among its siblings as far as a filter shows them, from 0. */
export function positionOf(state: TreeState, id: number): number {
  return cellOf((state.filtered ?? state.display).position, id)
}

export function siblingCountOf(state: TreeState, id: number): number {
  const parent = cellOf(state.display.parent, id)
  return parent < 0 ? (state.filtered ?? state.display).topCount : childCountOf(state, parent)
}

/** Makes a row the active one, and the only one that is selected. */
export function activate(state: TreeState, id: number): TreeState {
  const isSame = id === state.activeId && id === state.anchorId && state.selected === null
  if (isSame || indexOfRow(state.visible, id) < 0) return state
  return { ...state, activeId: id, anchorId: id, selected: null }
}

/** Opens or closes rows; those without anything below stay as they are. */
export function setOpen(state: TreeState, ids: Iterable<number>, open: boolean): TreeState {
  const cells = (state.filteredOpen ?? state.expansion.open).slice()
  for (const id of ids) if (isExpandable(state, id)) cells[id] = open ? 1 : 0
  return settle(withOpen(state, cells, state.expansion.base))
}

export function openSiblings(state: TreeState): TreeState {
  return setOpen(state, childIds(state.display, cellOf(state.display.parent, state.activeId)), true)
}

export function expandAll(state: TreeState): TreeState {
  return setAll(state, 'all')
}

export function collapseAll(state: TreeState): TreeState {
  return setAll(state, 'none')
}

function setAll(state: TreeState, base: 'all' | 'none'): TreeState {
  return settle(withOpen(state, expandAsBase(state.display, base).open, base))
}

function withOpen(state: TreeState, open: Uint8Array, base: Expansion['base']): Parts {
  return state.filtered ? { ...state, filteredOpen: open } : { ...state, expansion: { base, open } }
}

/** Shows only what a filter leaves, or all again for null. The first match becomes active if the active row is hidden. */
export function applyFilter(state: TreeState, filtered: FilteredRows | null): TreeState {
  if (filtered === state.filtered) return state
  const next = settle({ ...state, filtered, filteredOpen: filtered?.open ?? null })
  if (!filtered || indexOfRow(next.visible, state.activeId) >= 0) return next
  return { ...next, activeId: findMatch({ ...next, activeId: -1 }, 1) ?? next.activeId }
}

/** The next match after the active row, or before it for -1; around the end. Null without any. */
export function findMatch({ filtered, activeId }: TreeState, direction: 1 | -1): number | null {
  if (!filtered || filtered.matchCount === 0) return null
  const { matches } = filtered
  const found =
    direction === 1
      ? matches.indexOf(1, activeId + 1)
      : activeId > 0
        ? matches.lastIndexOf(1, activeId - 1)
        : -1
  if (found >= 0) return found
  return direction === 1 ? matches.indexOf(1) : matches.lastIndexOf(1)
}

/** Goes to the next match, or the one before for -1, and opens the branches that hide it. */
export function goToMatch(state: TreeState, direction: 1 | -1): TreeState {
  const id = findMatch(state, direction)
  return id === null ? state : reveal(state, id)
}

function reveal(state: TreeState, id: number): TreeState {
  const above: number[] = []
  for (let at = cellOf(state.display.parent, id); at >= 0; at = cellOf(state.display.parent, at))
    if (!isOpen(state, at)) above.push(at)
  return activate(above.length > 0 ? setOpen(state, above, true) : state, id)
}

/** Makes the row of a value active, and opens the branches that hide it. */
export function revealSource(state: TreeState, source: number): TreeState {
  const id = cellOf(idsBySource(state.display), source) - 1
  return id < 0 ? state : reveal(state, id)
}

/** Which of the matches the active row is, from 1; null if it is none. */
export function matchNumber({ filtered, activeId }: TreeState): number | null {
  if (!filtered?.matches[activeId]) return null
  let number = 0
  for (let id = 0; id <= activeId; id++) number += filtered.matches[id] ?? 0
  return number
}
