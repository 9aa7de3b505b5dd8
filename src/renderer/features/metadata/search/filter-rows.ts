import { cellOf, type DisplayRows, heading } from '../rows/display-rows'
import type { Needles } from './filter-query'

/** The rows that a filter shows, with their positions and counts. */
export type FilteredRows = {
  /** Folded texts that were looked for. */
  readonly needles: Needles
  readonly matches: Uint8Array
  readonly matchCount: number
  readonly shown: Uint8Array
  /** Where the branches that hold matches are open at first. */
  readonly open: Uint8Array
  /** Among the siblings that are shown, from 0. */
  readonly position: Int32Array
  readonly childCount: Int32Array
  readonly topCount: number
}

/**
 * Shows the fields that match and their ancestors. A matching field without a match inside keeps all that is below it,
 * collapsed: a user who searches for a field wants to see its content.
 */
export function filterRows(
  display: DisplayRows,
  needles: Needles,
  matchingSources: Uint8Array,
): FilteredRows {
  const { count } = display
  const matches = new Uint8Array(count)
  const holdsMatch = new Uint8Array(count)
  let matchCount = 0
  for (let id = count - 1; id >= 0; id--) {
    if (display.heading[id] === heading.none && matchingSources[cellOf(display.source, id)]) {
      matches[id] = 1
      matchCount++
    }
    const parent = cellOf(display.parent, id)
    if (parent >= 0 && (matches[id] || holdsMatch[id])) holdsMatch[parent] = 1
  }
  const shown = new Uint8Array(count)
  let shownEnd = 0
  for (let id = 0; id < count; id++) {
    if (matches[id] && !holdsMatch[id]) shownEnd = Math.max(shownEnd, cellOf(display.end, id))
    shown[id] = holdsMatch[id] || id < shownEnd ? 1 : 0
  }
  return { needles, matches, matchCount, shown, open: holdsMatch, ...numberShown(display, shown) }
}

function numberShown(display: DisplayRows, shown: Uint8Array) {
  const position = new Int32Array(display.count)
  const childCount = new Int32Array(display.count)
  let topCount = 0
  for (let id = 0; id < display.count; id++) {
    if (!shown[id]) continue
    const parent = cellOf(display.parent, id)
    if (parent < 0) {
      position[id] = topCount++
    } else {
      const before = cellOf(childCount, parent)
      position[id] = before
      childCount[parent] = before + 1
    }
  }
  return { position, childCount, topCount }
}
