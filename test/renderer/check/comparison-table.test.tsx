// @vitest-environment happy-dom
import { Provider } from '@react-spectrum/s2/Provider'
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { CheckRun } from '../../../src/renderer/features/check/check-queries'
import {
  type ComparedColumn,
  ComparisonTable,
} from '../../../src/renderer/features/check/comparison/comparison-table'
import type { StepResult } from '../../../src/shared/check'
import { aConnection } from '../support/fake-desktop'
import { aReport } from '../support/reports'

afterEach(cleanup)

/** A step that tells how often its state was looked at, which drawing its cell does. */
function countedStep(result: StepResult) {
  const seen = { drawn: 0 }
  const step = Object.defineProperty({ ...result }, 'state', {
    get: () => {
      seen.drawn += 1
      return result.state
    },
  })
  return { step, seen }
}

const connections = Array.from({ length: 8 }, (_, index) =>
  aConnection({ id: `c${index}`, name: `C${index}` }),
)
const noStep: ReadonlySet<never> = new Set()
function ignore() {
  return undefined
}

function columnOf(index: number, steps: readonly StepResult[]): ComparedColumn {
  const connection = connections[index] ?? aConnection()
  const run: CheckRun = { state: 'running', steps, ask: null, report: null, error: null }
  const choice = { key: connection.id, connection, secretSlot: 'current' as const }
  return { key: connection.id, choice, connection, name: connection.name, run, asset: '' }
}

function tableOf(columns: readonly ComparedColumn[]) {
  return (
    <Provider locale="en-US">
      <ComparisonTable {...{ columns, connections }} differing={noStep} onAsset={ignore} onOpen={ignore} />
    </Provider>
  )
}

test('a step of one connection draws no cell of another', () => {
  const counted = connections.map(() => aReport().steps.map(countedStep))
  const steps = counted.map((column) => column.map(({ step }) => step))
  const { rerender } = render(tableOf(steps.map((column, index) => columnOf(index, column.slice(0, 1)))))
  const drawnFirst = counted.flatMap((column) => column.map(({ seen }) => seen.drawn))
  // Every column anew, as the page makes them; only the first has come further.
  rerender(tableOf(steps.map((column, index) => columnOf(index, column.slice(0, index === 0 ? 2 : 1)))))
  const drawnThen = counted.flatMap((column) => column.map(({ seen }) => seen.drawn))
  const changed = drawnThen.flatMap((count, at) => (count === drawnFirst[at] ? [] : [at]))
  expect(changed).toEqual([1])
})
