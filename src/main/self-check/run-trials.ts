import type { MessageValues } from '../../shared/result'
import type { SelfCheckCode, SelfCheckItem, SelfCheckOutcome, SelfCheckResult } from '../../shared/self-check'
import type { Clock } from '../calls/clock'
import { describeForLog } from '../failures/describe-for-log'
import { Failure } from '../failures/failure'

/** One item of the check: what it tries ends in an outcome, or throws a `Failure` that says what is wrong. */
export type Trial = {
  item: SelfCheckItem
  deadlineMs: number
  run: (signal: AbortSignal) => Promise<SelfCheckOutcome>
}

export function ok(code: SelfCheckCode, values: MessageValues = {}): SelfCheckOutcome {
  return { state: 'ok', code, values, error: null }
}
export function failed(code: SelfCheckCode, values: MessageValues = {}): SelfCheckOutcome {
  return { state: 'failed', code, values, error: null }
}
export function notTried(code: SelfCheckCode, values: MessageValues = {}): SelfCheckOutcome {
  return { state: 'not-tried', code, values, error: null }
}

/** Runs one after the other; what takes longer than its deadline has failed and is left to itself. Never throws. */
export async function runTrials(trials: readonly Trial[], clock: Clock): Promise<SelfCheckResult[]> {
  const results: SelfCheckResult[] = []
  for (const trial of trials) {
    const startedAt = clock.elapsed()
    const outcome = await runOne(trial)
    results.push({ ...outcome, item: trial.item, durationMs: Math.round(clock.elapsed() - startedAt) })
  }
  return results
}

async function runOne({ deadlineMs, run }: Trial): Promise<SelfCheckOutcome> {
  const ending = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<SelfCheckOutcome>((resolve) => {
    timer = setTimeout(() => {
      resolve(failed('timed-out', { seconds: Math.round(deadlineMs / 1_000) }))
      ending.abort()
    }, deadlineMs)
  })
  try {
    return await Promise.race([run(ending.signal).catch(describeThrown), timeout])
  } finally {
    clearTimeout(timer)
  }
}

function describeThrown(thrown: unknown): SelfCheckOutcome {
  if (thrown instanceof Failure) return { state: 'failed', code: 'error', values: {}, error: thrown.error }
  return failed('broken', { detail: describeForLog(thrown) })
}
