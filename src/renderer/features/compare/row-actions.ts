import type { ComparedField } from './comparison/compare-fields'
import type { Column } from './use-columns'

/** What can be done with a field of a comparison. The functions never change. */
export type RowActions = {
  /** Whether the value of one column can be brought to another. */
  canTake: (field: ComparedField, from: number, to: number) => boolean
  onTake: (field: ComparedField, from: number, to: Column) => void
  /** Whether the profile names the field itself, so that it can be taken out there. */
  isNamed: (field: ComparedField) => boolean
  onExpect: (field: ComparedField, isExpected: boolean) => void
}
