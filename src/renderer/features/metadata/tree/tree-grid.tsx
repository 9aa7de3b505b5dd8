// biome-ignore-all lint/a11y/useSemanticElements: the rows of a windowed grid are no table.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row.
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useId,
  useLayoutEffect,
  useMemo,
} from 'react'
import { useRowHeights } from '../../../components/density'
import { attributeOfRow, rowsOnPage, rowsToDraw, useRowHeight } from '../../../components/windowed-rows'
import { useMessages } from '../../../language/messages'
import type { Glossary } from '../../../model/glossary/glossary'
import messages from '../messages/en.json'
import { cellOf } from '../rows/display-rows'
import { createSameKeyCounter } from '../rows/duplicate-keys'
import { noNeedles } from '../search/filter-query'
import { isSelected } from './selection'
import { TreeRow } from './tree-row'
import { isExpandable, isOpen, positionOf, siblingCountOf, type TreeState } from './tree-state'
import { indexOfRow } from './visible-rows'
import './tree.css'

declare module 'react' {
  interface CSSProperties {
    '--tree-row'?: string
  }
}

/** Pixels; the style sheet has the same height. */
const headerHeight = 28

type Props = {
  /** Tells one asset from the next. */
  asset: string
  tree: TreeState
  glossary: Glossary | null
  /** Rows of the document whose value was changed. */
  changedRows: ReadonlySet<number>
  gridRef: RefObject<HTMLDivElement | null>
  onSelect: (id: number, how: SelectHow) => void
  onToggle: (id: number) => void
  onKeyDown: (event: KeyboardEvent) => void
  /** A right click on a row, or the key for it on the active one. */
  onMenu: (id: number) => void
  /** A row is dragged by its key; the text of its value stays one to be selected. */
  onDrag: (id: number, data: DataTransfer) => void
}

/** A click selects one row alone; with Shift all rows up to it, with Ctrl or Cmd one more or one less. */
export type SelectHow = 'alone' | 'upTo' | 'toggle'

/** As many rows as Page Up and Page Down go. */
export function rowsOnTreePage(grid: HTMLElement | null): number {
  const row = Number.parseInt(grid?.style.getPropertyValue('--tree-row') ?? '', 10)
  return rowsOnPage(grid, { row, header: headerHeight })
}

/** The two columns. Only the rows in sight, and the active one, are elements of the page. */
export function TreeGrid(props: Props) {
  const { asset, tree, glossary, changedRows, gridRef, onSelect, onToggle, onKeyDown, onMenu, onDrag } = props
  const say = useMessages(messages)
  const domId = useId()
  const rowHeight = useRowHeights().oneLine
  const { display, visible, activeId } = tree
  const countSameKey = useMemo(() => createSameKeyCounter(display), [display])
  const activeIndex = indexOfRow(visible, activeId)
  const virtualizer = useVirtualizer({
    count: visible.length,
    getScrollElement: () => gridRef.current,
    estimateSize: () => rowHeight,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
    overscan: 3,
    rangeExtractor: (range) => rowsToDraw(range, activeIndex),
  })

  useRowHeight(virtualizer, rowHeight)

  // Another asset starts at the top.
  useLayoutEffect(() => {
    if (asset !== '' && (virtualizer.scrollOffset ?? 0) > 0) virtualizer.scrollToOffset(0)
  }, [virtualizer, asset])

  useLayoutEffect(() => {
    if (activeIndex >= 0 && !isInSight(virtualizer, activeIndex * rowHeight, rowHeight))
      virtualizer.scrollToIndex(activeIndex)
  }, [virtualizer, activeIndex, rowHeight])

  function rowOf(event: MouseEvent): number | null {
    const row = attributeOfRow(event, 'data-row')
    return row === null ? null : Number(row)
  }
  function handleClick(event: MouseEvent) {
    const id = rowOf(event)
    if (id === null) return
    onSelect(id, howToSelect(event))
    if (event.target instanceof Element && event.target.closest('.tree-toggle')) onToggle(id)
  }
  /** Shift would select the text between two clicks. */
  function handleMouseDown(event: MouseEvent) {
    if (!event.shiftKey) return
    event.preventDefault()
    gridRef.current?.focus({ preventScroll: true })
  }
  /** Selected text has the menu of a text field. */
  function handleMenu(event: MouseEvent) {
    const id = rowOf(event) ?? (event.target === event.currentTarget ? activeId : -1)
    if (id < 0 || window.getSelection()?.isCollapsed === false) return
    event.preventDefault()
    onMenu(id)
  }
  function handleDrag(event: DragEvent) {
    const id = rowOf(event)
    if (id !== null) onDrag(id, event.dataTransfer)
  }
  function handleDoubleClick(event: MouseEvent) {
    const id = rowOf(event)
    if (id !== null && !(event.target instanceof Element && event.target.closest('.tree-toggle')))
      onToggle(id)
  }

  return (
    <div
      ref={gridRef}
      role="treegrid"
      className="tree-grid"
      style={{ '--tree-row': `${rowHeight}px` }}
      tabIndex={0}
      aria-label={say('tree.label')}
      aria-rowcount={visible.length + 1}
      aria-colcount={2}
      aria-multiselectable
      aria-activedescendant={activeIndex < 0 ? undefined : `${domId}-${activeId}`}
      onKeyDown={onKeyDown}
      onMouseDown={handleMouseDown}
      onClick={handleClick}
      onDoubleClick={handleDoubleClick}
      onContextMenu={handleMenu}
      onDragStart={handleDrag}
    >
      <div role="rowgroup" className="tree-header">
        <div role="row" aria-rowindex={1} className="tree-header-row">
          <div role="columnheader">{say('tree.key')}</div>
          <div role="columnheader">{say('tree.value')}</div>
        </div>
      </div>
      <div role="rowgroup" className="tree-body" style={{ blockSize: visible.length * rowHeight }}>
        {virtualizer.getVirtualItems().map(({ index }) => {
          const id = cellOf(visible, index)
          return (
            <TreeRow
              key={id}
              display={display}
              id={id}
              domId={`${domId}-${id}`}
              index={index}
              top={index * rowHeight}
              isActive={id === activeId}
              isSelected={isSelected(tree, id)}
              isOpen={isExpandable(tree, id) ? isOpen(tree, id) : null}
              position={positionOf(tree, id)}
              siblingCount={siblingCountOf(tree, id)}
              needles={tree.filtered?.needles ?? noNeedles}
              glossary={glossary}
              countSameKey={countSameKey}
              isChanged={changedRows.has(cellOf(display.source, id))}
            />
          )
        })}
      </div>
    </div>
  )
}

type Scroller = {
  readonly scrollOffset: number | null
  readonly scrollRect: { readonly height: number } | null
}

/** From the virtualizer's last measurement: reading the layout would force a reflow on each key. */
function isInSight({ scrollOffset, scrollRect }: Scroller, top: number, height: number): boolean {
  return (
    scrollOffset !== null &&
    scrollRect !== null &&
    top >= scrollOffset &&
    top + height <= scrollOffset + scrollRect.height - headerHeight
  )
}

function howToSelect(event: MouseEvent): SelectHow {
  if (event.shiftKey) return 'upTo'
  return event.ctrlKey || event.metaKey ? 'toggle' : 'alone'
}
