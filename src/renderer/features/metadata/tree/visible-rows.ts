import { cellOf, type DisplayRows } from '../rows/display-rows'

/** The rows that are not inside a collapsed branch, in order. */
export function listVisible(display: DisplayRows, open: Uint8Array, shown: Uint8Array | null): Int32Array {
  const visible = new Int32Array(display.count)
  const { end } = display
  let count = 0
  let id = 0
  while (id < display.count) {
    if (shown && !shown[id]) {
      id = cellOf(end, id)
    } else {
      visible[count++] = id
      id = open[id] ? id + 1 : cellOf(end, id)
    }
  }
  return visible.subarray(0, count)
}

/** Where a row stands among the visible ones, which ascend; -1 if it does not. */
export function indexOfRow(visible: Int32Array, id: number): number {
  let low = 0
  let high = visible.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = cellOf(visible, middle)
    if (found === id) return middle
    if (found < id) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** The row itself or the closest ancestor that is visible, else the first visible row; -1 if there is none. */
export function nearestVisible(display: DisplayRows, visible: Int32Array, id: number): number {
  for (let at = id; at >= 0; at = cellOf(display.parent, at)) if (indexOfRow(visible, at) >= 0) return at
  return cellOf(visible, 0)
}
