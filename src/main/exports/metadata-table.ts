import {
  countRows,
  decodeStringToken,
  type RowKind,
  rowDepth,
  rowKeyToken,
  rowKind,
  rowParent,
  rowPosition,
  rowValueToken,
} from '../../shared/metadata-rows'

/** One value of a document, for people who read tables. */
export type TableRow = {
  /** The member of the document that it is in, such as `assetMetadata`; empty for the document's own fields. */
  group: string
  /** Prefix of the field that it belongs to, such as `dc`; empty where there is none. */
  namespace: string
  /** The field's name, or the place in its list. */
  key: string
  /** RFC 6901 */
  pointer: string
  kind: RowKind
  /** Text as it is meant, numbers with the digits that they came with; empty for objects and lists. */
  value: string
}

type Place = Pick<TableRow, 'group' | 'namespace' | 'pointer'>

const atRoot: Place = { group: '', namespace: '', pointer: '' }

/** Every value of a document in its order. An object as the document itself has no row of its own. */
export function* tableRows(text: string, rows: Int32Array): Generator<TableRow> {
  const places: Place[] = []
  for (let row = 0; row < countRows(rows); row++) {
    const kind = rowKind(rows, row)
    const key = keyOf(text, rows, row)
    const place = placeOf(places[rowParent(rows, row)], rowDepth(rows, row), key, kind)
    places.push(place)
    if (row === 0 && kind === 'object') continue
    yield { ...place, key, kind, value: textOf(text, rows, row, kind) }
  }
}

function keyOf(text: string, rows: Int32Array, row: number): string {
  const token = rowKeyToken(text, rows, row)
  if (token !== null) return decodeStringToken(token)
  return rowParent(rows, row) < 0 ? '' : String(rowPosition(rows, row))
}

function placeOf(parent: Place | undefined, depth: number, key: string, kind: RowKind): Place {
  if (parent === undefined) return atRoot
  const pointer = `${parent.pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
  const isGroup = depth === 1 && (kind === 'object' || kind === 'array')
  return {
    pointer,
    group: isGroup ? key : parent.group,
    namespace: depth <= 2 ? prefixOf(key) : parent.namespace,
  }
}

function prefixOf(key: string): string {
  const colon = key.indexOf(':')
  return colon > 0 ? key.slice(0, colon) : ''
}

function textOf(text: string, rows: Int32Array, row: number, kind: RowKind): string {
  if (kind === 'object' || kind === 'array') return ''
  const token = rowValueToken(text, rows, row)
  return kind === 'string' ? decodeStringToken(token) : token
}
