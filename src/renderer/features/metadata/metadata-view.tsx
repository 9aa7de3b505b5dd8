import './metadata.css'
import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { useLocale } from '@react-spectrum/s2/Provider'
import type { SearchField } from '@react-spectrum/s2/SearchField'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { type ComponentRef, type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { MetadataReading } from '../../../shared/metadata'
import { useChoice } from '../../components/use-choice'
import { useStableCallback } from '../../components/use-stable-callback'
import { useMessages } from '../../language/messages'
import { useGlossary } from '../../model/glossary/use-glossary'
import type { CopiedPart } from './copy/copied-text'
import { CopyAll } from './copy/copy-all'
import { type CopyText, useCopy } from './copy/use-copy'
import { DetailStrip } from './details/detail-strip'
import messages from './messages/en.json'
import { MissingPanel } from './missing-panel'
import { groupings } from './rows/display-rows'
import { bodyNeedleOf } from './search/filter-query'
import { useMissing } from './search/use-missing'
import { useTextSearch } from './search/use-text-search'
import { SummaryCard } from './summary/summary-card'
import { BodyText } from './text/body-text'
import { TreeToolbar } from './toolbar/metadata-toolbar'
import { useCounts } from './toolbar/use-counts'
import { useFilterShortcut } from './toolbar/use-filter-shortcut'
import { GroupingButtons, treeViews, ViewButtons } from './toolbar/view-buttons'
import { extendSelection, selectedIds, toggleSelected } from './tree/selection'
import { rowsOnPage, TreeGrid } from './tree/tree-grid'
import { activate, collapseAll, expandAll, goToMatch, isOpen, setOpen } from './tree/tree-state'
import { useTree } from './tree/use-tree'
import { useTreeKeyboard } from './tree/use-tree-keyboard'

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
  '--hidden-character': { type: 'color', value: 'magenta-1000' },
  '--tree-flag': { type: 'color', value: 'orange-1000' },
  '--summary-positive': { type: 'backgroundColor', value: 'positive' },
  '--tree-mark': { type: 'backgroundColor', value: 'yellow-300' },
})

const selecting = { alone: activate, upTo: extendSelection, toggle: toggleSelected } as const

/** The metadata of one asset: summary, filter, and the tree with the details of its active row, or the body as text. */
export function MetadataTree({ reading, initialFocus = false, onCopy }: MetadataTreeProps) {
  const say = useMessages(messages)
  const { locale, direction } = useLocale()
  const glossary = useGlossary()
  const [grouping, setGrouping] = useChoice('group-fields-by', groupings, 'namespace')
  const [view, setView] = useChoice('show-metadata-as', treeViews, 'tree')
  const isText = view === 'text'
  const { asset, tree, change, filterText, setFilterText, query } = useTree(reading, grouping)
  const missing = useMissing(tree.display.document, query)
  const hasRows = !missing || tree.filtered?.matchCount !== 0
  const bodyNeedle = isText ? bodyNeedleOf(query) : ''
  const { search, step: stepInText } = useTextSearch(reading.text, bodyNeedle)
  const { report, copy } = useCopy(tree.display, onCopy)
  const rootRef = useRef<HTMLElement>(null)
  const gridRef = useRef<HTMLDivElement>(null)
  const textRef = useRef<HTMLElement>(null)
  const missingRef = useRef<HTMLUListElement>(null)
  const filterRef = useRef<ComponentRef<typeof SearchField>>(null)
  function focusContent() {
    return (isText ? textRef : hasRows ? gridRef : missingRef).current?.focus({ preventScroll: true })
  }

  useFilterShortcut(rootRef, () => {
    filterRef.current?.focus()
    filterRef.current?.getInputElement()?.select()
  })
  const focusesAtFirst = useRef(initialFocus)
  useEffect(() => {
    if (focusesAtFirst.current) gridRef.current?.focus({ preventScroll: true })
  }, [])

  // Whoever was faster than the search is in the tree that it takes away.
  useLayoutEffect(() => {
    if (!hasRows && gridRef.current === document.activeElement)
      (missingRef.current ?? filterRef.current)?.focus()
  }, [hasRows])

  function step(direction: 1 | -1) {
    if (isText) stepInText(direction)
    else change((now) => goToMatch(now, direction))
  }
  const copySelected = useStableCallback(
    (part: CopiedPart) => void copy(selectedIds(tree), part, tree.activeId),
  )
  const openAll = useCallback(() => change(expandAll), [change])
  const closeAll = useCallback(() => change(collapseAll), [change])
  const handleGridKey = useTreeKeyboard({
    change,
    locale,
    isRightToLeft: direction === 'rtl',
    rowsOnPage: () => rowsOnPage(gridRef.current),
    onCopyValue: () => copySelected('value'),
  })
  function handleKey(event: KeyboardEvent) {
    const isNextMatch = event.key === 'F3' || (isCommand(event) && event.key.toLowerCase() === 'g')
    if (!isNextMatch || (!isText && !tree.filtered)) return
    event.preventDefault()
    step(event.shiftKey ? -1 : 1)
  }
  const leaveFilter = useStableCallback((to: 'match' | 'tree') => {
    if (to === 'match' && !isText) change((now) => goToMatch({ ...now, activeId: -1 }, 1))
    focusContent()
  })
  const { count, matches } = useCounts({
    tree,
    filterText,
    missing,
    text: isText ? { reading, search, isSearched: bodyNeedle !== '' } : null,
  })

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys that work in every part of the tree.
    <section ref={rootRef} className={`tree ${palette}`} onKeyDown={handleKey}>
      <SummaryCard display={tree.display} onCopy={onCopy} />
      <TreeToolbar
        filterText={filterText}
        filterRef={filterRef}
        matches={matches}
        count={count}
        onFilter={setFilterText}
        onStep={step}
        onLeaveFilter={leaveFilter}
      >
        {isText ? (
          <CopyAll key={asset} text={reading.text} onCopy={onCopy} />
        ) : (
          <GroupingButtons
            grouping={grouping}
            onGroup={setGrouping}
            onExpandAll={openAll}
            onCollapseAll={closeAll}
          />
        )}
        <ViewButtons view={view} onView={setView} />
      </TreeToolbar>
      {missing ? (
        <MissingPanel
          report={missing}
          glossary={glossary}
          isAlone={!isText && !hasRows}
          listRef={missingRef}
          onCopy={onCopy}
        />
      ) : null}
      {isText ? (
        <BodyText
          key={asset}
          text={reading.text}
          search={search}
          label={say('text.label')}
          scrollerRef={textRef}
        />
      ) : (
        <>
          <div className="tree-frame" hidden={!hasRows}>
            <TreeGrid
              asset={asset}
              tree={tree}
              glossary={glossary}
              gridRef={gridRef}
              onSelect={(id, how) => change((now) => selecting[how](now, id))}
              onToggle={(id) => change((now) => setOpen(now, [id], !isOpen(now, id)))}
              onKeyDown={handleGridKey}
            />
            {tree.filtered?.matchCount === 0 ? (
              <div className="tree-nothing">
                <span>{say('count.none', { text: filterText })}</span>
                <ActionButton
                  onPress={() => {
                    setFilterText('')
                    focusContent()
                  }}
                >
                  {say('filter.clear')}
                </ActionButton>
              </div>
            ) : null}
          </div>
          {tree.activeId < 0 ? null : (
            <DetailStrip
              asset={asset}
              tree={tree}
              glossary={glossary}
              report={report}
              onCopy={copySelected}
            />
          )}
        </>
      )}
    </section>
  )
}

function isCommand(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey
}
