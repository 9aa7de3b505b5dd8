import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { type KeyboardEvent, useState } from 'react'
import type { AssetNames } from '../../../shared/asset-names'
import type { Connection } from '../../../shared/connections'
import { type AssetKey, assetKeyOf, isSameAsset } from '../../../shared/kept'
import { useStableCallback } from '../../components/use-stable-callback'
import { shownName } from './find-kept'
import { KeptRow } from './kept-row'

const list = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 2,
  margin: 0,
  padding: 0,
  listStyleType: 'none',
})

export type KeptEntry = AssetKey & { names: AssetNames; detail: string; hasFailed: boolean }

export type KeptListProps = {
  label: string
  entries: readonly KeptEntry[]
  connections: readonly Connection[]
  current: AssetKey | null
  onOpen: (asset: AssetKey) => void
  onRemove?: (entry: KeptEntry) => void
}

/** Assets to come back to: one stop of the Tab key, walked with the arrow keys, and Delete removes. */
export function KeptList({ label, entries, connections, current, onOpen, onRemove }: KeptListProps) {
  const [stop, setStop] = useState<string | null>(null)
  const stopAt = Math.max(
    entries.findIndex((entry) => idOf(entry) === stop),
    0,
  )
  const nameOf = new Map(connections.map(({ id, name }) => [id, name]))
  function withEntry(id: string, act: ((entry: KeptEntry) => void) | undefined) {
    const entry = entries.find((candidate) => idOf(candidate) === id)
    if (entry) act?.(entry)
  }
  const open = useStableCallback((id: string) => withEntry(id, onOpen))
  const remove = useStableCallback((id: string) => withEntry(id, onRemove))
  return (
    <ul className={list} aria-label={label} onKeyDown={walkList}>
      {entries.map((entry, index) => (
        <KeptRow
          key={idOf(entry)}
          id={idOf(entry)}
          name={shownName(entry)}
          tooltip={entry.names.path ?? entry.assetId}
          connectionName={nameOf.get(entry.connectionId) ?? ''}
          detail={entry.detail}
          hasFailed={entry.hasFailed}
          isCurrent={current !== null && isSameAsset(current, entry)}
          isStop={index === stopAt}
          onStop={setStop}
          onOpen={open}
          onRemove={onRemove ? remove : undefined}
        />
      ))}
    </ul>
  )
}

function idOf(entry: AssetKey): string {
  return Object.values(assetKeyOf(entry)).join(' ')
}

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
