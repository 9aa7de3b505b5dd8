import type { BulkOperation, BulkRule } from '../../../shared/bulk'
import type { FieldChange } from '../../../shared/edit'
import { childRows, type RowKind, rowKind } from '../../../shared/metadata-rows'
import { keptByAem } from '../../metadata/kept-by-aem'
import { insertItem } from '../change-text'
import { compareMetadata, findMetadata, writeField } from '../field-changes'
import { hasTwin, isSameText, type JsonDocument, membersOf, parseDocument, valueText } from '../json-value'
import { rebaseChanges } from '../rebase-changes'

export type RowRule = { code: BulkRule; field: string }
export type Plan =
  | { state: 'planned'; changes: FieldChange[] }
  | { state: 'nothing' }
  | { state: 'refused'; rule: RowRule }

class Refused extends Error {
  constructor(readonly rule: RowRule) {
    super(rule.code)
    this.name = 'Refused'
  }
}

/** What the same operations would change of one asset; one that a rule refuses is left as it is altogether. */
export function planOperations(body: JsonDocument, operations: readonly BulkOperation[]): Plan {
  try {
    const changed = operations.reduce(applyOperation, body)
    return planOf(compareMetadata(body, changed, 'digits'))
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown
    return { state: 'refused', rule: thrown.rule }
  }
}

/** What of changes is still to be made; where somebody has changed one of their fields since, none is. */
export function planAgain(body: JsonDocument, wanted: readonly FieldChange[]): Plan {
  const rebased = rebaseChanges(wanted, body)
  const [conflict] = rebased.conflicts
  if (conflict !== undefined) {
    return { state: 'refused', rule: { code: 'changed-since', field: conflict.path.join(' › ') } }
  }
  return planOf(compareMetadata(body, rebased.body, 'digits'))
}

function planOf(changes: FieldChange[]): Plan {
  return changes.length === 0 ? { state: 'nothing' } : { state: 'planned', changes }
}

function applyOperation(body: JsonDocument, operation: BulkOperation): JsonDocument {
  const { field } = operation
  const metadata = findMetadata(body)
  if (metadata === null) throw new Refused({ code: 'no-metadata', field })
  if (isReadOnly(field)) throw new Refused({ code: 'read-only', field })
  const row = membersOf(body, metadata).get(field) ?? null
  if (row !== null && hasTwin(body, row)) throw new Refused({ code: 'twice', field })
  switch (operation.kind) {
    case 'set':
      return setValue(body, row, operation)
    case 'set-missing':
      return row !== null && !isEmpty(valueText(body, row)) ? body : setValue(body, row, operation)
    case 'add-item':
      return addItem(body, row, operation)
    case 'remove-item':
      return row === null ? body : removeItems(body, row, operation)
    case 'remove':
      return writeField(body, [field], null)
  }
}

type WithValue = { field: string; value: string }

/** AEM's own, wherever an answer has them (Metadata Schemas developer guide: `repositoryMetadata` is read-only). */
function isReadOnly(field: string): boolean {
  return field === 'repositoryMetadata' || field.startsWith('repo:') || keptByAem.test(field)
}

/** Also what a form leaves behind that was saved without a value. */
function isEmpty(token: string): boolean {
  return token === 'null' || token === '""' || /^\[\s*\]$/.test(token)
}

function setValue(body: JsonDocument, row: number | null, { field, value }: WithValue): JsonDocument {
  if (row === null) return writeField(body, [field], value)
  const now = valueText(body, row)
  if (isSameText(now, value, 'digits')) return body
  const isOtherKind = structureOf(rowKind(body.rows, row)) !== structureOf(kindOf(value))
  if (isOtherKind && !isEmpty(now)) throw new Refused({ code: 'other-kind', field })
  return writeField(body, [field], value)
}

function kindOf(value: string): RowKind {
  return rowKind(parseDocument(value).rows, 0)
}

function structureOf(kind: RowKind): 'array' | 'object' | 'simple' {
  return kind === 'array' || kind === 'object' ? kind : 'simple'
}

function addItem(body: JsonDocument, row: number | null, { field, value }: WithValue): JsonDocument {
  if (row === null || valueText(body, row) === 'null') return writeField(body, [field], `[${value}]`)
  const items = itemsOf(body, row, field)
  if (items.some((item) => isSameText(valueText(body, item), value, 'digits'))) return body
  return parseDocument(insertItem(body, row, items.length, value))
}

function removeItems(body: JsonDocument, row: number, { field, value }: WithValue): JsonDocument {
  if (valueText(body, row) === 'null') return body
  const items = itemsOf(body, row, field)
  const left = items.map((item) => valueText(body, item)).filter((text) => !isSameText(text, value, 'digits'))
  return left.length === items.length ? body : writeField(body, [field], `[${left.join(',')}]`)
}

function itemsOf(body: JsonDocument, row: number, field: string): number[] {
  if (rowKind(body.rows, row) !== 'array') throw new Refused({ code: 'not-a-list', field })
  return [...childRows(body.rows, row)]
}
