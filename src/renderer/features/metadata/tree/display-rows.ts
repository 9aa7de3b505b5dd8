import {
  childRows,
  countRows,
  rowDepth,
  rowKeyToken,
  rowParent,
  rowPosition,
  rowSubtreeEnd,
} from '../../../../shared/metadata-rows'
import { keyOf, kindOf, type MetadataDocument } from './document'
import { groupByNamespace } from './namespace-groups'

/** What a displayed row is: a field of the body, or a heading over fields. */
export const heading = { none: 0, section: 1, namespace: 2 } as const

/**
 * The rows in the order of display, as columns; a row's number is its place in them. All rows below a row follow it
 * directly, so that whatever is shown and hidden is found by stepping over whole branches.
 */
export type DisplayRows = {
  readonly document: MetadataDocument
  readonly count: number
  /** Rows that are fields: all but the headings. */
  readonly fieldCount: number
  /** Row of the document's table; -1 for a namespace heading, which stands for no value of the body. */
  readonly source: Int32Array
  readonly heading: Uint8Array
  /** From 1. */
  readonly level: Int32Array
  /** -1 at the first level. */
  readonly parent: Int32Array
  /** The row after the last one below. */
  readonly end: Int32Array
  /** Among its siblings, from 0. */
  readonly position: Int32Array
  readonly childCount: Int32Array
  /** Number of rows at the first level. */
  readonly topCount: number
  /** Prefix by namespace heading; null for keys without one. */
  readonly namespaces: ReadonlyMap<number, string | null>
}

/** Sections in this order, above all other members of the body. `true`: grouped by namespace. */
const sections: ReadonlyMap<string, boolean> = new Map([
  ['assetMetadata', true],
  ['folderMetadata', true],
  ['collectionMetadata', true],
  ['repositoryMetadata', false],
])

/** Arranges an answer of AEM into sections and namespaces; a body of another shape stays as it is. */
export const arrangeRows = (document: MetadataDocument): DisplayRows => {
  const total = countRows(document.rows)
  if (total === 0) return createWriter(document, 0).finish()
  const members = [...childRows(document.rows, 0)]
  const sectionRows = kindOf(document, 0) === 'object' ? findSections(document, members) : []
  const groupsOf = new Map(
    sectionRows
      .filter(({ isGrouped }) => isGrouped)
      .map(({ row }) => [row, groupByNamespace(document, row)] as const),
  )
  const groupCount = [...groupsOf.values()].reduce((sum, groups) => sum + groups.length, 0)
  const writer = createWriter(document, total + groupCount)

  for (const { row } of sectionRows) {
    const section = writer.addHeading(row, heading.section, -1)
    for (const { prefix, rows } of groupsOf.get(row) ?? []) {
      const group = writer.addHeading(-1, heading.namespace, section, prefix)
      for (const field of rows) writer.addBranch(field, group)
      writer.close(group)
    }
    if (!groupsOf.has(row))
      for (const field of childRows(document.rows, row)) writer.addBranch(field, section)
    writer.close(section)
  }
  const isSection = new Set(sectionRows.map(({ row }) => row))
  if (members.length === 0) writer.addBranch(0, -1)
  for (const member of members) if (!isSection.has(member)) writer.addBranch(member, -1)
  return writer.finish()
}

const findSections = (document: MetadataDocument, members: readonly number[]) => {
  const order = [...sections.keys()]
  return members
    .filter((row) => kindOf(document, row) === 'object')
    .filter((row) => mayBeSection(document, row))
    .map((row) => ({ row, key: keyOf(document, row) ?? '' }))
    .filter(({ key }) => sections.has(key))
    .map(({ row, key }) => ({ row, order: order.indexOf(key), isGrouped: sections.get(key) ?? false }))
    .sort((one, other) => one.order - other.order)
}

/** Spares decoding when a body has many thousand members at its first level; each character may be an escape. */
const mayBeSection = (document: MetadataDocument, row: number): boolean =>
  (rowKeyToken(document.text, document.rows, row)?.length ?? 0) <= 2 + 6 * 'collectionMetadata'.length

const createWriter = (document: MetadataDocument, capacity: number) => {
  const source = new Int32Array(capacity)
  const headings = new Uint8Array(capacity)
  const level = new Int32Array(capacity)
  const parent = new Int32Array(capacity)
  const end = new Int32Array(capacity)
  const position = new Int32Array(capacity)
  const childCount = new Int32Array(capacity)
  const namespaces = new Map<number, string | null>()
  let count = 0
  let topCount = 0
  let fieldCount = 0

  const add = (sourceRow: number, parentId: number): number => {
    const id = count++
    source[id] = sourceRow
    parent[id] = parentId
    level[id] = parentId < 0 ? 1 : (level[parentId] ?? 0) + 1
    position[id] = parentId < 0 ? topCount++ : (childCount[parentId] ?? 0)
    if (parentId >= 0) childCount[parentId] = (childCount[parentId] ?? 0) + 1
    end[id] = count
    return id
  }

  return {
    addHeading: (sourceRow: number, kind: 1 | 2, parentId: number, prefix: string | null = null): number => {
      const id = add(sourceRow, parentId)
      headings[id] = kind
      if (kind === heading.namespace) namespaces.set(id, prefix)
      return id
    },
    close: (id: number): void => {
      end[id] = count
    },
    /** Copies a row with everything below it. */
    addBranch: (row: number, parentId: number): void => {
      const { rows } = document
      const first = add(row, parentId)
      const shift = first - row
      const levelShift = (level[first] ?? 1) - rowDepth(rows, row)
      const last = rowSubtreeEnd(rows, row)
      end[first] = last + shift
      for (let at = row + 1; at < last; at++) {
        const id = at + shift
        const above = rowParent(rows, at) + shift
        source[id] = at
        parent[id] = above
        level[id] = rowDepth(rows, at) + levelShift
        end[id] = rowSubtreeEnd(rows, at) + shift
        position[id] = rowPosition(rows, at)
        childCount[above] = (childCount[above] ?? 0) + 1
      }
      count = last + shift
      fieldCount += last - row
    },
    finish: (): DisplayRows => ({
      document,
      count,
      fieldCount,
      source: source.subarray(0, count),
      heading: headings.subarray(0, count),
      level: level.subarray(0, count),
      parent: parent.subarray(0, count),
      end: end.subarray(0, count),
      position: position.subarray(0, count),
      childCount: childCount.subarray(0, count),
      topCount,
      namespaces,
    }),
  }
}

/** A cell of one of the columns; -1 outside of them. */
export const cellOf = (cells: Int32Array, id: number): number => cells[id] ?? -1

/** The rows directly below a row; those of the first level for -1. */
export function* childIds(display: DisplayRows, id: number): Generator<number> {
  const end = id < 0 ? display.count : cellOf(display.end, id)
  for (let child = id + 1; child < end; child = cellOf(display.end, child)) yield child
}

/** Fields or items of the value itself, whatever a filter hides; of a section, those of its namespaces. */
export const countFields = (display: DisplayRows, id: number): number => {
  const count = cellOf(display.childCount, id)
  if (!display.namespaces.has(id + 1) || display.heading[id] !== heading.section) return count
  return [...childIds(display, id)].reduce((sum, group) => sum + cellOf(display.childCount, group), 0)
}
