import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { useLocale } from '@react-spectrum/s2/Provider'
import { type RefObject, useEffect } from 'react'
import { type CopiedPart, copiedParts } from '../../../shared/metadata'
import { useStableCallback } from '../../components/use-stable-callback'
import { useMessages } from '../../language/messages'
import type { Glossary } from '../../model/glossary/glossary'
import { partOf } from './copy/copied-text'
import { type CopyMenu, type CopyText, useCopyRows } from './copy/use-copy'
import { DetailStrip } from './details/detail-strip'
import messages from './messages/en.json'
import { cellOf } from './rows/display-rows'
import { extendSelection, isSelected, selectedIds, toggleSelected } from './tree/selection'
import { rowsOnPage, TreeGrid } from './tree/tree-grid'
import { activate, isOpen, setOpen, type TreeState } from './tree/tree-state'
import type { ChangeTree } from './tree/use-tree'
import { useTreeKeyboard } from './tree/use-tree-keyboard'

const selecting = { alone: activate, upTo: extendSelection, toggle: toggleSelected } as const

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
}

/** The tree, and the details of its active row. */
export function TreeView(props: TreeViewProps) {
  const { asset, tree, change, glossary, filterText, isHidden, gridRef, onClearFilter, onCopy, copyMenu } =
    props
  const say = useMessages(messages)
  const { locale, direction } = useLocale()
  const { report, copy } = useCopyRows(tree.display, onCopy)
  const copySelected = useStableCallback(
    (part: CopiedPart) => void copy(selectedIds(tree), part, tree.activeId),
  )
  useEffect(() => copyMenu?.onChosen(copySelected), [copyMenu, copySelected])
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
    rowsOnPage: () => rowsOnPage(gridRef.current),
    onCopyValue: () => copySelected('value'),
  })
  return (
    <div className="tree-work">
      <div className="tree-frame" hidden={isHidden}>
        <TreeGrid
          {...{ asset, tree, glossary, gridRef }}
          onSelect={(id, how) => change((now) => selecting[how](now, id))}
          onToggle={(id) => change((now) => setOpen(now, [id], !isOpen(now, id)))}
          onKeyDown={handleKey}
          onMenu={openMenu}
        />
        {tree.filtered?.matchCount === 0 ? (
          <div className="tree-nothing">
            <span>{say('count.none', { text: filterText })}</span>
            <ActionButton onPress={onClearFilter}>{say('filter.clear')}</ActionButton>
          </div>
        ) : null}
      </div>
      {tree.activeId < 0 ? null : (
        <DetailStrip {...{ asset, tree, glossary, report }} onCopy={copySelected} />
      )}
    </div>
  )
}
