import { describe, expect, it } from 'vitest'
import { createRunningWork } from '../../../src/main/calls/running-work'
import type { RequestProgress } from '../../../src/shared/metadata'
import { errorOf } from '../../support/failures'

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
}

function named(ticket: string, connectionId = 'dev') {
  return { ticket, connectionId }
}

describe('a piece of work', () => {
  it('gives what it was for', async () => {
    expect(await createRunningWork(() => undefined).run(named('a'), async () => 7)).toBe(7)
  })

  it('tells its stages under its ticket', async () => {
    const told: RequestProgress[] = []
    await createRunningWork((progress) => told.push(progress)).run(named('a'), async (_signal, report) => {
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
    const running = work.run(named('a'), untilAborted)
    work.cancel('a')
    expect(await errorOf(running)).toEqual({ kind: 'cancelled' })
  })

  it('goes on when another is cancelled', async () => {
    const work = createRunningWork(() => undefined)
    const signals: AbortSignal[] = []
    const first = work.run(named('a'), (signal) => {
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
    await work.run(named('a'), async () => 1)
    expect(() => work.cancel('a')).not.toThrow()
  })

  it('ends with its connection, and only that', async () => {
    const work = createRunningWork(() => undefined)
    const first = work.run(named('a'), untilAborted)
    const second = work.run(named('b', 'prod'), untilAborted)
    work.cancelFor('dev')
    expect(await errorOf(first)).toEqual({ kind: 'cancelled' })
    work.cancel('b')
    expect(await errorOf(second)).toEqual({ kind: 'cancelled' })
  })

  it('ends with the window that waits for it, and only that', async () => {
    let caller = 1
    const work = createRunningWork(
      () => undefined,
      () => caller,
    )
    const all = [work.run(named('a'), untilAborted), work.run(named('b', 'prod'), untilAborted)]
    caller = 2
    const other = work.run(named('c'), untilAborted)
    work.cancelOf(1)
    expect(await Promise.all(all.map(errorOf))).toEqual([{ kind: 'cancelled' }, { kind: 'cancelled' }])
    work.cancel('c')
    expect(await errorOf(other)).toEqual({ kind: 'cancelled' })
  })
})
