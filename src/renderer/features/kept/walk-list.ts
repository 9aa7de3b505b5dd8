import type { KeyboardEvent } from 'react'

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
}

/** Arrow keys, Home and End walk the entries of a list, of which one alone is a stop of the Tab key. */
export function walkList(event: KeyboardEvent<HTMLElement>): void {
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-entry]')]
  const at = event.target instanceof HTMLElement ? entries.indexOf(event.target) : -1
  const next = at < 0 ? undefined : steps[event.key]?.(at, entries.length - 1)
  if (next === undefined) return
  event.preventDefault()
  entries[next]?.focus()
}
