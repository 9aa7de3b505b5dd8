import type { Draft, Edit, FieldPath } from '../../../shared/edit'
import type { MetadataDocument } from '../../model/document/document'
import { rowAtPath } from '../../model/document/json-pointer'
import type { ComparedField } from './comparison/compare-fields'

/** A value of one asset for another one. `path` is below `assetMetadata`; null takes the field away. */
export type TakeOver = {
  connectionId: string
  bucket: string
  assetId: string
  path: FieldPath
  value: string | null
}

/** The keys that stand more than once in an object of any of the assets: which one an edit would mean is not certain. */
export function repeatedFields(fields: readonly ComparedField[]): ReadonlySet<string> {
  return new Set(fields.flatMap(({ occurrence, path }) => (occurrence > 0 ? [path[1] ?? ''] : [])))
}

/** Whether a field can be edited: `assetMetadata` alone can, and only where its key is the only one. */
export function canBeEdited({ path }: ComparedField, repeated: ReadonlySet<string>): boolean {
  return path[0] === 'assetMetadata' && path.length > 1 && !repeated.has(path[1] ?? '')
}

/** The edit that brings a value to where a draft lacks it; null where there is nothing to take away. */
export function editFor(
  draft: Pick<Draft, 'text' | 'rows'>,
  { path, value }: Pick<TakeOver, 'path' | 'value'>,
): Edit | null {
  if (isThere(draft, path)) {
    return value === null ? { kind: 'remove', path } : { kind: 'set', path, value, continues: false }
  }
  if (value === null) return null
  const missing = path.findIndex((_, index) => !isThere(draft, path.slice(0, index + 1)))
  const inside = path.slice(missing + 1).reduceRight<string>(wrap, value)
  return { kind: 'add', path: path.slice(0, missing + 1), value: inside }
}

function isThere({ text, rows }: MetadataDocument, path: FieldPath): boolean {
  return rowAtPath({ text, rows }, ['assetMetadata', ...path]) >= 0
}

function wrap(value: string, key: string | number): string {
  return `{${JSON.stringify(String(key))}:${value}}`
}
