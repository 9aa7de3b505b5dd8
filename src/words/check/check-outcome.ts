import { checkSteps, type StepResult } from '../../shared/check'
import type { CheckStep } from '../../shared/failure-signal'
import type { AppError } from '../../shared/result'

export function numberOfStep(step: CheckStep): number {
  return checkSteps.indexOf(step) + 1
}

/** What a go-live decision needs to know of the right to update, where all else was proven. */
type UpdateProof = 'refused' | 'not-proven'

export type Outcome =
  | { kind: 'ready'; green: number }
  /** An asset was read; only the right to update is refused, or not proven. */
  | { kind: 'ready-to-read'; green: number; update: UpdateProof }
  | { kind: 'warnings'; green: number; amber: readonly CheckStep[] }
  /** Nothing failed, but these steps weren't proven to hold. */
  | { kind: 'unproven'; green: number; unproven: readonly CheckStep[] }
  /** `isEnd`: nothing after it could be tried. */
  | { kind: 'red'; step: CheckStep; isEnd: boolean; finding: AppError | null }

function wasTried({ state }: StepResult): boolean {
  return state === 'green' || state === 'amber'
}

/** The update test was asked for, and not sent: changes are locked for the connection. */
export function isLocked(steps: readonly StepResult[]): boolean {
  return steps.some(({ facts }) => facts.some(({ code }) => code === 'changes-locked'))
}

/** The verdict on finished steps: the first that failed, else what isn't proven, else warnings, else that it's ready. */
export function outcomeOf(steps: readonly StepResult[]): Outcome {
  const failed = steps.findIndex(({ state }) => state === 'red')
  const red = steps[failed]
  if (red) {
    const isEnd = !steps.slice(failed + 1).some(wasTried)
    return { kind: 'red', step: red.step, isEnd, finding: red.findings[0] ?? null }
  }
  const green = steps.filter(({ state }) => state === 'green').length
  // A credential that may only read is as it should be for many, so `write` alone never takes the verdict down.
  const needed = steps.filter(({ step }) => step !== 'write')
  const unproven = needed
    .filter(({ state }) => state !== 'green' && state !== 'amber')
    .map(({ step }) => step)
  if (unproven.length > 0) return { kind: 'unproven', green, unproven }
  const amber = needed.filter(({ state }) => state === 'amber').map(({ step }) => step)
  if (amber.length > 0) return { kind: 'warnings', green, amber }
  const write = steps.find(({ step }) => step === 'write')
  if (write?.state === 'green') return { kind: 'ready', green }
  return { kind: 'ready-to-read', green, update: write?.state === 'amber' ? 'refused' : 'not-proven' }
}
