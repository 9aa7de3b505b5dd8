import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { useLocale } from '@react-spectrum/s2/Provider'
import type { SearchField } from '@react-spectrum/s2/SearchField'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { type ComponentRef, type KeyboardEvent, useEffect, useRef } from 'react'
import type { MetadataReading } from '../../../../shared/metadata'
import { DetailStrip } from './detail-strip'
import { useTreeMessages } from './messages'
import { rowsOnPage, TreeGrid } from './tree-grid'
import { activate, collapseAll, expandAll, findMatch, isOpen, setOpen } from './tree-state'
import { TreeToolbar } from './tree-toolbar'
import { type CopyText, useCopy } from './use-copy'
import { useFilterShortcut } from './use-filter-shortcut'
import { useTree } from './use-tree'
import { useTreeKeyboard } from './use-tree-keyboard'
import './tree.css'

export type MetadataTreeProps = {
  reading: MetadataReading
  /** The tree takes the focus when it appears. */
  initialFocus?: boolean
  onCopy: CopyText
}

/** The colours of Spectrum, by name, for the style sheet of the many small parts. */
const palette = style({
  display: 'flex',
  flexDirection: 'column',
  height: 'full',
  minHeight: 0,
  minWidth: 0,
  fontFamily: 'sans',
  color: 'neutral',
  '--tree-base': { type: 'backgroundColor', value: 'base' },
  '--tree-raised': { type: 'backgroundColor', value: 'layer-1' },
  '--tree-hover': { type: 'backgroundColor', value: 'gray-100' },
  '--tree-selected': { type: 'backgroundColor', value: 'blue-200' },
  '--tree-line': { type: 'borderColor', value: 'gray-200' },
  '--tree-border': { type: 'borderColor', value: 'gray-300' },
  '--tree-ring': { type: 'outlineColor', value: 'focus-ring' },
  '--tree-text': { type: 'color', value: 'neutral' },
  '--tree-title': { type: 'color', value: 'title' },
  '--tree-subdued': { type: 'color', value: 'neutral-subdued' },
  '--tree-number': { type: 'color', value: 'blue-1000' },
  '--tree-boolean': { type: 'color', value: 'purple-1000' },
  '--tree-null': { type: 'color', value: 'cinnamon-1000' },
  '--tree-symbol': { type: 'color', value: 'magenta-1000' },
  '--tree-flag': { type: 'color', value: 'orange-1000' },
  '--tree-mark': { type: 'backgroundColor', value: 'yellow-300' },
})

/** The metadata of one asset: filter, tree, and the details of the row that keys act on. */
export const MetadataTree = ({ reading, initialFocus = false, onCopy }: MetadataTreeProps) => {
  const say = useTreeMessages()
  const { locale, direction } = useLocale()
  const { tree, change, filterText, setFilterText } = useTree(reading)
  const { report, copy } = useCopy(tree.display, onCopy)
  const rootRef = useRef<HTMLElement>(null)
  const gridRef = useRef<HTMLDivElement>(null)
  const filterRef = useRef<ComponentRef<typeof SearchField>>(null)
  const focusGrid = () => gridRef.current?.focus({ preventScroll: true })

  useFilterShortcut(rootRef, () => {
    filterRef.current?.focus()
    filterRef.current?.getInputElement()?.select()
  })
  const focusesAtFirst = useRef(initialFocus)
  useEffect(() => {
    if (focusesAtFirst.current) gridRef.current?.focus({ preventScroll: true })
  }, [])

  const goToMatch = (direction: 1 | -1) =>
    change((now) => activate(now, findMatch(now, direction) ?? now.activeId))
  const handleGridKey = useTreeKeyboard({
    change,
    locale,
    isRightToLeft: direction === 'rtl',
    rowsOnPage: () => rowsOnPage(gridRef.current),
    onCopyValue: () => void copy(tree.activeId, 'value'),
  })
  const handleKey = (event: KeyboardEvent) => {
    const isNextMatch = event.key === 'F3' || (isCommand(event) && event.key.toLowerCase() === 'g')
    if (!isNextMatch || !tree.filtered) return
    event.preventDefault()
    goToMatch(event.shiftKey ? -1 : 1)
  }
  const clearFilter = () => {
    setFilterText('')
    focusGrid()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys that work in every part of the tree.
    <section ref={rootRef} className={`tree ${palette}`} onKeyDown={handleKey}>
      <TreeToolbar
        tree={tree}
        filterText={filterText}
        filterRef={filterRef}
        onFilter={setFilterText}
        onExpandAll={() => change(expandAll)}
        onCollapseAll={() => change(collapseAll)}
        onLeaveFilter={(to) => {
          if (to === 'match')
            change((now) => activate(now, findMatch({ ...now, activeId: -1 }, 1) ?? now.activeId))
          focusGrid()
        }}
      />
      <div className="tree-frame">
        <TreeGrid
          tree={tree}
          gridRef={gridRef}
          onActivate={(id) => change((now) => activate(now, id))}
          onToggle={(id) => change((now) => setOpen(now, [id], !isOpen(now, id)))}
          onKeyDown={handleGridKey}
        />
        {tree.filtered?.matchCount === 0 ? (
          <div className="tree-nothing">
            <span>{say('count.none', { text: filterText })}</span>
            <ActionButton onPress={clearFilter}>{say('filter.clear')}</ActionButton>
          </div>
        ) : null}
      </div>
      {tree.activeId < 0 ? null : <DetailStrip tree={tree} report={report} onCopy={copy} />}
    </section>
  )
}

const isCommand = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey
