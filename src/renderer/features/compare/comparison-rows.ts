import { kindOf, type MetadataDocument } from '../../model/document/document'
import type { ComparedField } from './comparison/compare-fields'
import type { ExpectsDifference } from './comparison/expected-fields'

export type ComparisonRow = {
  readonly field: ComparedField
  /** It differs, and always does. */
  readonly isExpected: boolean
}

export type ComparisonCounts = {
  readonly differing: number
  readonly equal: number
  readonly expected: number
}

export function isDifference({ difference }: ComparedField): boolean {
  return difference === 'differs' || difference === 'partly'
}

export function rowsOf(
  fields: readonly ComparedField[],
  expects: ExpectsDifference,
): readonly ComparisonRow[] {
  return fields.map((field) => ({ field, isExpected: isDifference(field) && expects(field) }))
}

/** `countsExpected`: what always differs is a difference like any other. */
export function countRows(rows: readonly ComparisonRow[], countsExpected: boolean): ComparisonCounts {
  const counts = { differing: 0, equal: 0, expected: 0 }
  for (const { field, isExpected } of rows) {
    if (isExpected && !countsExpected) counts.expected++
    else if (isDifference(field)) counts.differing++
    else if (field.difference === 'equal') counts.equal++
  }
  return counts
}

/** What is left where only differences are wanted. */
export function differencesIn(
  rows: readonly ComparisonRow[],
  countsExpected: boolean,
): readonly ComparisonRow[] {
  return rows.filter(({ field, isExpected }) => isDifference(field) && (countsExpected || !isExpected))
}

/** Whether the values are of different kinds, such as a number and a text of the same digits. */
export function hasSeveralKinds(
  { cells }: ComparedField,
  documents: readonly (MetadataDocument | null)[],
): boolean {
  const kinds = cells.flatMap((cell, index) => {
    const document = documents[index]
    return cell && document ? [kindOf(document, cell.row)] : []
  })
  return new Set(kinds).size > 1
}
