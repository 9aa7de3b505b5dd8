import type { Range, Virtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, useLayoutEffect } from 'react'

/*
 * Walking through a list of which only the rows in sight are elements of the page: the list has the focus and names its
 * active row.
 */

type Heights = { row: number; header?: number }

/** Rows that fit into the list, less one, so that a page further keeps one row in sight. */
export function rowsOnPage(list: HTMLElement | null, { row, header = 0 }: Heights): number {
  const rows = Math.floor(((list?.clientHeight ?? 0) - header) / row)
  return Number.isFinite(rows) ? Math.max(1, rows - 1) : 1
}

type Walk = { active: number; count: number; page: number }

/** The row that a key leads to; null for a key that leads to none, and for one with a modifier. */
export function rowAfterKey(event: KeyboardEvent, { active, count, page }: Walk): number | null {
  if (hasModifier(event)) return null
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: count - 1,
  }
  const next = steps[event.key]
  return next === undefined ? null : Math.max(0, Math.min(count - 1, next))
}

export function hasModifier({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return altKey || ctrlKey || metaKey || shiftKey
}

/** What a click is on, as the attribute of its row says. */
export function attributeOfRow({ target }: MouseEvent, attribute: `data-${string}`): string | null {
  const row = target instanceof Element ? target.closest(`[${attribute}]`) : null
  return row?.getAttribute(attribute) ?? null
}

/** The rows in sight with some around them, and the active one, which assistive technology follows out of sight. */
export function rowsToDraw({ startIndex, endIndex, overscan, count }: Range, active: number): number[] {
  const first = Math.max(0, startIndex - overscan)
  const last = Math.min(count - 1, endIndex + overscan)
  const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset)
  if (active < 0 || active >= count || (active >= first && active <= last)) return indexes
  return active < first ? [active, ...indexes] : [...indexes, active]
}

/** Forgets the positions that were measured with a former row height. */
export function useRowHeight(virtualizer: Virtualizer<HTMLDivElement, Element>, height: number): void {
  useLayoutEffect(() => {
    if (height > 0) virtualizer.measure()
  }, [virtualizer, height])
}
