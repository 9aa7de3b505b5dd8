// biome-ignore-all lint/a11y/useSemanticElements: the rows of a windowed grid are no table.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row.
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { EnvironmentMark } from '../../components/environment-mark'
import {
  attributeOfRow,
  hasModifier,
  rowAfterKey,
  rowsOnPage,
  rowsToDraw,
} from '../../components/windowed-rows'
import { useMessages } from '../../language/messages'
import type { MetadataDocument } from '../../model/document/document'
import { ComparisonGridRow } from './comparison-grid-row'
import type { ComparisonRow } from './comparison-rows'
import messages from './messages/en.json'
import type { RowActions } from './row-actions'
import type { Column } from './use-columns'

const grid = style({
  boxSizing: 'border-box',
  flexGrow: 1,
  flexShrink: 1,
  minHeight: 240,
  overflow: 'auto',
  borderWidth: 1,
  borderStyle: 'solid',
  borderColor: { default: 'gray-200', ':focus': 'blue-900' },
  borderRadius: 'lg',
  backgroundColor: 'base',
  outlineStyle: 'none',
})
const header = style({
  display: 'grid',
  position: 'sticky',
  top: 0,
  zIndex: 1,
  backgroundColor: 'layer-1',
  font: 'ui-sm',
  fontWeight: 'bold',
  borderStyle: 'solid',
  borderColor: 'gray-200',
  borderTopWidth: 0,
  borderXWidth: 0,
  borderBottomWidth: 1,
})
const headCell = style({ paddingX: 12, paddingY: 4, minWidth: 0, overflowWrap: 'anywhere' })
const body = style({ position: 'relative' })
const none = style({ font: 'body', padding: 16, margin: 0 })

const usualHeight = 52
const headerHeight = 44

/** Pixels that a column takes at least, before the grid scrolls. */
const leastOfField = 180
const leastOfValue = 150

export type ComparisonGridProps = {
  columns: readonly Column[]
  documents: readonly (MetadataDocument | null)[]
  rows: readonly ComparisonRow[]
  actions: RowActions
}

/** One line for each field and one column for each connection. Only the rows in sight, and the active one, are elements of the page. */
export function ComparisonGrid({ columns, documents, rows, actions }: ComparisonGridProps) {
  const say = useMessages(messages)
  const domId = useId()
  const gridRef = useRef<HTMLDivElement>(null)
  const [activeId, setActiveId] = useState<string | null>(null)
  const [openId, setOpenId] = useState<string | null>(null)
  const active = Math.max(
    0,
    rows.findIndex(({ field }) => field.id === activeId),
  )
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => gridRef.current,
    estimateSize: () => usualHeight,
    getItemKey: (index) => rows[index]?.field.id ?? index,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
    overscan: 4,
    rangeExtractor: (range) => rowsToDraw(range, active),
  })
  useLayoutEffect(() => {
    if (activeId !== null) virtualizer.scrollToIndex(active)
  }, [virtualizer, active, activeId])

  function toggle(id: string) {
    setOpenId(openId === id ? null : id)
  }
  function handleKeyDown(event: KeyboardEvent) {
    if (event.target !== event.currentTarget || hasModifier(event)) return
    const row = rows[active]
    const page = rowsOnPage(gridRef.current, { row: usualHeight, header: headerHeight })
    const next = rowAfterKey(event, { active, count: rows.length, page })
    if (row && (event.key === 'Enter' || event.key === ' ')) toggle(row.field.id)
    else if (next !== null) setActiveId(rows[next]?.field.id ?? null)
    else return
    event.preventDefault()
  }
  function handleClick(event: MouseEvent) {
    const { target } = event
    if (!(target instanceof Element) || target.closest('button')) return
    const id = attributeOfRow(event, 'data-field')
    if (id === null || window.getSelection()?.isCollapsed === false) return
    setActiveId(id)
    toggle(id)
  }
  const gridTemplateColumns = `minmax(0, 1.2fr) repeat(${columns.length}, minmax(0, 1fr))`
  const minInlineSize = leastOfField + columns.length * leastOfValue
  return (
    <div
      ref={gridRef}
      role="grid"
      className={grid}
      tabIndex={0}
      aria-label={say('grid')}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={rows.length > 0 ? `${domId}-${active}` : undefined}
      onKeyDown={handleKeyDown}
      onClick={handleClick}
    >
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className={header} style={{ gridTemplateColumns, minInlineSize }}>
          <div role="columnheader" className={headCell}>
            {say('grid.field')}
          </div>
          {columns.map(({ connection }) => (
            <div key={connection.id} role="columnheader" className={headCell}>
              <bdi>{connection.name}</bdi> <EnvironmentMark environment={connection.environment} />
            </div>
          ))}
        </div>
      </div>
      {rows.length === 0 ? (
        <div role="row" aria-rowindex={2}>
          <div role="gridcell" aria-colspan={columns.length + 1}>
            <p className={none}>{say('grid.none')}</p>
          </div>
        </div>
      ) : (
        <div
          role="rowgroup"
          className={body}
          style={{ blockSize: virtualizer.getTotalSize(), minInlineSize }}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]
            return row === undefined ? null : (
              <ComparisonGridRow
                key={row.field.id}
                {...{ row, index, columns, documents, gridTemplateColumns, actions }}
                domId={`${domId}-${index}`}
                top={start - headerHeight}
                isActive={index === active}
                isOpen={row.field.id === openId}
                measure={virtualizer.measureElement}
              />
            )
          })}
        </div>
      )}
    </div>
  )
}
