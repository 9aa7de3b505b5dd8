// biome-ignore-all lint/a11y/useSemanticElements: the rows of a windowed grid are no table.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row.
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, useId, useRef, useState } from 'react'
import type { FoundAsset } from '../../../shared/search'
import { useRowHeights } from '../../components/density'
import {
  attributeOfRow,
  hasModifier,
  rowAfterKey,
  rowsOnPage,
  useRowHeight,
} from '../../components/windowed-rows'
import { useMessages } from '../../language/messages'
import { FoundRow } from './found-row'
import messages from './messages/en.json'
import './found-grid.css'

/** Pixels; the style sheet has the same height. */
const headerHeight = 28
export const columns = ['title', 'path', 'format', 'size', 'state', 'modified'] as const

const look = style({
  font: 'ui-sm',
  color: 'neutral',
  '--found-line': { type: 'borderColor', value: 'gray-200' },
  '--found-focus': { type: 'outlineColor', value: 'focus-ring' },
  '--found-base': { type: 'backgroundColor', value: 'layer-2' },
  '--found-hover': { type: 'backgroundColor', value: 'gray-75' },
  '--found-active': { type: 'backgroundColor', value: 'gray-100' },
})

export type FoundGridProps = {
  assets: readonly FoundAsset[]
  onOpen: (asset: FoundAsset) => void
}

/** The results; only the rows in sight are elements of the page. Arrow keys move, Enter opens. */
export function FoundGrid({ assets, onOpen }: FoundGridProps) {
  const say = useMessages(messages)
  const domId = useId()
  const gridRef = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState(0)
  const height = useRowHeights().oneLine
  const count = assets.length
  const active = Math.max(0, Math.min(chosen, count - 1))
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => gridRef.current,
    estimateSize: () => height,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
    overscan: 4,
  })
  useRowHeight(virtualizer, height)

  function goTo(index: number) {
    setChosen(index)
    virtualizer.scrollToIndex(index)
  }
  function open(index: number) {
    const asset = assets[index]
    if (asset !== undefined) onOpen(asset)
  }
  function handleKeyDown(event: KeyboardEvent) {
    if (hasModifier(event)) return
    const page = rowsOnPage(gridRef.current, { row: height, header: headerHeight })
    const next = rowAfterKey(event, { active, count, page })
    if (event.key === 'Enter') open(active)
    else if (next !== null) goTo(next)
    else return
    event.preventDefault()
  }
  function rowOf(event: MouseEvent): number | null {
    const index = attributeOfRow(event, 'data-index')
    return index === null ? null : Number(index)
  }
  function handleClick(event: MouseEvent) {
    const index = rowOf(event)
    if (index !== null) setChosen(index)
  }
  function handleDoubleClick(event: MouseEvent) {
    const index = rowOf(event)
    if (index !== null) open(index)
  }
  const items = virtualizer.getVirtualItems()
  return (
    <div
      ref={gridRef}
      role="grid"
      className={`found-grid ${look}`}
      tabIndex={0}
      aria-label={say('grid')}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      aria-activedescendant={items.some(({ index }) => index === active) ? `${domId}-${active}` : undefined}
      onKeyDown={handleKeyDown}
      onClick={handleClick}
      onDoubleClick={handleDoubleClick}
    >
      <div role="rowgroup" className="found-head-group">
        <div role="row" aria-rowindex={1} className="found-head">
          {columns.map((column) => (
            <div
              key={column}
              role="columnheader"
              className={column === 'size' ? 'found-size' : undefined}
              title={say(`column.${column}`)}
            >
              {say(`column.${column}`)}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="found-rows" style={{ blockSize: count * height }}>
        {items.map(({ index }) => {
          const asset = assets[index]
          return asset === undefined ? null : (
            <FoundRow
              key={asset.assetId}
              {...{ asset, index, height }}
              domId={`${domId}-${index}`}
              isActive={index === active}
            />
          )
        })}
      </div>
    </div>
  )
}
