import { ActionButton } from '@react-spectrum/s2/ActionButton'
import Close from '@react-spectrum/s2/icons/Close'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { type KeyboardEvent, useState } from 'react'
import type { AssetNames } from '../../../shared/asset-names'
import type { Connection } from '../../../shared/connections'
import { type AssetKey, assetKeyOf, isSameAsset } from '../../../shared/kept'
import { isolate } from '../../../words/language/say-in'
import { SideRow } from '../../components/side-row'
import { PlainText } from '../../components/text/shown-text'
import { showPlainly } from '../../components/text/visible-text'
import { useMessages } from '../../language/messages'
import { shownName } from './find-kept'
import messages from './messages/en.json'
import './kept.css'

const list = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 2,
  margin: 0,
  padding: 0,
  listStyleType: 'none',
})
const row = style({ position: 'relative', display: 'flex', alignItems: 'center', minWidth: 0 })
const detail = style({ font: 'ui-xs', color: 'neutral-subdued', truncate: true, minWidth: 0 })
const failed = style({ color: 'notice-1100' })
const end = style({ position: 'absolute', insetEnd: 4, top: '[50%]', transform: 'translateY(-50%)' })

export type KeptEntry = AssetKey & { names: AssetNames; detail: string; hasFailed: boolean }

export type KeptListProps = {
  label: string
  entries: readonly KeptEntry[]
  connections: readonly Connection[]
  current: AssetKey | null
  onOpen: (asset: AssetKey) => void
  onRemove?: (asset: AssetKey) => void
}

/** Assets to come back to: one stop of the Tab key, walked with the arrow keys, and Delete removes. */
export function KeptList({ label, entries, connections, current, onOpen, onRemove }: KeptListProps) {
  const say = useMessages(messages)
  const [stop, setStop] = useState<AssetKey | null>(null)
  const known = entries.findIndex((entry) => stop !== null && isSameAsset(stop, entry))
  const stopAt = Math.max(known, 0)
  function nameOf(id: string) {
    return connections.find((connection) => connection.id === id)?.name ?? ''
  }

  function press(event: KeyboardEvent<HTMLButtonElement>, entry: KeptEntry, index: number) {
    if (event.key !== 'Delete' || !onRemove) return
    event.preventDefault()
    // Before it goes: where the focus was is nothing to find the neighbor by.
    const drawn = event.currentTarget.closest('ul')?.querySelectorAll<HTMLElement>('[data-entry]')
    const neighbor = drawn?.[index + 1] ?? drawn?.[index - 1]
    neighbor?.focus()
    onRemove(entry)
  }

  return (
    <ul className={list} aria-label={label} onKeyDown={walkList}>
      {entries.map((entry, index) => {
        const shown = shownName(entry)
        return (
          <li key={Object.values(assetKeyOf(entry)).join(' ')} className={`kept-row ${row}`}>
            <SideRow
              data-entry
              density="compact"
              name={<PlainText text={shown} />}
              hasAction={onRemove !== undefined}
              aria-current={current && isSameAsset(current, entry) ? 'true' : undefined}
              aria-keyshortcuts={onRemove ? 'Delete' : undefined}
              title={showPlainly(entry.names.path ?? entry.assetId, 'symbols')}
              tabIndex={index === stopAt ? 0 : -1}
              onFocus={() => setStop(entry)}
              onClick={() => onOpen(entry)}
              onKeyDown={(event) => press(event, entry, index)}
            >
              <span className={detail}>
                {entry.hasFailed ? <span className={failed}>{say('history.failed')} · </span> : null}
                <bdi>{nameOf(entry.connectionId)}</bdi> · <PlainText text={entry.detail} />
              </span>
            </SideRow>
            {onRemove ? (
              <span className={`kept-remove ${end}`}>
                <ActionButton
                  isQuiet
                  size="XS"
                  // The Delete key does the same: a stop for every entry would be in the way.
                  excludeFromTabOrder
                  aria-label={say('history.remove', { name: isolate(shown) })}
                  onPress={() => onRemove(entry)}
                >
                  <Close />
                </ActionButton>
              </span>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
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
