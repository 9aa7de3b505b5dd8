import { cellOf } from '../rows/display-rows'
import { activate, type TreeState } from './tree-state'
import { indexOfRow } from './visible-rows'

/** Selects all rows from where the selection began to this one, which becomes active. */
export function extendSelection(state: TreeState, id: number): TreeState {
  const to = indexOfRow(state.visible, id)
  const from = indexOfRow(state.visible, state.anchorId)
  if (to < 0 || from < 0) return state
  if (to === from) return activate(state, id)
  const [first, last] = [Math.min(from, to), Math.max(from, to)]
  const cells = new Uint8Array(state.display.count)
  for (let index = first; index <= last; index++) cells[cellOf(state.visible, index)] = 1
  return { ...state, activeId: id, selected: { cells, count: last - first + 1 } }
}

/** Adds a row to the selection or takes it out. The last one stays. */
export function toggleSelected(state: TreeState, id: number): TreeState {
  if (indexOfRow(state.visible, id) < 0) return state
  const cells = state.selected?.cells.slice() ?? new Uint8Array(state.display.count)
  cells[state.activeId] = state.selected ? (cells[state.activeId] ?? 0) : 1
  const before = state.selected?.count ?? 1
  if (cells[id] && before === 1) return state
  const count = before + (cells[id] ? -1 : 1)
  cells[id] = cells[id] ? 0 : 1
  const activeId = cells[id] ? id : cells.indexOf(1)
  if (count === 1) return activate(state, activeId)
  return { ...state, activeId, anchorId: activeId, selected: { cells, count } }
}

export function selectAll(state: TreeState): TreeState {
  const { visible } = state
  if (visible.length < 2) return state
  return extendSelection({ ...state, anchorId: cellOf(visible, 0) }, cellOf(visible, visible.length - 1))
}

export function isSelected({ selected, activeId }: TreeState, id: number): boolean {
  return selected ? selected.cells[id] === 1 : id === activeId
}

/** In the order of display. */
export function selectedIds({ selected, activeId, visible }: TreeState): readonly number[] {
  if (selected) return [...visible.filter((id) => selected.cells[id] === 1)]
  return activeId < 0 ? [] : [activeId]
}
