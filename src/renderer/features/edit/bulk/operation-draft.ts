import type { BulkKind, BulkOperation } from '../../../../shared/bulk'
import { jsonNumber } from '../json-text'

export const valueKinds = ['string', 'number', 'boolean', 'array'] as const
export type ValueKind = (typeof valueKinds)[number]

/** An operation as it is typed. */
export type OperationDraft = {
  id: string
  kind: BulkKind
  field: string
  valueKind: ValueKind
  /** Of a list: a text a line. */
  text: string
}

export function newOperation(): OperationDraft {
  return { id: crypto.randomUUID(), kind: 'set', field: '', valueKind: 'string', text: '' }
}

export function needsValue({ kind }: OperationDraft): boolean {
  return kind !== 'remove'
}

/** What values can be of: the items of a list are simple. */
export function valueKindsOf({ kind }: OperationDraft): readonly ValueKind[] {
  return kind === 'set' || kind === 'set-missing'
    ? valueKinds
    : valueKinds.filter((valueKind) => valueKind !== 'array')
}

export type OperationProblem = 'field.empty' | 'value.empty' | 'value.number.bad'

/** What is still missing; null for an operation that can be planned. */
export function problemOf(draft: OperationDraft): OperationProblem | null {
  const { field, valueKind, text } = draft
  if (field.trim() === '') return 'field.empty'
  if (!needsValue(draft)) return null
  if (valueKind === 'number') return jsonNumber.test(text.trim()) ? null : 'value.number.bad'
  return valueKind === 'boolean' || text.trim() !== '' ? null : 'value.empty'
}

/** Numbers keep the digits that were typed. */
function jsonOf({ valueKind, text }: OperationDraft): string {
  switch (valueKind) {
    case 'string':
      return JSON.stringify(text)
    case 'number':
      return text.trim()
    case 'boolean':
      return text === 'true' ? 'true' : 'false'
    case 'array': {
      const lines = text.split('\n').map((line) => line.trim())
      return JSON.stringify(lines.filter((line) => line !== ''))
    }
  }
}

export function operationOf(draft: OperationDraft): BulkOperation {
  const field = draft.field.trim()
  return draft.kind === 'remove'
    ? { kind: draft.kind, field }
    : { kind: draft.kind, field, value: jsonOf(draft) }
}
