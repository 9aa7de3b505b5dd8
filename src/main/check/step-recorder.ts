import type { Fact, FactCode, StepResult, StepState } from '../../shared/check'
import type { CheckStep } from '../../shared/failure-signal'
import type { AppError, Evidence, MessageValues } from '../../shared/result'
import type { Clock } from '../calls/clock'
import { Failure } from '../failures/failure'

export type StepOutcome = {
  facts?: readonly Fact[]
  red?: readonly AppError[]
  amber?: readonly AppError[]
  evidence?: Evidence | null
}

export function fact(code: FactCode, values: MessageValues = {}): Fact {
  return { code, values }
}

export type StepRecorder = {
  /** Runs one step, tells of it when it begins and ends, and says whether the next ones make sense. */
  run: (step: CheckStep, work: () => Promise<StepOutcome>) => Promise<boolean>
  skip: (step: CheckStep, why: FactCode) => void
  results: () => readonly StepResult[]
}

/** Errors that are expected in a check become findings; cancelling and bugs end the check. */
function outcomeOf(thrown: unknown): StepOutcome {
  if (!(thrown instanceof Failure) || thrown.error.kind === 'cancelled') throw thrown
  const { error } = thrown
  return { red: [error], evidence: error.kind === 'failure' ? error.evidence : null }
}

export function recordSteps(clock: Clock, publish: (result: StepResult) => void): StepRecorder {
  const finished: StepResult[] = []
  function finish(result: StepResult): void {
    finished.push(result)
    publish(result)
  }
  return {
    run: async (step, work) => {
      const startedAt = clock.elapsed()
      publish({ step, state: 'running', durationMs: 0, facts: [], findings: [], evidence: null })
      const outcome = await work().catch(outcomeOf)
      const { facts = [], red = [], amber = [], evidence = null } = outcome
      const state: StepState = red.length > 0 ? 'red' : amber.length > 0 ? 'amber' : 'green'
      const durationMs = Math.round(clock.elapsed() - startedAt)
      finish({ step, state, durationMs, facts, findings: [...red, ...amber], evidence })
      return state !== 'red'
    },
    skip: (step, why) =>
      finish({ step, state: 'skipped', durationMs: 0, facts: [fact(why)], findings: [], evidence: null }),
    results: () => finished,
  }
}
