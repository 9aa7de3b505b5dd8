import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Bench, openBench } from './bench'
import { diagnose } from './near-miss'
import { nearMisses } from './near-misses'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench?.close())

it.each(nearMisses)('$name is $expected', async (miss) => {
  const causes = (await diagnose(bench, miss)).map(([, cause]) => cause)
  expect([...new Set(causes)]).toEqual([miss.expected])
})
