import { countRows } from '../../../../shared/metadata-rows'
import { keyOf } from '../../../model/document/document'
import { cellOf, childIds, type DisplayRows, heading } from '../rows/display-rows'

/** Which rows show what is below them: 1 where open. `base` is the last choice made for all rows at once. */
export type Expansion = { readonly base: 'default' | 'all' | 'none'; readonly open: Uint8Array }

export function expandAsBase(display: DisplayRows, base: Expansion['base']): Expansion {
  if (base === 'default')
    return { base, open: display.heading.map((kind) => (kind === heading.none ? 0 : 1)) }
  return { base, open: new Uint8Array(display.count).fill(base === 'all' ? 1 : 0) }
}

function isOpenInBase(display: DisplayRows, base: Expansion['base'], id: number): boolean {
  return base === 'all' || (base === 'default' && display.heading[id] !== heading.none)
}

/**
 * The same expansion for a newer body of the same asset. Rows are recognised by their path; of fields with the same key
 * the first stays the first.
 */
export function carryExpansion(from: DisplayRows, expansion: Expansion, to: DisplayRows): Expansion {
  const carried = expandAsBase(to, expansion.base)
  const touched = markTouched(from, expansion)
  const pairs: [number, number][] = touched.any ? [[-1, -1]] : []
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const children = stepsBelow(to, pair[1])
    for (const [step, id] of stepsBelow(from, pair[0])) {
      const counterpart = touched.below[id] ? children.get(step) : undefined
      if (counterpart === undefined) continue
      carried.open[counterpart] = expansion.open[id] ?? 0
      pairs.push([id, counterpart])
    }
  }
  return carried
}

/** The same expansion for the same body in other groups: every value is open where it was. */
export function regroupExpansion(
  from: DisplayRows,
  expansion: Expansion,
  to: DisplayRows,
  ids: IdsBySource,
): Expansion {
  const regrouped = expandAsBase(to, expansion.base)
  for (let id = 0; id < from.count; id++) {
    const counterpart = counterpartBySource(from, id, ids)
    if (counterpart >= 0) regrouped.open[counterpart] = expansion.open[id] ?? 0
  }
  return regrouped
}

/** The row of the same value in other groups; for the heading of a group the section around it. */
export function findRegrouped(from: DisplayRows, id: number, ids: IdsBySource): number {
  for (let at = id; at >= 0; at = cellOf(from.parent, at)) {
    const counterpart = counterpartBySource(from, at, ids)
    if (counterpart >= 0) return counterpart
  }
  return -1
}

/** The row of each value of the body, from 1, so that 0 stands for a value that has none. */
export type IdsBySource = Int32Array

export function idsBySource(display: DisplayRows): IdsBySource {
  const ids = new Int32Array(countRows(display.document.rows))
  for (let id = 0; id < display.count; id++) {
    const source = cellOf(display.source, id)
    if (source >= 0) ids[source] = id + 1
  }
  return ids
}

function counterpartBySource(from: DisplayRows, id: number, ids: IdsBySource): number {
  const source = cellOf(from.source, id)
  return source < 0 ? -1 : cellOf(ids, source) - 1
}

/** The row of the newer body with the same path, or its closest ancestor; -1 if there is none. */
export function findCounterpart(from: DisplayRows, id: number, to: DisplayRows): number {
  const path: number[] = []
  for (let at = id; at >= 0; at = cellOf(from.parent, at)) path.push(at)
  let found = -1
  for (const at of path.reverse()) {
    const step = [...stepsBelow(from, cellOf(from.parent, at), at).keys()].at(-1)
    const next = step === undefined ? undefined : stepsBelow(to, found).get(step)
    if (next === undefined) break
    found = next
  }
  return found
}

function markTouched(display: DisplayRows, { base, open }: Expansion) {
  const below = new Uint8Array(display.count)
  let any = false
  for (let id = display.count - 1; id >= 0; id--) {
    const isTouched =
      cellOf(display.childCount, id) > 0 && isOpenInBase(display, base, id) !== (open[id] === 1)
    if (!isTouched && !below[id]) continue
    any = true
    below[id] = 1
    const parent = cellOf(display.parent, id)
    if (parent >= 0) below[parent] = 1
  }
  return { any, below }
}

/** The rows below by a name that is unique among them, in order, up to and with `last`. */
function stepsBelow(
  display: DisplayRows,
  parent: number,
  last = Number.POSITIVE_INFINITY,
): Map<string, number> {
  const steps = new Map<string, number>()
  const seen = new Map<string, number>()
  for (const id of childIds(display, parent)) {
    const name = nameOf(display, id)
    const occurrence = seen.get(name) ?? 0
    seen.set(name, occurrence + 1)
    steps.set(`${occurrence} ${name}`, id)
    if (id === last) break
  }
  return steps
}

function nameOf(display: DisplayRows, id: number): string {
  if (display.heading[id] === heading.meaning) return `meaning ${display.meanings.get(id)}`
  if (display.heading[id] === heading.namespace) {
    const prefix = display.namespaces.get(id) ?? null
    return prefix === null ? 'no namespace' : `namespace ${prefix}`
  }
  const key = keyOf(display.document, cellOf(display.source, id))
  return key === null ? 'item' : `key ${key}`
}
