/*
 * The second half of `npm run bench`, in the session of its own that the first one has made: measures the rows named by the
 * arguments, or all of them.
 */
import { asCommand, note } from '../scripts/child.mjs'
import { busyWarning, describeMachine } from './machine.mjs'
import { type Measured, printLine, printTable, writeResults } from './report.mjs'
import { rows, rowsNamed } from './rows.mjs'

await asCommand(async () => {
  const warning = busyWarning()
  if (warning) note(warning)
  const machine = await describeMachine()
  const measured: Measured[] = []
  const wanted = rowsNamed(process.argv.slice(2))
  for (const row of wanted) {
    note(`Measuring ${row.name} …`)
    try {
      const lines = await row.measure()
      for (const line of lines) note(printLine(line))
      measured.push({ row, lines })
    } catch (error) {
      note(`Could not measure ${row.name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  process.stdout.write(`${printTable(measured)}\n`)
  const isWhole = measured.length === rows.length
  if (isWhole) note(`Written to ${writeResults(measured, machine)}`)
  return measured.length === wanted.length ? 0 : 1
})
