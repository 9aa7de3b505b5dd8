import type { Row } from './row.mjs'
import { assetsRow } from './rows/assets.mjs'
import { elementsRow } from './rows/elements.mjs'
import { expandRow } from './rows/expand.mjs'
import { filterRow } from './rows/filter.mjs'
import { memoryRow } from './rows/memory.mjs'
import { openRow } from './rows/open.mjs'
import { readRow } from './rows/read.mjs'
import { scriptRow } from './rows/script.mjs'
import { startRow } from './rows/start.mjs'

/** Everything that is measured, in the order of the table. */
export const rows: readonly Row[] = [
  startRow,
  readRow,
  openRow,
  expandRow,
  filterRow,
  elementsRow,
  assetsRow,
  memoryRow,
  scriptRow,
]

/** The rows of those names; all of them when none is named. Throws on a name that there is not. */
export function rowsNamed(names: readonly string[]): readonly Row[] {
  const unknown = names.find((name) => rows.every((row) => row.name !== name))
  if (unknown !== undefined)
    throw new Error(`There is no “${unknown}” to measure, but ${rows.map(({ name }) => name).join(', ')}.`)
  return names.length === 0 ? rows : rows.filter(({ name }) => names.includes(name))
}
