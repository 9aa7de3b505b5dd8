import { describe, expect, it } from 'vitest'
import { systemClock } from '../../../src/main/calls/clock'
import { Failure } from '../../../src/main/failures/failure'
import { ok, runTrials, type Trial } from '../../../src/main/self-check/run-trials'

function trial(item: Trial['item'], run: Trial['run'], deadlineMs = 30_000): Trial {
  return { item, run, deadlineMs }
}

describe('the items of a self-check', () => {
  it('fail each for itself, and the others are tried all the same', async () => {
    const results = await runTrials(
      [
        trial('files', () =>
          Promise.reject(new Failure({ kind: 'storage', path: '/full', detail: 'ENOSPC' })),
        ),
        trial('fuses', () => Promise.reject(new TypeError('no such thing'))),
        trial('demo', async () => ok('demo-read', { rows: 3 })),
      ],
      systemClock,
    )
    expect(results.map(({ item, state, code }) => [item, state, code])).toEqual([
      ['files', 'failed', 'error'],
      ['fuses', 'failed', 'broken'],
      ['demo', 'ok', 'demo-read'],
    ])
    expect(results[0]?.error).toEqual({ kind: 'storage', path: '/full', detail: 'ENOSPC' })
  })

  it('never wait for one that hangs, and tell it to end', async () => {
    let wasTold = false
    const results = await runTrials(
      [
        trial(
          'keychain',
          (signal) =>
            new Promise(() => {
              signal.addEventListener('abort', () => {
                wasTold = true
              })
            }),
          10,
        ),
        trial('demo', async () => ok('demo-read')),
      ],
      systemClock,
    )
    expect(results.map(({ state, code }) => [state, code])).toEqual([
      ['failed', 'timed-out'],
      ['ok', 'demo-read'],
    ])
    expect(wasTold).toBe(true)
  })
})
