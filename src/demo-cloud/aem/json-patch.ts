import type { Node } from 'jsonc-parser'
import type { PatchPathForm } from '../switches'
import {
  insertChild,
  type JsonDocument,
  memberOf,
  membersOf,
  parseDocument,
  removeChild,
  replaceValue,
  sameValue,
  textOf,
} from './json-text'

export type PatchOutcome =
  | { ok: true; text: string }
  /** `malformed`: not a JSON Patch of metadata. `unprocessable`: one that cannot be applied here. */
  | { ok: false; reason: 'malformed' | 'unprocessable'; detail: string; fault: PatchFault | null }

/** The operation that cannot be applied, and its path as it was sent; null where the patch as a whole is wrong. */
export type PatchFault = { index: number; path: string | null }

interface Operation {
  index: number
  sentPath: string
  op: string
  path: string[]
  from: string[]
  value: Node | undefined
}

class PatchError extends Error {
  fault: PatchFault | null = null

  constructor(
    readonly reason: 'malformed' | 'unprocessable',
    detail: string,
  ) {
    super(detail)
  }
}

const needsValue = new Set(['add', 'replace', 'test', 'set', 'addUnique', 'removeFirst', 'removeAll'])
const knownOps = new Set([...needsValue, 'remove', 'move', 'copy', 'removeIfExists'])

/**
 * Applies an RFC 6902 patch to the text of `assetMetadata`: all of it, or nothing.
 *
 * Paths may start at the metadata or with `/assetMetadata`, and `repositoryMetadata` is read-only (Metadata Schemas
 * developer guide); which forms of a path are taken is a switch. The guide also names `set`, `removeIfExists`, `addUnique`, `removeFirst` and `removeAll`; what they do in detail
 * is taken from their names.
 */
export function applyPatch(
  metadataText: string,
  patchText: string,
  pathForms: readonly PatchPathForm[],
  readOnly: readonly string[] = [],
): PatchOutcome {
  try {
    const patch = parsePatch(patchText)
    const changed = operationsOf(patch, pathForms).reduce(
      (document, operation) =>
        blaming({ index: operation.index, path: operation.sentPath }, () =>
          applyOperation(document, patch, operation, readOnly),
        ),
      parseDocument(metadataText),
    )
    return { ok: true, text: changed.text }
  } catch (error) {
    if (error instanceof PatchError)
      return { ok: false, reason: error.reason, detail: error.message, fault: error.fault }
    throw error
  }
}

function blaming<T>(fault: PatchFault, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof PatchError) error.fault = fault
    throw error
  }
}

function parsePatch(text: string): JsonDocument {
  try {
    return parseDocument(text)
  } catch {
    throw new PatchError('malformed', 'The request body is not valid JSON.')
  }
}

function operationsOf(patch: JsonDocument, pathForms: readonly PatchPathForm[]): Operation[] {
  if (patch.root.type !== 'array')
    throw new PatchError('malformed', 'A JSON Patch is an array of operations.')
  return (patch.root.children ?? []).map((node, index) => {
    const sentPath = stringMember(node, 'path') ?? null
    return blaming({ index, path: sentPath }, () => operationOf(node, index, pathForms))
  })
}

function operationOf(node: Node, index: number, pathForms: readonly PatchPathForm[]): Operation {
  const op = stringMember(node, 'op')
  const path = stringMember(node, 'path')
  const from = stringMember(node, 'from')
  const value = memberOf(node, 'value')?.value
  if (op === undefined || path === undefined)
    throw new PatchError('malformed', `Operation ${index} lacks "op" or "path".`)
  if (!knownOps.has(op)) throw new PatchError('malformed', `Operation ${index} has an unknown "op".`)
  if (needsValue.has(op) && value === undefined)
    throw new PatchError('malformed', `Operation ${index} lacks "value".`)
  if ((op === 'move' || op === 'copy') && from === undefined) {
    throw new PatchError('malformed', `Operation ${index} lacks "from".`)
  }
  return {
    index,
    sentPath: path,
    op,
    path: metadataPath(path, pathForms),
    from: from === undefined ? [] : metadataPath(from, pathForms),
    value,
  }
}

function stringMember(node: Node, key: string): string | undefined {
  const value: unknown = memberOf(node, key)?.value.value
  return typeof value === 'string' ? value : undefined
}

function applyOperation(
  document: JsonDocument,
  patch: JsonDocument,
  operation: Operation,
  readOnly: readonly string[],
): JsonDocument {
  const { op, path, from, value } = operation
  const [field = ''] = path
  if (op !== 'test' && readOnly.includes(field)) {
    throw new PatchError('unprocessable', `"${field}" is read-only.`)
  }
  const valueText = value === undefined ? '' : textOf(patch, value)
  switch (op) {
    case 'add':
    case 'set':
      return add(document, path, valueText)
    case 'replace':
      return path.length === 0
        ? add(document, path, valueText)
        : replaceValue(document, existing(document, path), valueText)
    case 'remove':
      return remove(document, path)
    case 'removeIfExists':
      return find(document.root, path) === undefined ? document : remove(document, path)
    case 'test':
      if (value === undefined || !sameValue(document, existing(document, path), patch, value)) {
        throw new PatchError('unprocessable', `The test of /${path.join('/')} failed.`)
      }
      return document
    case 'addUnique':
      return addUnique(document, path, patch, value)
    case 'removeFirst':
    case 'removeAll':
      return removeEqualItems(document, path, patch, value, op === 'removeAll')
    default:
      return transfer(document, from, path, op === 'move')
  }
}

/** RFC 6901, with the metadata as root; a bare path is read as if it had its slash. */
function metadataPath(pointer: string, forms: readonly PatchPathForm[]): string[] {
  const isBare = pointer !== '' && !pointer.startsWith('/')
  if ((isBare && !forms.includes('bare')) || /~(?![01])/.test(pointer)) {
    throw new PatchError('malformed', `"${pointer}" is not a JSON Pointer.`)
  }
  const tokens = (isBare ? `/${pointer}` : pointer).split('/').slice(1)
  const path = tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (path[0] === 'repositoryMetadata') throw new PatchError('malformed', 'repositoryMetadata is read-only.')
  const hasPrefix = path[0] === 'assetMetadata'
  const form = isBare ? 'bare' : hasPrefix ? 'asset-metadata' : 'pointer'
  if (!forms.includes(form))
    throw new PatchError('unprocessable', `"${pointer}" is no property of the asset.`)
  return hasPrefix ? path.slice(1) : path
}

function find(root: Node, path: readonly string[]): Node | undefined {
  let node: Node | undefined = root
  for (const token of path) {
    if (node?.type === 'object') node = memberOf(node, token)?.value
    else if (node?.type === 'array') node = itemOf(node, token)
    else return undefined
  }
  return node
}

/** By position, or by the item's `@key`, which is how AEM addresses arrays of objects. */
function itemOf(array: Node, token: string): Node | undefined {
  const items = array.children ?? []
  const keyed = items.find((item) => item.type === 'object' && stringMember(item, '@key') === token)
  return keyed ?? (/^(0|[1-9]\d*)$/.test(token) ? items[Number(token)] : undefined)
}

function existing(document: JsonDocument, path: readonly string[]): Node {
  const node = find(document.root, path)
  if (node === undefined) throw new PatchError('unprocessable', `There is no value at /${path.join('/')}.`)
  return node
}

function add(document: JsonDocument, path: readonly string[], valueText: string): JsonDocument {
  const last = path.at(-1)
  if (last === undefined) {
    if (!valueText.startsWith('{')) throw new PatchError('unprocessable', 'The metadata must stay an object.')
    return replaceValue(document, document.root, valueText)
  }
  const parent = existing(document, path.slice(0, -1))
  if (parent.type === 'object') {
    const member = memberOf(parent, last)
    if (member !== undefined) return replaceValue(document, member.value, valueText)
    return insertChild(document, parent, membersOf(parent).length, `${JSON.stringify(last)}:${valueText}`)
  }
  const length = parent.children?.length ?? 0
  const index = last === '-' ? length : /^(0|[1-9]\d*)$/.test(last) ? Number(last) : Number.NaN
  if (parent.type !== 'array' || !(index <= length)) {
    throw new PatchError('unprocessable', `Nothing can be added at /${path.join('/')}.`)
  }
  return insertChild(document, parent, index, valueText)
}

function remove(document: JsonDocument, path: readonly string[]): JsonDocument {
  const node = existing(document, path)
  const last = path.at(-1)
  if (last === undefined) throw new PatchError('unprocessable', 'The metadata as a whole cannot be removed.')
  const parent = existing(document, path.slice(0, -1))
  const child = parent.type === 'object' ? memberOf(parent, last)?.property : node
  return removeChild(document, parent, child ?? node)
}

function transfer(document: JsonDocument, from: string[], path: string[], isMove: boolean): JsonDocument {
  const valueText = textOf(document, existing(document, from))
  const isInside = path.length > from.length && from.every((token, index) => token === path[index])
  if (isMove && isInside) throw new PatchError('unprocessable', 'A value cannot be moved into itself.')
  return add(isMove ? remove(document, from) : document, path, valueText)
}

function addUnique(
  document: JsonDocument,
  path: string[],
  patch: JsonDocument,
  value: Node | undefined,
): JsonDocument {
  const array = find(document.root, path)
  const valueText = value === undefined ? '' : textOf(patch, value)
  if (array === undefined) return add(document, path, `[${valueText}]`)
  const items = arrayItems(array, path)
  const isThere = value !== undefined && items.some((item) => sameValue(document, item, patch, value))
  return isThere ? document : insertChild(document, array, items.length, valueText)
}

function removeEqualItems(
  document: JsonDocument,
  path: string[],
  patch: JsonDocument,
  value: Node | undefined,
  all: boolean,
): JsonDocument {
  const array = existing(document, path)
  const match = arrayItems(array, path).find(
    (item) => value !== undefined && sameValue(document, item, patch, value),
  )
  if (match === undefined) return document
  const rest = removeChild(document, array, match)
  return all ? removeEqualItems(rest, path, patch, value, all) : rest
}

function arrayItems(node: Node, path: readonly string[]): Node[] {
  if (node.type !== 'array')
    throw new PatchError('unprocessable', `The value at /${path.join('/')} is not an array.`)
  return node.children ?? []
}
