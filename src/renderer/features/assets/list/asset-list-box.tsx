// biome-ignore-all lint/a11y/useSemanticElements: the options of a windowed list are no <option>.
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import type { AssetReference } from '../../../../shared/asset-reference'
import { useRowHeights } from '../../../components/density'
import {
  attributeOfRow,
  hasModifier,
  rowAfterKey,
  rowsOnPage,
  useRowHeight,
} from '../../../components/windowed-rows'
import { useMessages } from '../../../language/messages'
import messages from '../messages/en.json'
import { AssetRow } from './asset-row'
import type { RowState } from './list-rows'

/** A list above the metadata stays short: a few rows, more in a high window. */
function heightAbove(count: number, height: number): string {
  return `min(${count * height + 2}px, clamp(${3 * height}px, 15vh, ${6 * height}px))`
}

const box = style({
  position: 'relative',
  boxSizing: 'border-box',
  flexGrow: 1,
  flexShrink: 1,
  minHeight: 112,
  overflowY: 'auto',
  borderWidth: 1,
  borderStyle: 'solid',
  borderColor: { default: 'gray-300', ':focus': 'blue-900' },
  borderRadius: 'default',
  backgroundColor: 'base',
  outlineStyle: 'none',
})
const rows = style({ position: 'relative' })

export type AssetListBoxProps = {
  references: readonly AssetReference[]
  current: number | null
  stateOf: (reference: AssetReference) => RowState
  isOneLine: boolean
  onOpen: (index: number) => void
}

/** The assets of a text as a virtualized list box: arrow keys move, Enter opens. */
export function AssetListBox({ references, current, stateOf, isOneLine, onOpen }: AssetListBoxProps) {
  const say = useMessages(messages)
  const domId = useId()
  const listRef = useRef<HTMLDivElement>(null)
  const [hasFocus, setHasFocus] = useState(false)
  const heights = useRowHeights()
  const height = isOneLine ? heights.oneLine : heights.twoLines
  const count = references.length
  const { active, setActive } = useActiveRow(current, count)
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => listRef.current,
    estimateSize: () => height,
    overscan: 4,
  })

  useRowHeight(virtualizer, height)

  useLayoutEffect(() => {
    virtualizer.scrollToIndex(active)
  }, [virtualizer, active])

  function handleKeyDown(event: KeyboardEvent) {
    if (hasModifier(event)) return
    const next = rowAfterKey(event, { active, count, page: rowsOnPage(listRef.current, { row: height }) })
    if (event.key === 'Enter' || event.key === ' ') onOpen(active)
    else if (next !== null) setActive(next)
    else return
    event.preventDefault()
  }
  function handleClick(event: MouseEvent) {
    const index = attributeOfRow(event, 'data-index')
    if (index === null) return
    setActive(Number(index))
    onOpen(Number(index))
  }
  const items = virtualizer.getVirtualItems()
  const isActiveShown = items.some(({ index }) => index === active)
  return (
    <div
      ref={listRef}
      role="listbox"
      className={box}
      style={isOneLine ? { blockSize: heightAbove(count, height), minBlockSize: 0, flex: 'none' } : undefined}
      tabIndex={0}
      aria-label={say('list.label')}
      aria-activedescendant={isActiveShown ? `${domId}-${active}` : undefined}
      onKeyDown={handleKeyDown}
      onClick={handleClick}
      onFocus={() => setHasFocus(true)}
      onBlur={() => setHasFocus(false)}
    >
      <div role="presentation" className={rows} style={{ blockSize: count * height }}>
        {items.map(({ index }) => {
          const reference = references[index]
          return reference === undefined ? null : (
            <AssetRow
              key={index}
              {...{ reference, index, count, height, isOneLine }}
              state={stateOf(reference)}
              domId={`${domId}-${index}`}
              isCurrent={index === current}
              isActive={hasFocus && index === active}
            />
          )
        })}
      </div>
    </div>
  )
}

/** The row that keys act on; follows the asset on the screen. */
function useActiveRow(current: number | null, count: number) {
  const [at, setAt] = useState({ active: current ?? 0, current })
  const active = Math.min(at.current === current ? at.active : (current ?? 0), count - 1)
  return { active, setActive: (next: number) => setAt({ active: next, current }) }
}
