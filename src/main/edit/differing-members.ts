import { commonEnds } from '../../shared/common-ends'
import { childRows, rowTableLayout } from '../../shared/metadata-rows'
import { type JsonDocument, keyOf, valueText } from './json-value'

const { width, column } = rowTableLayout

type Members = ReadonlyMap<string, number>

/**
 * The members of two objects between the beginning and the end that their texts have in common: all others are the same. A
 * change that is typed is one of 200,000 fields. null where that is not certain: where one of their keys stands in the object
 * twice, or the common end is not read the same way in both.
 */
export function differingMembers(
  before: JsonDocument,
  beforeRow: number,
  after: JsonDocument,
  afterRow: number,
): { old: Members; now: Members } | null {
  const common = commonEnds(valueText(before, beforeRow), valueText(after, afterRow))
  const old = split(before, beforeRow, common)
  const now = split(after, afterRow, common)
  if (old.before !== now.before || old.after !== now.after || old.rest !== now.rest) return null
  const keys = new Set([...old.between, ...now.between].map(({ key }) => key))
  const isTwice =
    new Set(old.between.map(({ key }) => key)).size < old.between.length ||
    new Set(now.between.map(({ key }) => key)).size < now.between.length ||
    old.others.some((row) => keys.has(keyOf(before, row)))
  if (isTwice) return null
  return { old: asMap(old.between), now: asMap(now.between) }
}

type Member = { key: string; row: number }

/** A member that touches the difference is not in the common part: a number could go on there. */
function split(document: JsonDocument, row: number, common: { start: number; end: number }) {
  const { rows } = document
  const objectStart = rows[row * width + column.valueStart] ?? 0
  const objectEnd = rows[row * width + column.valueEnd] ?? 0
  const between: Member[] = []
  const others: number[] = []
  let [before, rest] = [0, 0]
  for (const child of childRows(rows, row)) {
    const isBefore = (rows[child * width + column.valueEnd] ?? 0) - objectStart < common.start
    const isAfter = objectEnd - (rows[child * width + column.keyStart] ?? 0) < common.end
    if (isBefore) before++
    else if (isAfter && rest === 0) rest = objectEnd - (rows[child * width + column.keyStart] ?? 0)
    if (isBefore || isAfter) others.push(child)
    else between.push({ key: keyOf(document, child), row: child })
  }
  return { between, others, before, after: others.length - before, rest }
}

function asMap(members: readonly Member[]): Members {
  return new Map(members.map(({ key, row }) => [key, row]))
}
