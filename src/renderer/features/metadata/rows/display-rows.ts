import {
  childRows,
  countRows,
  rowDepth,
  rowKeyToken,
  rowParent,
  rowPosition,
  rowSubtreeEnd,
} from '../../../../shared/metadata-rows'
import { keyOf, kindOf, type MetadataDocument } from '../../../model/document/document'
import { type ArrayMarkers, findArrayMarkers } from './array-markers'
import { groupByMeaning, type Meaning } from './meaning-groups'
import { groupByNamespace } from './namespace-groups'

/** What a displayed row is: a field of the body, or a heading over fields. */
export const heading = { none: 0, section: 1, namespace: 2, meaning: 3 } as const

/** By what the fields of a section are brought together. */
export const groupings = ['namespace', 'meaning'] as const
export type Grouping = (typeof groupings)[number]

/**
 * The rows in the order of display, as columns; a row's number is its place in them. All rows below a row follow it
 * directly, so that whatever is shown and hidden is found by stepping over whole branches.
 */
export type DisplayRows = {
  readonly document: MetadataDocument
  readonly count: number
  /** Rows that are fields: all but the headings. */
  readonly fieldCount: number
  /** Row of the document's table; -1 for the heading of a group, which stands for no value of the body. */
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
  /** What the fields below are about, by heading of such a group. */
  readonly meanings: ReadonlyMap<number, Meaning>
  /** Markers of list types that stand as the last rows below their field, by field. */
  readonly markers: ReadonlyMap<number, readonly number[]>
}

/** Sections in this order, above all other members of the body. `true`: worth groups by namespace. */
const sections: ReadonlyMap<string, boolean> = new Map([
  ['assetMetadata', true],
  ['folderMetadata', true],
  ['collectionMetadata', true],
  ['repositoryMetadata', false],
])

/** Arranges an answer of AEM into sections and groups; a body of another shape stays as it is. */
export function arrangeRows(document: MetadataDocument, grouping: Grouping = 'namespace'): DisplayRows {
  const total = countRows(document.rows)
  if (total === 0) return createWriter(document, 0).finish()
  const members = [...childRows(document.rows, 0)]
  const found = kindOf(document, 0) === 'object' ? findSections(document, members) : []
  const sectionRows = found.map(({ row, hasNamespaces }) => ({
    row,
    groups: groupSection(document, row, grouping, hasNamespaces),
    markers: findArrayMarkers(document, row),
  }))
  const groupCount = sectionRows.reduce((sum, { groups }) => sum + groups.length, 0)
  const writer = createWriter(document, total + groupCount)

  for (const { row, groups, markers } of sectionRows) {
    const section = writer.addHeading(row, heading.section, -1)
    for (const { name, rows } of groups) {
      if (rows.every((field) => markers.all.has(field))) continue
      const group = name ? writer.addGroup(name, section) : section
      for (const field of rows) writer.addField(field, group, markers)
      writer.close(group)
    }
    writer.close(section)
  }
  const isSection = new Set(sectionRows.map(({ row }) => row))
  if (members.length === 0) writer.addBranch(0, -1)
  for (const member of members) if (!isSection.has(member)) writer.addBranch(member, -1)
  return writer.finish()
}

type GroupName = { readonly prefix: string | null } | { readonly meaning: Meaning }

/** `name` is null for fields that stand directly in the section. */
function groupSection(
  document: MetadataDocument,
  row: number,
  grouping: Grouping,
  hasNamespaces: boolean,
): readonly { name: GroupName | null; rows: readonly number[] }[] {
  if (grouping === 'meaning')
    return groupByMeaning(document, row).map(({ meaning, rows }) => ({ name: { meaning }, rows }))
  if (hasNamespaces)
    return groupByNamespace(document, row).map(({ prefix, rows }) => ({ name: { prefix }, rows }))
  return [{ name: null, rows: [...childRows(document.rows, row)] }]
}

function findSections(document: MetadataDocument, members: readonly number[]) {
  const order = [...sections.keys()]
  return members
    .filter((row) => kindOf(document, row) === 'object')
    .filter((row) => mayBeSection(document, row))
    .map((row) => ({ row, key: keyOf(document, row) ?? '' }))
    .filter(({ key }) => sections.has(key))
    .map(({ row, key }) => ({ row, order: order.indexOf(key), hasNamespaces: sections.get(key) ?? false }))
    .sort((one, other) => one.order - other.order)
}

/** Spares decoding when a body has many thousand members at its first level; each character may be an escape. */
function mayBeSection(document: MetadataDocument, row: number): boolean {
  return (rowKeyToken(document.text, document.rows, row)?.length ?? 0) <= 2 + 6 * 'collectionMetadata'.length
}

function createWriter(document: MetadataDocument, capacity: number) {
  const source = new Int32Array(capacity)
  const headings = new Uint8Array(capacity)
  const level = new Int32Array(capacity)
  const parent = new Int32Array(capacity)
  const end = new Int32Array(capacity)
  const position = new Int32Array(capacity)
  const childCount = new Int32Array(capacity)
  const namespaces = new Map<number, string | null>()
  const meaningHeadings = new Map<number, Meaning>()
  const markerIds = new Map<number, readonly number[]>()
  let count = 0
  let topCount = 0
  let fieldCount = 0

  function add(sourceRow: number, parentId: number): number {
    const id = count++
    source[id] = sourceRow
    parent[id] = parentId
    level[id] = parentId < 0 ? 1 : (level[parentId] ?? 0) + 1
    position[id] = parentId < 0 ? topCount++ : (childCount[parentId] ?? 0)
    if (parentId >= 0) childCount[parentId] = (childCount[parentId] ?? 0) + 1
    end[id] = count
    return id
  }

  function addHeading(sourceRow: number, kind: 1 | 2 | 3, parentId: number): number {
    const id = add(sourceRow, parentId)
    headings[id] = kind
    return id
  }

  /** Copies a row with everything below it. */
  function addBranch(row: number, parentId: number): number {
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
    return first
  }

  return {
    addHeading,
    addBranch,
    addGroup: (name: GroupName, parentId: number): number => {
      const isNamespace = 'prefix' in name
      const id = addHeading(-1, isNamespace ? heading.namespace : heading.meaning, parentId)
      if (isNamespace) namespaces.set(id, name.prefix)
      else meaningHeadings.set(id, name.meaning)
      return id
    },
    /** Adds a field of a section, with the markers of its list type below it; markers by themselves are skipped. */
    addField: (row: number, parentId: number, markers: ArrayMarkers): void => {
      if (markers.all.size > 0 && markers.all.has(row)) return
      const field = addBranch(row, parentId)
      if (markers.all.size === 0) return
      const own = markers.byField.get(row)
      if (!own) return
      markerIds.set(
        field,
        own.map((marker) => addBranch(marker, field)),
      )
      end[field] = count
    },
    close: (id: number): void => {
      end[id] = count
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
      meanings: meaningHeadings,
      markers: markerIds,
    }),
  }
}

/** A cell of one of the columns; -1 outside of them. */
export function cellOf(cells: Int32Array, id: number): number {
  return cells[id] ?? -1
}

/** The rows directly below a row; those of the first level for -1. */
export function* childIds(display: DisplayRows, id: number): Generator<number> {
  const end = id < 0 ? display.count : cellOf(display.end, id)
  for (let child = id + 1; child < end; child = cellOf(display.end, child)) yield child
}

/** True for the heading of a group, which is no value of the body. */
export function isGroupHeading(display: DisplayRows, id: number): boolean {
  return display.heading[id] === heading.namespace || display.heading[id] === heading.meaning
}

/** Fields or items of the value itself, whatever a filter hides; of a section, those of its groups. */
export function countFields(display: DisplayRows, id: number): number {
  const count = cellOf(display.childCount, id) - (display.markers.get(id)?.length ?? 0)
  if (display.heading[id] !== heading.section || !isGroupHeading(display, id + 1)) return count
  return [...childIds(display, id)].reduce((sum, group) => sum + cellOf(display.childCount, group), 0)
}
