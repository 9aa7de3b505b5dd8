// biome-ignore-all lint/a11y/useSemanticElements: the rows of a windowed grid are no table.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row.
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, type RefObject, useId, useLayoutEffect, useMemo } from 'react'
import { cellOf } from './display-rows'
import { createSameKeyCounter } from './duplicate-keys'
import { useTreeMessages } from './messages'
import { TreeRow } from './tree-row'
import { isExpandable, isOpen, positionOf, siblingCountOf, type TreeState } from './tree-state'
import { indexOfRow } from './visible-rows'

/** Pixels; the style sheet has the same heights. */
const rowHeight = 28
const headerHeight = 28

type Props = {
  tree: TreeState
  gridRef: RefObject<HTMLDivElement | null>
  onActivate: (id: number) => void
  onToggle: (id: number) => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** Rows that fit into the grid, less one, so that a page further keeps one row in sight. */
export const rowsOnPage = (grid: HTMLElement | null): number =>
  Math.max(1, Math.floor(((grid?.clientHeight ?? 0) - headerHeight) / rowHeight) - 1)

/** The two columns. Only the rows in sight, and the active one, are elements of the page. */
export const TreeGrid = ({ tree, gridRef, onActivate, onToggle, onKeyDown }: Props) => {
  const say = useTreeMessages()
  const domId = useId()
  const { display, visible, activeId } = tree
  const countSameKey = useMemo(() => createSameKeyCounter(display), [display])
  const activeIndex = indexOfRow(visible, activeId)
  const virtualizer = useVirtualizer({
    count: visible.length,
    getScrollElement: () => gridRef.current,
    estimateSize: () => rowHeight,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
    overscan: 8,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) =>
      withActive(Math.max(0, startIndex - overscan), Math.min(count - 1, endIndex + overscan), activeIndex),
  })

  useLayoutEffect(() => {
    if (activeIndex >= 0) virtualizer.scrollToIndex(activeIndex)
  }, [virtualizer, activeIndex])

  const rowOf = (event: MouseEvent): number | null => {
    const element = event.target instanceof Element ? event.target.closest('[data-row]') : null
    const row = element?.getAttribute('data-row')
    return row ? Number(row) : null
  }
  const handleClick = (event: MouseEvent) => {
    const id = rowOf(event)
    if (id === null) return
    onActivate(id)
    if (event.target instanceof Element && event.target.closest('.tree-toggle')) onToggle(id)
  }
  const handleDoubleClick = (event: MouseEvent) => {
    const id = rowOf(event)
    if (id !== null && !(event.target instanceof Element && event.target.closest('.tree-toggle')))
      onToggle(id)
  }

  return (
    <div
      ref={gridRef}
      role="treegrid"
      className="tree-grid"
      tabIndex={0}
      aria-label={say('tree.label')}
      aria-rowcount={visible.length + 1}
      aria-colcount={2}
      aria-activedescendant={activeIndex < 0 ? undefined : `${domId}-${activeId}`}
      onKeyDown={onKeyDown}
      onClick={handleClick}
      onDoubleClick={handleDoubleClick}
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
              isOpen={isExpandable(tree, id) ? isOpen(tree, id) : null}
              position={positionOf(tree, id)}
              siblingCount={siblingCountOf(tree, id)}
              needle={tree.filtered?.needle ?? ''}
              countSameKey={countSameKey}
            />
          )
        })}
      </div>
    </div>
  )
}

const withActive = (first: number, last: number, active: number): number[] => {
  const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset)
  if (active < 0 || (active >= first && active <= last)) return indexes
  return active < first ? [active, ...indexes] : [...indexes, active]
}
