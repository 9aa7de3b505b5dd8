import { describe, expect, it } from 'vitest'
import { createRunningWork } from '../../../src/main/calls/running-work'
import type { WorkProgress } from '../../../src/shared/metadata'
import { errorOf } from '../../support/failures'

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
}

describe('a piece of work', () => {
  it('gives what it was for', async () => {
    expect(await createRunningWork(() => undefined).run('a', async () => 7)).toBe(7)
  })

  it('tells its stages under its ticket', async () => {
    const told: WorkProgress[] = []
    await createRunningWork((progress) => told.push(progress)).run('a', async (_signal, report) => {
      report('token')
      report('body', 12)
    })
    expect(told).toEqual([
      { ticket: 'a', stage: 'token', receivedBytes: 0 },
      { ticket: 'a', stage: 'body', receivedBytes: 12 },
    ])
  })

  it('ends as cancelled when its ticket is', async () => {
    const work = createRunningWork(() => undefined)
    const running = work.run('a', untilAborted)
    work.cancel('a')
    expect(await errorOf(running)).toEqual({ kind: 'cancelled' })
  })

  it('goes on when another is cancelled', async () => {
    const work = createRunningWork(() => undefined)
    const signals: AbortSignal[] = []
    const first = work.run('a', (signal) => {
      signals.push(signal)
      return untilAborted(signal)
    })
    work.cancel('b')
    const aborted = signals[0]?.aborted
    work.cancel('a')
    await errorOf(first)
    expect(aborted).toBe(false)
  })

  it('can be cancelled after its end without an effect', async () => {
    const work = createRunningWork(() => undefined)
    await work.run('a', async () => 1)
    expect(() => work.cancel('a')).not.toThrow()
  })
})
