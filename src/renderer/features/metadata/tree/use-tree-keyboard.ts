import { type KeyboardEvent, useMemo, useRef } from 'react'
import { cellOf } from '../rows/display-rows'
import { extendSelection, selectAll } from './selection'
import { activate, isExpandable, isOpen, openSiblings, setOpen, type TreeState } from './tree-state'
import { findByTyping, typeaheadPauseMs } from './typeahead'
import { indexOfRow } from './visible-rows'

type Step = (tree: TreeState) => TreeState

type Options = {
  change: (step: Step) => void
  locale: string
  /** Keys that point inwards and outwards follow the direction of the interface. */
  isRightToLeft: boolean
  rowsOnPage: () => number
  onCopyValue: () => void
}

/** The keys of a tree, after the WAI-ARIA Authoring Practices for tree grids. */
export function useTreeKeyboard(options: Options): (event: KeyboardEvent) => void {
  const word = useRef({ typed: '', at: 0 })
  const collator = useMemo(
    () => new Intl.Collator(options.locale, { usage: 'search', sensitivity: 'base' }),
    [options.locale],
  )

  function typeAhead({ key, timeStamp }: KeyboardEvent): Step | null {
    const isWithinWord = word.current.typed !== '' && timeStamp - word.current.at < typeaheadPauseMs
    const isCommand = key === ' ' || key === '*' || key === '/'
    if ([...key].length !== 1 || (isCommand && !isWithinWord)) return null
    const typed = isWithinWord ? word.current.typed + key : key
    word.current = { typed, at: timeStamp }
    return (tree) => {
      const found = findByTyping(tree.display, tree.visible, tree.activeId, typed, collator)
      return found === null ? tree : activate(tree, found)
    }
  }

  return (event) => {
    if (event.altKey || event.nativeEvent.isComposing) return
    if (event.ctrlKey || event.metaKey) {
      if (event.shiftKey) return
      const key = event.key.toLowerCase()
      if (key === 'c' && !hasSelectedText()) options.onCopyValue()
      else if (key === 'a') options.change(selectAll)
      else return
      event.preventDefault()
      return
    }
    const step = typeAhead(event) ?? stepFor(event, options)
    if (!step) return
    event.preventDefault()
    options.change(step)
  }
}

function hasSelectedText(): boolean {
  return window.getSelection()?.isCollapsed === false
}

function stepFor({ key, shiftKey }: KeyboardEvent, { isRightToLeft, rowsOnPage }: Options): Step | null {
  const select = shiftKey ? extendSelection : activate
  switch (key) {
    case 'ArrowDown':
      return move((index) => index + 1, select)
    case 'ArrowUp':
      return move((index) => index - 1, select)
    case 'PageDown':
      return move((index) => index + rowsOnPage(), select)
    case 'PageUp':
      return move((index) => index - rowsOnPage(), select)
    case 'Home':
      return move(() => 0, select)
    case 'End':
      return move((_, last) => last, select)
    case 'ArrowRight':
      return isRightToLeft ? stepOut : stepIn
    case 'ArrowLeft':
      return isRightToLeft ? stepIn : stepOut
    case 'Enter':
    case ' ':
      return toggleActive
    case '*':
      return openSiblings
    default:
      return null
  }
}

function move(target: (index: number, last: number) => number, select: typeof activate): Step {
  return (tree) => {
    const last = tree.visible.length - 1
    const index = target(indexOfRow(tree.visible, tree.activeId), last)
    return select(tree, cellOf(tree.visible, Math.max(0, Math.min(last, index))))
  }
}

const stepIn: Step = (tree) => {
  const { activeId } = tree
  if (!isExpandable(tree, activeId)) return tree
  if (!isOpen(tree, activeId)) return setOpen(tree, [activeId], true)
  return activate(tree, cellOf(tree.visible, indexOfRow(tree.visible, activeId) + 1))
}

const stepOut: Step = (tree) => {
  const { activeId } = tree
  if (isExpandable(tree, activeId) && isOpen(tree, activeId)) return setOpen(tree, [activeId], false)
  return activate(tree, cellOf(tree.display.parent, activeId))
}

const toggleActive: Step = (tree) => setOpen(tree, [tree.activeId], !isOpen(tree, tree.activeId))
