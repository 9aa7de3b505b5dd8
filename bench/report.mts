import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../scripts/electron-runtime.mjs'
import { loadText, type Machine } from './machine.mjs'
import type { Line, Row } from './row.mjs'

export type Measured = { row: Row; lines: readonly Line[] }

const columns = ['what', 'ours', 'reference', 'ratio', 'reach', ''] as const

function verdictOf({ isWithin }: Line): string {
  if (isWithin === null) return ''
  return isWithin ? 'within reach' : '**short**'
}

function cellsOf(line: Line): string[] {
  return [line.what, line.ours, line.reference, line.ratio, line.reach, verdictOf(line)]
}

/** One line of the table, printed while the rest runs. */
export function printLine(line: Line): string {
  return `  ${line.what}: ${line.ours}, ${line.ratio} ${verdictOf(line)}`
}

/** The table, as Markdown that also reads well in a terminal. */
export function printTable(measured: readonly Measured[]): string {
  const cells = [[...columns], ...measured.flatMap(({ lines }) => lines.map(cellsOf))]
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  function print(row: readonly string[]): string {
    return `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  }
  const [head = [], ...body] = cells
  const rule = `| ${widths.map((width) => '-'.repeat(Math.max(3, width))).join(' | ')} |`
  return [print(head), rule, ...body.map(print)].join('\n')
}

/** Writes `bench/results.md` and gives its path. */
export function writeResults(measured: readonly Measured[], machine: Machine): string {
  const path = join(projectFolder, 'bench/results.md')
  const facts: Machine = [...machine, ['Load after', loadText()]]
  const lines = [
    '# Results of the bench',
    '',
    'Written by `npm run bench`, which measures it all again; nothing here is typed by hand. Times are medians, with the',
    'lowest and the highest run in brackets. Ours and the reference are measured in turn, in the same run.',
    '',
    printTable(measured),
    '',
    '## What is measured',
    '',
    ...measured.map(({ row }) => `- **${row.name}**: ${row.note}`),
    '',
    '## On what',
    '',
    ...facts.map(([name, value]) => `- ${name}: ${value}`),
    '',
  ]
  writeFileSync(path, lines.join('\n'))
  return path
}
