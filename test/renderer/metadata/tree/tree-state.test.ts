import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrangeRows, cellOf } from '../../../../src/renderer/features/metadata/rows/display-rows'
import { createSameKeyCounter } from '../../../../src/renderer/features/metadata/rows/duplicate-keys'
import { noNeedles } from '../../../../src/renderer/features/metadata/search/filter-query'
import { filterRows } from '../../../../src/renderer/features/metadata/search/filter-rows'
import {
  activate,
  applyFilter,
  collapseAll,
  expandAll,
  findMatch,
  isOpen,
  openSiblings,
  refreshTree,
  setOpen,
  startTree,
  type TreeState,
} from '../../../../src/renderer/features/metadata/tree/tree-state'
import { findByTyping } from '../../../../src/renderer/features/metadata/tree/typeahead'
import { indexOfRow } from '../../../../src/renderer/features/metadata/tree/visible-rows'
import { keyOf } from '../../../../src/renderer/model/document/document'
import { patient, thorough } from '../../../support/property-runs'
import { bodyText } from '../../support/arbitrary-json'
import { documentOf } from '../../support/json-nodes'

function start(text: string) {
  return startTree(arrangeRows(documentOf(text)))
}

function labels({ display, visible }: TreeState) {
  return [...visible].map((id) => {
    const source = cellOf(display.source, id)
    return source < 0 ? `<${display.namespaces.get(id)}>` : (keyOf(display.document, source) ?? '-')
  })
}

function idOf(tree: TreeState, label: string): number {
  return cellOf(tree.visible, labels(tree).indexOf(label))
}

function filterFor(tree: TreeState, ...sources: number[]): TreeState {
  const matching = new Uint8Array(tree.display.count + 1)
  for (const source of sources) matching[source] = 1
  return applyFilter(tree, filterRows(tree.display, noNeedles, matching))
}

const body =
  '{"assetId":"u","assetMetadata":{"dc:a":{"x":1},"dc:b":[2,{"y":3}],"xmp:c":4},"repositoryMetadata":{"p":{"q":5}}}'

describe('expansion', () => {
  it('starts with sections and namespaces open and all else closed', () => {
    expect(labels(start(body))).toEqual([
      'assetMetadata',
      '<dc>',
      'dc:a',
      'dc:b',
      '<xmp>',
      'xmp:c',
      'repositoryMetadata',
      'p',
      'assetId',
    ])
  })

  it('expands all to every row and collapses all to the first level', patient, () => {
    fc.assert(
      fc.property(bodyText, (text) => {
        const tree = start(text)
        expect(expandAll(tree).visible.length).toBe(tree.display.count)
        expect(collapseAll(tree).visible.length).toBe(tree.display.topCount)
      }),
      thorough,
    )
  })

  it('moves the active row to its ancestor when that is closed', () => {
    let tree = expandAll(start(body))
    tree = activate(tree, idOf(tree, 'y'))
    tree = setOpen(tree, [idOf(tree, 'dc:b')], false)
    expect(tree.activeId).toBe(idOf(tree, 'dc:b'))
  })

  it('opens the siblings of the active row, and only them', () => {
    let tree = start(body)
    tree = openSiblings(activate(tree, idOf(tree, 'dc:a')))
    expect(labels(tree)).toEqual([
      'assetMetadata',
      '<dc>',
      'dc:a',
      'x',
      'dc:b',
      '-',
      '-',
      '<xmp>',
      'xmp:c',
      'repositoryMetadata',
      'p',
      'assetId',
    ])
  })

  it('comes back after a filter, whatever was opened meanwhile', patient, () => {
    fc.assert(
      fc.property(bodyText, fc.nat(), fc.nat(), (text, match, toggled) => {
        const before = start(text)
        const filtered = expandAll(filterFor(before, match % (before.display.count + 1)))
        const touched = setOpen(filtered, [toggled % Math.max(1, filtered.display.count)], false)
        expect([...applyFilter(touched, null).visible]).toEqual([...before.visible])
      }),
      thorough,
    )
  })
})

describe('refreshTree', () => {
  it('keeps what was open, by path, when a newer body has more and other fields', () => {
    let tree = start('{"assetMetadata":{"dc:a":{"x":1},"dc:a":{"x":2},"dc:b":[{"y":3}]}}')
    const second = indexOfRow(tree.visible, idOf(tree, 'dc:a')) + 1
    tree = setOpen(tree, [cellOf(tree.visible, second)], true)
    tree = setOpen(tree, [idOf(tree, 'dc:b')], true)
    tree = activate(tree, idOf(tree, 'x'))
    const newer = arrangeRows(
      documentOf(
        '{"assetId":"n","assetMetadata":{"xmp:new":0,"dc:a":{"x":1},"dc:a":{"w":0,"x":2},"dc:b":[{"y":3}]}}',
      ),
    )
    const refreshed = refreshTree(tree, newer)
    expect(labels(refreshed)).toEqual([
      'assetMetadata',
      '<xmp>',
      'xmp:new',
      '<dc>',
      'dc:a',
      'dc:a',
      'w',
      'x',
      'dc:b',
      '-',
      'assetId',
    ])
    expect(refreshed.activeId).toBe(idOf(refreshed, 'x'))
  })

  it('shows the same again for the same body', patient, () => {
    fc.assert(
      fc.property(
        bodyText,
        fc.array(fc.nat(), { maxLength: 6 }),
        fc.constantFrom(startTree, undefined),
        (text, toggles, base) => {
          let tree = start(text)
          if (!base) tree = expandAll(tree)
          for (const toggle of toggles) {
            const id = toggle % Math.max(1, tree.display.count)
            tree = activate(setOpen(tree, [id], !isOpen(tree, id)), id)
          }
          const again = refreshTree(tree, arrangeRows(documentOf(text)))
          expect([...again.visible]).toEqual([...tree.visible])
          expect(again.activeId).toBe(tree.activeId)
        },
      ),
      thorough,
    )
  })
})

describe('findMatch', () => {
  it('goes from match to match in both directions, around the end', () => {
    const tree = filterFor(start('["a","b","c","d"]'), 2, 4)
    function next(from: number, direction: 1 | -1) {
      return findMatch(activate(tree, from), direction)
    }
    expect(tree.activeId).toBe(1)
    expect([next(1, 1), next(3, 1), next(3, -1), next(1, -1)]).toEqual([3, 1, 1, 3])
  })
})

describe('findByTyping', () => {
  const tree = start(
    '{"assetMetadata":{"dc:title":1,"dc:Émile":2,"xmp:CreateDate":3,"xmp:CreatorTool":4,"dc:type":5}}',
  )
  function find(from: string, typed: string) {
    const collator = new Intl.Collator('en', { usage: 'search', sensitivity: 'base' })
    const found = findByTyping(tree.display, tree.visible, idOf(tree, from), typed, collator)
    return found === null ? null : labels(tree)[indexOfRow(tree.visible, found)]
  }

  it('finds keys by their whole name and by the part behind the namespace', () => {
    expect(find('dc:title', 'xmp:Cr')).toBe('xmp:CreateDate')
    expect(find('dc:title', 'creator')).toBe('xmp:CreatorTool')
    expect(find('dc:title', 'em')).toBe('dc:Émile')
    expect(find('dc:title', 'nothing')).toBeNull()
  })

  it('goes on with one letter and stays with more', () => {
    expect(find('dc:title', 't')).toBe('dc:type')
    expect(find('dc:type', 't')).toBe('dc:title')
    expect(find('dc:type', 'ty')).toBe('dc:type')
  })
})

describe('createSameKeyCounter', () => {
  function count(text: string, display = arrangeRows(documentOf(text))) {
    return Array.from({ length: display.count }, (_, id) => createSameKeyCounter(display)(id))
  }

  it('counts equal keys of one object, however they are escaped', () => {
    expect(count('{"a":1,"\\u0061":2,"b":{"a":3},"c":[4,5],"cafe\\u0301":6,"caf\\u00e9":7}')).toEqual([
      2, 2, 1, 1, 1, 1, 1, 1, 1,
    ])
  })

  it('counts sections, fields of a namespace and neighbours of sections', () => {
    const text = '{"assetMetadata":{"a:b":1,"c:d":2,"a:b":3},"assetMetadata":null,"x":4}'
    expect(count(text)).toEqual([2, 1, 2, 2, 1, 1, 2, 1])
  })
})
