import { checkSteps, type Fact, type FactCode, type StepResult, type StepState } from '../../shared/check'
import type { CheckStep } from '../../shared/failure-signal'
import type { AppError, Evidence, MessageValues } from '../../shared/result'
import type { Clock } from '../calls/clock'
import { Failure } from '../failures/failure'

export type StepOutcome = {
  facts?: readonly Fact[]
  red?: readonly AppError[]
  amber?: readonly AppError[]
  /** Nothing that was seen tells whether the step holds; the facts say why. */
  isUnproven?: true
  evidence?: Evidence | null
}

export function fact(code: FactCode, values: MessageValues = {}): Fact {
  return { code, values }
}

export type StepRecorder = {
  /** Runs one step, and tells of it when it begins and ends. Returns its value, or null when the step is red. */
  run: <T>(step: CheckStep, work: () => Promise<StepOutcome & { value: T }>) => Promise<T | null>
  /** A step that an answer to an earlier one has decided. */
  decide: (step: CheckStep, outcome: StepOutcome) => void
  skip: (step: CheckStep, why: FactCode) => void
  /** Every step in order; those without a report were not reached. */
  finish: () => readonly StepResult[]
}

/** Errors that are expected in a check become findings; cancelling and bugs end the check. */
function outcomeOf(thrown: unknown): StepOutcome {
  if (!(thrown instanceof Failure) || thrown.error.kind === 'cancelled') throw thrown
  const { error } = thrown
  return { red: [error], evidence: error.kind === 'failure' ? error.evidence : null }
}

function stateOf({ red = [], amber = [], isUnproven }: StepOutcome): StepState {
  if (red.length > 0) return 'red'
  if (isUnproven) return 'unproven'
  return amber.length > 0 ? 'amber' : 'green'
}

export function recordSteps(clock: Clock, publish: (result: StepResult) => void): StepRecorder {
  const results = new Map<CheckStep, StepResult>()
  function record(result: StepResult): void {
    results.set(result.step, result)
    publish(result)
  }
  function end(step: CheckStep, outcome: StepOutcome, durationMs = 0): void {
    const { facts = [], red = [], amber = [], evidence = null } = outcome
    record({ step, state: stateOf(outcome), durationMs, facts, findings: [...red, ...amber], evidence })
  }
  function skip(step: CheckStep, why: FactCode): void {
    record({ step, state: 'skipped', durationMs: 0, facts: [fact(why)], findings: [], evidence: null })
  }
  return {
    run: async (step, work) => {
      const startedAt = clock.elapsed()
      publish({ step, state: 'running', durationMs: 0, facts: [], findings: [], evidence: null })
      const outcome = await work().catch(outcomeOf)
      end(step, outcome, Math.round(clock.elapsed() - startedAt))
      return 'value' in outcome && stateOf(outcome) !== 'red' ? outcome.value : null
    },
    decide: end,
    skip,
    finish: () => {
      for (const step of checkSteps) if (!results.has(step)) skip(step, 'not-reached')
      return checkSteps.flatMap((step) => results.get(step) ?? [])
    },
  }
}
