import { keyOf } from '../../../model/document/document'
import { cellOf, childIds, type DisplayRows } from './display-rows'

/** How many fields of the same object have the key of a row: 1 where it is alone. */
export type CountSameKey = (id: number) => number

/**
 * Counts on the first request for a row, then for all its siblings at once. Equal keys are siblings in the display too: they
 * are of the same namespace.
 */
export function createSameKeyCounter(display: DisplayRows): CountSameKey {
  const countsByParent = new Map<number, ReadonlyMap<string, number>>()
  return (id) => {
    const key = keyOfRow(display, id)
    if (key === null) return 1
    const parent = cellOf(display.parent, id)
    const counts = countsByParent.get(parent) ?? countKeys(display, parent)
    countsByParent.set(parent, counts)
    return counts.get(key) ?? 1
  }
}

function keyOfRow(display: DisplayRows, id: number): string | null {
  const source = cellOf(display.source, id)
  return source < 0 ? null : keyOf(display.document, source)
}

/** Holds only the keys that appear more than once. */
function countKeys(display: DisplayRows, parent: number): ReadonlyMap<string, number> {
  const seen = new Set<string>()
  const repeated = new Map<string, number>()
  for (const id of childIds(display, parent)) {
    const key = keyOfRow(display, id)
    if (key === null) continue
    if (seen.has(key)) repeated.set(key, (repeated.get(key) ?? 1) + 1)
    else seen.add(key)
  }
  return repeated
}
