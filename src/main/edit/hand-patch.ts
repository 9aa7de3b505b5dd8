import type { FieldPath, PatchProblem } from '../../shared/edit'
import { childRows, decodeStringToken, rowKind } from '../../shared/metadata-rows'
import { NotJson } from '../metadata/tabulate-json'
import { appendMember, insertItem, removeChild, replaceValue } from './change-text'
import { type ChangedFields, takeFields } from './changed-fields'
import { findMetadata } from './field-changes'
import { childAt, isSameText, type JsonDocument, membersOf, parseDocument, valueText } from './json-value'
import type { PatchOperation } from './patch-operations'

export type HandPatch = {
  operations: PatchOperation[]
  problems: PatchProblem[]
  /** Paths without a leading slash, as the tutorial writes them. */
  barePaths: string[]
}

/** RFC 6902, and what the Metadata Schemas developer guide adds. */
const operationsWithValue = ['add', 'replace', 'test', 'set', 'addUnique', 'removeFirst', 'removeAll']
const operationsWithFrom = ['move', 'copy']
const knownOperations = [...operationsWithValue, ...operationsWithFrom, 'remove', 'removeIfExists']

class Refused extends Error {
  constructor(
    readonly code: PatchProblem['code'],
    readonly path: string,
  ) {
    super(code)
    this.name = 'Refused'
  }
}

/** Reads a JSON Patch that was written by hand, as far as it makes sense. */
export function readPatch(text: string): HandPatch {
  const reading: HandPatch = { operations: [], problems: [], barePaths: [] }
  let document: JsonDocument
  try {
    document = parseDocument(text)
  } catch (thrown) {
    if (!(thrown instanceof NotJson)) throw thrown
    return { ...reading, problems: [{ operation: null, code: 'not-json', path: '' }] }
  }
  if (rowKind(document.rows, 0) !== 'array') {
    return { ...reading, problems: [{ operation: null, code: 'not-a-list', path: '' }] }
  }
  let at = 0
  for (const row of childRows(document.rows, 0)) {
    const operation = at++
    try {
      reading.operations.push(readOperation(document, row, reading.barePaths))
    } catch (thrown) {
      if (!(thrown instanceof Refused)) throw thrown
      reading.problems.push({ operation, code: thrown.code, path: thrown.path })
    }
  }
  return reading
}

function readOperation(document: JsonDocument, row: number, barePaths: string[]): PatchOperation {
  if (rowKind(document.rows, row) !== 'object') throw new Refused('not-an-operation', '')
  const members = membersOf(document, row)
  function textOf(name: string): string | undefined {
    const member = members.get(name)
    if (member === undefined || rowKind(document.rows, member) !== 'string') return undefined
    return decodeStringToken(valueText(document, member))
  }
  const [op, path, from, value] = [textOf('op'), textOf('path'), textOf('from'), members.get('value')]
  if (op === undefined) throw new Refused('no-op', '')
  if (!knownOperations.includes(op)) throw new Refused('unknown-op', op)
  if (path === undefined) throw new Refused('no-path', '')
  if (operationsWithValue.includes(op) && value === undefined) throw new Refused('no-value', path)
  if (operationsWithFrom.includes(op) && from === undefined) throw new Refused('no-from', path)
  return {
    op,
    path: readPath(path, barePaths),
    ...(from === undefined ? {} : { from: readPath(from, barePaths) }),
    ...(value === undefined ? {} : { value: valueText(document, value) }),
  }
}

/** A path below `assetMetadata`, however it is written (RFC 6901). */
function readPath(text: string, barePaths: string[]): FieldPath {
  if (/~(?![01])/.test(text)) throw new Refused('bad-path', text)
  const isBare = text !== '' && !text.startsWith('/')
  if (isBare) barePaths.push(text)
  const steps = (isBare ? text : text.slice(1))
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (steps[0] === 'repositoryMetadata') throw new Refused('read-only', text)
  const path = steps[0] === 'assetMetadata' ? steps.slice(1) : steps
  if (text === '' || path.length === 0) throw new Refused('bad-path', text)
  return path
}

/** The body after the patch; the problem of the first operation that cannot be applied, none of which then counts. */
export function applyPatch(
  body: JsonDocument,
  operations: readonly PatchOperation[],
): { body: JsonDocument; problem: PatchProblem | null } {
  const fields = takeFields(body)
  for (const [operation, step] of operations.entries()) {
    try {
      applyToFields(fields, step)
    } catch (thrown) {
      if (!(thrown instanceof Refused)) throw thrown
      return { body, problem: { operation, code: thrown.code, path: thrown.path } }
    }
  }
  return { body: fields.whole(), problem: null }
}

function applyToFields(fields: ChangedFields, operation: PatchOperation): void {
  const { op, path, from = path } = operation
  const [to, source] = [String(path[0]), String(from[0])]
  if (to === source) {
    fields.set(to, applyOperation(fields.of(to), operation))
    return
  }
  // From one field to another.
  const value = valueText(fields.of(source), requireRow(fields.of(source), from))
  if (op === 'move') fields.set(source, applyOperation(fields.of(source), { op: 'remove', path: from }))
  fields.set(to, applyOperation(fields.of(to), { op: 'add', path, value }))
}

function applyOperation(
  body: JsonDocument,
  { op, path, from = [], value = '' }: PatchOperation,
): JsonDocument {
  switch (op) {
    case 'add':
    case 'set':
      return addAt(body, path, value)
    case 'replace':
      return parseDocument(replaceValue(body, requireRow(body, path), value))
    case 'remove':
      return parseDocument(removeChild(body, requireRow(body, path)))
    case 'removeIfExists':
      return findRow(body, path) === null ? body : parseDocument(removeChild(body, requireRow(body, path)))
    case 'test':
      if (isSameText(valueText(body, requireRow(body, path)), value, 'value')) return body
      throw new Refused('test-failed', textOfPath(path))
    case 'move': {
      const moved = valueText(body, requireRow(body, from))
      if (isInside(path, from)) throw new Refused('cannot-add', textOfPath(path))
      return addAt(parseDocument(removeChild(body, requireRow(body, from))), path, moved)
    }
    case 'copy':
      return addAt(body, path, valueText(body, requireRow(body, from)))
    case 'addUnique':
      if (findRow(body, path) === null) return addAt(body, path, `[${value}]`)
      return findItem(body, path, value) === null ? addAt(body, [...path, '-'], value) : body
    default:
      return removeItems(body, path, value, op === 'removeAll')
  }
}

function isInside(path: FieldPath, other: FieldPath): boolean {
  return path.length > other.length && other.every((step, at) => String(path[at]) === String(step))
}

function textOfPath(path: FieldPath): string {
  return `/${path.join('/')}`
}

/** In a list by `@key`, where its items have one, or by position. */
function stepInto(body: JsonDocument, row: number, step: string | number): number | null {
  if (rowKind(body.rows, row) !== 'array') return childAt(body, row, step)
  for (const item of childRows(body.rows, row)) {
    const key = childAt(body, item, '@key')
    if (key !== null && isSameText(valueText(body, key), JSON.stringify(String(step)), 'digits')) return item
  }
  return /^(0|[1-9]\d*)$/.test(String(step)) ? childAt(body, row, Number(step)) : null
}

function findRow(body: JsonDocument, path: FieldPath): number | null {
  let row = findMetadata(body)
  for (const step of path) row = row === null ? null : stepInto(body, row, step)
  return row
}

function requireRow(body: JsonDocument, path: FieldPath): number {
  const row = findRow(body, path)
  if (row === null) throw new Refused('nothing-there', textOfPath(path))
  return row
}

function addAt(body: JsonDocument, path: FieldPath, value: string): JsonDocument {
  const last = String(path.at(-1))
  const parent = requireRow(body, path.slice(0, -1))
  if (rowKind(body.rows, parent) === 'object') {
    const there = childAt(body, parent, last)
    return parseDocument(
      there === null ? appendMember(body, parent, last, value) : replaceValue(body, there, value),
    )
  }
  const count = rowKind(body.rows, parent) === 'array' ? [...childRows(body.rows, parent)].length : -1
  const at = last === '-' ? count : /^(0|[1-9]\d*)$/.test(last) ? Number(last) : Number.POSITIVE_INFINITY
  if (count < 0 || at > count) throw new Refused('cannot-add', textOfPath(path))
  return parseDocument(insertItem(body, parent, at, value))
}

function findItem(body: JsonDocument, path: FieldPath, value: string): number | null {
  const list = requireRow(body, path)
  if (rowKind(body.rows, list) !== 'array') throw new Refused('not-a-list-value', textOfPath(path))
  for (const item of childRows(body.rows, list)) {
    if (isSameText(valueText(body, item), value, 'value')) return item
  }
  return null
}

function removeItems(body: JsonDocument, path: FieldPath, value: string, all: boolean): JsonDocument {
  const item = findItem(body, path, value)
  if (item === null) return body
  const rest = parseDocument(removeChild(body, item))
  return all ? removeItems(rest, path, value, all) : rest
}
