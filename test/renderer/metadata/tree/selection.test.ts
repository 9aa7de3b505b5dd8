import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrangeRows, cellOf } from '../../../../src/renderer/features/metadata/rows/display-rows'
import {
  extendSelection,
  isSelected,
  selectAll,
  selectedIds,
  toggleSelected,
} from '../../../../src/renderer/features/metadata/tree/selection'
import {
  activate,
  collapseAll,
  expandAll,
  regroupTree,
  startTree,
  type TreeState,
} from '../../../../src/renderer/features/metadata/tree/tree-state'
import { patient, thorough } from '../../../support/property-runs'
import { bodyText } from '../../support/arbitrary-json'
import { documentOf } from '../../support/json-nodes'

const list = startTree(arrangeRows(documentOf('["a","b","c","d","e"]')))
function steps(tree: TreeState, ...done: ((tree: TreeState) => TreeState)[]) {
  return done.reduce((now, step) => step(now), tree)
}

describe('selection', () => {
  it('is the active row alone at first', () => {
    expect(selectedIds(list)).toEqual([0])
    expect(isSelected(list, 0)).toBe(true)
  })

  it('grows and shrinks from where it began', () => {
    const from = activate(list, 2)
    expect(selectedIds(extendSelection(from, 4))).toEqual([2, 3, 4])
    const back = steps(
      from,
      (tree) => extendSelection(tree, 4),
      (tree) => extendSelection(tree, 1),
    )
    expect(selectedIds(back)).toEqual([1, 2])
    expect(back.activeId).toBe(1)
    expect(selectedIds(extendSelection(back, 2))).toEqual([2])
  })

  it('takes single rows in and out, and never ends up empty', () => {
    const two = toggleSelected(activate(list, 1), 3)
    expect(selectedIds(two)).toEqual([1, 3])
    expect(selectedIds(toggleSelected(two, 3))).toEqual([1])
    expect(selectedIds(toggleSelected(activate(list, 1), 1))).toEqual([1])
    expect(
      selectedIds(
        steps(
          list,
          (tree) => toggleSelected(tree, 2),
          (tree) => toggleSelected(tree, 0),
        ),
      ),
    ).toEqual([2])
  })

  it('ends when a row is activated or what is visible changes', () => {
    const all = selectAll(list)
    expect(selectedIds(all)).toEqual([0, 1, 2, 3, 4])
    expect(selectedIds(activate(all, 3))).toEqual([3])
    expect(collapseAll(all).selected).toBeNull()
  })
})

describe('regroupTree', () => {
  it('keeps what is open and active when fields come into other groups and back', patient, () => {
    fc.assert(
      fc.property(bodyText, fc.nat(), (text, at) => {
        const document = documentOf(text)
        const byNamespace = arrangeRows(document, 'namespace')
        const opened = expandAll(startTree(byNamespace))
        const active = activate(opened, at % Math.max(1, byNamespace.count))
        const byMeaning = regroupTree(active, arrangeRows(document, 'meaning'))
        expect(byMeaning.visible.length).toBe(byMeaning.display.count)
        const source = cellOf(byNamespace.source, active.activeId)
        if (source >= 0) expect(cellOf(byMeaning.display.source, byMeaning.activeId)).toBe(source)
        const again = regroupTree(byMeaning, byNamespace)
        expect([...again.visible]).toEqual([...active.visible])
      }),
      thorough,
    )
  })
})
