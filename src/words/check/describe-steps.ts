import { checkSteps, type StepResult } from '../../shared/check'
import type { CheckStep } from '../../shared/failure-signal'
import { describeError } from '../failure/describe-failure'
import type { CheckLanguage } from './check-language'
import { numberOfStep, type Outcome, outcomeOf } from './check-outcome'

export type DescribedOutcome = {
  tone: 'green' | 'amber' | 'red' | 'none'
  title: string
  lines: readonly string[]
  /** The step to look at first; null where there is none. */
  step: CheckStep | null
}

const all = checkSteps.length

function redWords(
  { say, sayFailure }: CheckLanguage,
  { step, isEnd, finding }: Extract<Outcome, { kind: 'red' }>,
): DescribedOutcome {
  const described = finding === null ? null : describeError(sayFailure, finding)
  const owner = described?.owner ?? null
  const number = numberOfStep(step)
  return {
    step,
    tone: 'red',
    title: say(isEnd ? 'summary.stopped' : 'summary.failed', { number, name: say(`step.${step}`) }),
    lines: [
      ...(described === null ? [] : [described.cause]),
      ...(owner === null ? [] : [sayFailure('owner.label', { owner: sayFailure(`owner.${owner}`) })]),
    ],
  }
}

/** The outcome of finished steps in words. */
export function describeSteps(language: CheckLanguage, steps: readonly StepResult[]): DescribedOutcome {
  const { say } = language
  const outcome = outcomeOf(steps)
  if (outcome.kind === 'red') return redWords(language, outcome)
  function namesOf(results: readonly string[]) {
    return results.join(', ')
  }
  const skipped = steps.filter(({ state }) => state === 'skipped').map(({ step }) => say(`step.${step}`))
  const skippedLine = skipped.length === 0 ? [] : [say('summary.skipped', { names: namesOf(skipped) })]
  if (outcome.kind === 'good') {
    const line = say('summary.good.words', { green: outcome.green, all })
    return {
      step: null,
      tone: 'green',
      title: say('summary.good'),
      lines: [[line, ...skippedLine].join(' ')],
    }
  }
  if (outcome.kind === 'unproven') {
    const names = namesOf(outcome.unproven.map((step) => say(`step.${step}`)))
    return {
      step: outcome.unproven[0] ?? null,
      tone: 'amber',
      title: say('summary.unproven', { names }),
      lines: [say('summary.unproven.words', { green: outcome.green, all })],
    }
  }
  const { green, amber } = outcome
  const names = namesOf(amber.map((step) => say(`step.${step}`)))
  const line = say('summary.amber.words', { green, all, amber: amber.length, names })
  return {
    step: amber[0] ?? null,
    tone: 'amber',
    title: say('summary.amber'),
    lines: [[line, ...skippedLine].join(' ')],
  }
}
