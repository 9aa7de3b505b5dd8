import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { useLocale } from '@react-spectrum/s2/Provider'
import { type ReactNode, type RefObject, useEffect } from 'react'
import { type CopiedPart, copiedParts } from '../../../shared/metadata'
import { useStableCallback } from '../../components/use-stable-callback'
import { useMessages } from '../../language/messages'
import type { Glossary } from '../../model/glossary/glossary'
import { partOf } from './copy/copied-text'
import { putValues } from './copy/dragged-values'
import { type CopyMenu, type CopyText, useCopyRows } from './copy/use-copy'
import { DetailStrip } from './details/detail-strip'
import messages from './messages/en.json'
import { cellOf } from './rows/display-rows'
import { extendSelection, isSelected, selectedIds, toggleSelected } from './tree/selection'
import { rowsOnTreePage, TreeGrid } from './tree/tree-grid'
import { activate, isOpen, revealSource, setOpen, type TreeState } from './tree/tree-state'
import type { ChangeTree } from './tree/use-tree'
import { useTreeKeyboard } from './tree/use-tree-keyboard'

const noRows: ReadonlySet<number> = new Set()

function sourceOf({ display, activeId }: TreeState): number | null {
  const source = cellOf(display.source, activeId)
  return source < 0 ? null : source
}

const selecting = { alone: activate, upTo: extendSelection, toggle: toggleSelected } as const

/** What can be done with a document besides reading it. */
export type TreeEditor = {
  /** Takes the place of the details of the active row: a row of the document, null for the heading of a group. */
  renderRow: (row: number | null) => ReactNode
  /** Rows whose value was changed. */
  changedRows: ReadonlySet<number>
  /** A row to go to when the document has changed; null stays where the user is. */
  revealed: { row: number } | null
}

export type TreeViewProps = {
  /** Tells one asset from the next. */
  asset: string
  tree: TreeState
  change: ChangeTree
  glossary: Glossary | null
  filterText: string
  /** The list of missing fields stands in its place. */
  isHidden: boolean
  gridRef: RefObject<HTMLDivElement | null>
  onClearFilter: () => void
  onCopy: CopyText
  copyMenu: CopyMenu | null
  editor: TreeEditor | null
}

/** The tree, and the details of its active row. */
export function TreeView(props: TreeViewProps) {
  const {
    asset,
    tree,
    change,
    glossary,
    filterText,
    isHidden,
    gridRef,
    onClearFilter,
    onCopy,
    copyMenu,
    editor,
  } = props
  const say = useMessages(messages)
  const { locale, direction } = useLocale()
  const { report, copy } = useCopyRows(tree.display, onCopy)
  const copySelected = useStableCallback(
    (part: CopiedPart) => void copy(selectedIds(tree), part, tree.activeId),
  )
  useEffect(() => copyMenu?.onChosen(copySelected), [copyMenu, copySelected])
  const revealed = editor?.revealed ?? null
  useEffect(() => {
    if (revealed !== null) change((now) => revealSource(now, revealed.row))
  }, [revealed, change])
  function openMenu(id: number) {
    if (!isSelected(tree, id)) change((now) => activate(now, id))
    if (cellOf(tree.display.source, id) < 0 || !copyMenu) return
    const hasKey = partOf(tree.display, id, 'key') !== null
    copyMenu.open(copiedParts.filter((part) => hasKey || (part !== 'key' && part !== 'keyValue')))
  }
  const handleKey = useTreeKeyboard({
    change,
    locale,
    isRightToLeft: direction === 'rtl',
    rowsOnPage: () => rowsOnTreePage(gridRef.current),
    onCopyValue: () => copySelected('value'),
  })
  return (
    <div className="tree-work">
      <div className="tree-frame" hidden={isHidden}>
        <TreeGrid
          {...{ asset, tree, glossary, gridRef }}
          changedRows={editor?.changedRows ?? noRows}
          onSelect={(id, how) => change((now) => selecting[how](now, id))}
          onToggle={(id) => change((now) => setOpen(now, [id], !isOpen(now, id)))}
          onKeyDown={handleKey}
          onMenu={openMenu}
          onDrag={(id, data) =>
            putValues(data, tree.display, isSelected(tree, id) ? selectedIds(tree) : [id])
          }
        />
        {tree.filtered?.matchCount === 0 ? (
          <div className="tree-nothing">
            <span>{say('count.none', { text: filterText })}</span>
            <ActionButton onPress={onClearFilter}>{say('filter.clear')}</ActionButton>
          </div>
        ) : null}
      </div>
      {tree.activeId < 0 ? null : editor ? (
        editor.renderRow(sourceOf(tree))
      ) : (
        <DetailStrip {...{ asset, tree, glossary, report }} onCopy={copySelected} />
      )}
    </div>
  )
}
