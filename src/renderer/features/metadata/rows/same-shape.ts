import { commonEnds } from '../../../../shared/common-ends'
import { rowTableLayout } from '../../../../shared/metadata-rows'
import type { MetadataDocument } from '../../../model/document/document'

const { width, column } = rowTableLayout
const shape = [column.kind, column.depth, column.parent, column.position, column.subtreeEnd]

/** Whether two documents differ in values alone, of the same kinds. Then the rows of one are arranged as those of the other. */
export function hasSameShape(one: MetadataDocument, other: MetadataDocument): boolean {
  if (one.rows.length !== other.rows.length) return false
  const { start, end } = commonEnds(one.text, other.text)
  const grown = other.text.length - one.text.length
  for (let at = 0; at < one.rows.length; at += width) {
    if (shape.some((cell) => one.rows[at + cell] !== other.rows[at + cell])) return false
    const [key, otherKey] = [one.rows[at + column.keyStart] ?? -1, other.rows[at + column.keyStart] ?? -1]
    const isBefore = key === otherKey && (one.rows[at + column.keyEnd] ?? 0) <= start
    const isAfter = key >= 0 && key + grown === otherKey && one.text.length - key <= end
    if (!isBefore && !isAfter) return false
  }
  return true
}
