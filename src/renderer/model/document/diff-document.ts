import {
  childRows,
  countRows,
  decodeStringToken,
  type RowKind,
  rowKind,
  rowParent,
  rowPosition,
  rowSubtreeEnd,
  rowValueToken,
} from '../../../shared/metadata-rows'
import { isContainer, keyOf as keyOrNull, type MetadataDocument } from './document'
import { pointerStep } from './json-pointer'

export type DiffDocument = MetadataDocument

/** A value as it stands in the text. Of an object or a list only what it is: its members are values of their own. */
export type DiffValue = {
  readonly kind: RowKind
  /** The literal, digits and escapes included; empty for objects and lists. */
  readonly token: string
  readonly isEmpty: boolean
}

export type DiffPlace = {
  /** JSON Pointer (RFC 6901). */
  readonly pointer: string
  /** Place among the values of the same pointer, from 0: a key can stand more than once in its object. */
  readonly occurrence: number
}

/** An object or a list with members is told by them. */
export function countsAlone({ kind, isEmpty }: DiffValue): boolean {
  return !isContainer(kind) || isEmpty
}

export function readValue({ text, rows }: DiffDocument, row: number): DiffValue {
  const kind = rowKind(rows, row)
  return {
    kind,
    token: isContainer(kind) ? '' : rowValueToken(text, rows, row),
    isEmpty: isContainer(kind) && rowSubtreeEnd(rows, row) === row + 1,
  }
}

/** The key of an object's member, decoded; empty for items of a list. */
export function keyOf(document: DiffDocument, row: number): string {
  return keyOrNull(document, row) ?? ''
}

/** The places of all rows. */
export function placesOf(document: DiffDocument): readonly DiffPlace[] {
  const places: DiffPlace[] = []
  const seen = new Map<string, number>()
  for (let row = 0; row < countRows(document.rows); row++) {
    const pointer = `${places[rowParent(document.rows, row)]?.pointer ?? ''}${stepOf(document, row)}`
    const occurrence = seen.get(pointer) ?? 0
    seen.set(pointer, occurrence + 1)
    places.push({ pointer, occurrence })
  }
  return places
}

export function stepOf(document: DiffDocument, row: number): string {
  const parent = rowParent(document.rows, row)
  if (parent < 0) return ''
  const isItem = rowKind(document.rows, parent) === 'array'
  const step = isItem ? String(rowPosition(document.rows, row)) : keyOf(document, row)
  return pointerStep(step)
}

/** Numbers every distinct content. */
export type Numbering = (content: string) => number

export function createNumbering(): Numbering {
  const numbers = new Map<string, number>()
  return (content) => {
    const known = numbers.get(content)
    if (known !== undefined) return known
    numbers.set(content, numbers.size)
    return numbers.size - 1
  }
}

/**
 * A number for the value of each row, its members included. With one numbering, two values of any documents have the
 * same number exactly when nothing in them differs.
 *
 * Numbers are compared by their digits, so that 1.0 is not 1; strings by their characters, however they are escaped;
 * objects by their keys in any order, of equal keys the first with the first.
 */
export function numberContents(document: DiffDocument, numbering: Numbering): Int32Array {
  const contents = new Int32Array(countRows(document.rows))
  // Members stand behind what holds them.
  for (let row = contents.length - 1; row >= 0; row--) {
    contents[row] = numbering(contentOf(document, row, contents, numbering))
  }
  return contents
}

function contentOf(document: DiffDocument, row: number, contents: Int32Array, numbering: Numbering): string {
  const { text, rows } = document
  const kind = rowKind(rows, row)
  if (kind === 'array') return `[${Array.from(childRows(rows, row), (child) => contents[child]).join()}`
  if (kind === 'object') {
    const members = Array.from(childRows(rows, row), (child) => ({
      key: numbering(`:${keyOf(document, child)}`),
      content: contents[child],
    }))
    const inOrder = members.sort((one, other) => one.key - other.key)
    return `{${inOrder.map(({ key, content }) => `${key}:${content}`).join()}`
  }
  const token = rowValueToken(text, rows, row)
  return kind === 'string' ? `"${decodeStringToken(token)}` : token
}
