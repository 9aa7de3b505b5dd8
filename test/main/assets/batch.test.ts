import { describe, expect, it } from 'vitest'
import { batchReports } from '../../../src/main/assets/batch'
import type { Wait } from '../../../src/main/calls/clock'

/** Time that passes when the test says so. */
function setUp() {
  const waiting: { end: () => void; milliseconds: number; signal: AbortSignal }[] = []
  const wait: Wait = (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      waiting.push({ end: () => resolve(undefined), milliseconds, signal })
      signal.addEventListener('abort', () => reject(signal.reason))
    })
  const passed: (readonly number[])[] = []
  const batch = batchReports<number>((things) => passed.push(things), 100, wait)
  async function pass() {
    for (const { end } of waiting.splice(0)) end()
    await Promise.resolve()
  }
  return { batch, passed, pass, waiting }
}

describe('things that come one by one', () => {
  it('are passed on together', async () => {
    const { batch, passed, pass, waiting } = setUp()
    for (const thing of [1, 2, 3]) batch.add(thing)
    expect([passed, waiting.map(({ milliseconds }) => milliseconds)]).toEqual([[], [100]])
    await pass()
    expect(passed).toEqual([[1, 2, 3]])
  })

  it('are each passed on once', async () => {
    const { batch, passed, pass } = setUp()
    batch.add(1)
    await pass()
    batch.add(2)
    await pass()
    expect(passed).toEqual([[1], [2]])
  })

  it('are left to whoever ends it', async () => {
    const { batch, passed, pass } = setUp()
    batch.add(1)
    expect(batch.takeRest()).toEqual([1])
    await pass()
    expect(passed).toEqual([])
  })
})
