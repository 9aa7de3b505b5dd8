import './metadata.css'
import type { KeyboardEvent } from 'react'
import type { MetadataReading } from '../../../shared/metadata'
import { useChoice } from '../../components/use-choice'
import { useStableCallback } from '../../components/use-stable-callback'
import { useMessages } from '../../language/messages'
import { useGlossary } from '../../model/glossary/use-glossary'
import { CopyAll } from './copy/copy-buttons'
import type { CopyMenu, CopyText } from './copy/use-copy'
import messages from './messages/en.json'
import { MissingPanel } from './missing-panel'
import { palette } from './palette'
import { groupings } from './rows/display-rows'
import { bodyNeedleOf } from './search/filter-query'
import { useMissing } from './search/use-missing'
import { useTextSearch } from './search/use-text-search'
import { SummaryCard } from './summary/summary-card'
import { BodyText } from './text/body-text'
import { MetadataToolbar } from './toolbar/metadata-toolbar'
import { useCounts } from './toolbar/use-counts'
import { GroupingButtons, ViewButtons, views } from './toolbar/view-buttons'
import { goToMatch } from './tree/tree-state'
import { useTree } from './tree/use-tree'
import { type TreeEditor, TreeView } from './tree-view'
import { useViewFocus } from './use-view-focus'

export type MetadataViewProps = {
  reading: MetadataReading
  /** The tree takes the focus when it appears. */
  initialFocus?: boolean
  onCopy: CopyText
  /** The system's menu for rows. */
  copyMenu?: CopyMenu
  editor?: TreeEditor
}

/** The metadata of one asset: summary, filter, and the tree or the body as text. */
export function MetadataView({ reading, initialFocus = false, onCopy, copyMenu, editor }: MetadataViewProps) {
  const say = useMessages(messages)
  const glossary = useGlossary()
  const [grouping, setGrouping] = useChoice('group-fields-by', groupings, 'namespace')
  const [view, setView] = useChoice('show-metadata-as', views, 'tree')
  const isText = view === 'text'
  const { asset, tree, change, filterText, setFilterText, query } = useTree(reading, grouping)
  const missing = useMissing(tree.display.document, query)
  const hasRows = !missing || tree.filtered?.matchCount !== 0
  const bodyNeedle = isText ? bodyNeedleOf(query) : ''
  const { search, step: stepInText } = useTextSearch(reading.text, bodyNeedle)
  const focus = useViewFocus({ isText, hasRows, initialFocus })
  const { count, matches } = useCounts({
    tree,
    filterText,
    missing,
    text: isText ? { reading, search, isSearched: bodyNeedle !== '' } : null,
  })

  function step(direction: 1 | -1) {
    if (isText) stepInText(direction)
    else change((now) => goToMatch(now, direction))
  }
  function handleKey(event: KeyboardEvent) {
    if (!isNextMatch(event) || (!isText && !tree.filtered)) return
    event.preventDefault()
    step(event.shiftKey ? -1 : 1)
  }
  const leaveFilter = useStableCallback((to: 'match' | 'tree') => {
    if (to === 'match' && !isText) change((now) => goToMatch({ ...now, activeId: -1 }, 1))
    focus.focusContent()
  })
  function clearFilter() {
    setFilterText('')
    focus.focusContent()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys that work in every part of the view.
    <section ref={focus.root} className={`tree ${palette}`} onKeyDown={handleKey}>
      <SummaryCard display={tree.display} onCopy={onCopy} />
      <MetadataToolbar
        {...{ filterText, matches, count }}
        filterRef={focus.filter}
        onFilter={setFilterText}
        onStep={step}
        onLeaveFilter={leaveFilter}
      >
        {isText ? (
          <CopyAll key={asset} text={reading.text} onCopy={onCopy} />
        ) : (
          <GroupingButtons grouping={grouping} change={change} onGroup={setGrouping} />
        )}
        <ViewButtons view={view} onView={setView} />
      </MetadataToolbar>
      {missing ? (
        <MissingPanel
          report={missing}
          glossary={glossary}
          isAlone={!isText && !hasRows}
          listRef={focus.missing}
          onCopy={onCopy}
        />
      ) : null}
      {isText ? (
        <BodyText
          key={asset}
          text={reading.text}
          search={search}
          label={say('text.label')}
          scrollerRef={focus.text}
        />
      ) : (
        <TreeView
          {...{ asset, tree, change, glossary, filterText, onCopy }}
          isHidden={!hasRows}
          gridRef={focus.grid}
          onClearFilter={clearFilter}
          copyMenu={copyMenu ?? null}
          editor={editor ?? null}
        />
      )}
    </section>
  )
}

/** F3, Ctrl+G or Cmd+G. */
function isNextMatch({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'F3' || ((ctrlKey || metaKey) && key.toLowerCase() === 'g')
}
