import { checkSteps, type StepResult } from '../../shared/check'
import type { CheckStep } from '../../shared/failure-signal'
import { describeError } from '../failure/describe-failure'
import type { CheckLanguage } from './check-language'
import { isLocked, numberOfStep, type Outcome, outcomeOf } from './check-outcome'

export type DescribedOutcome = {
  tone: 'green' | 'amber' | 'red' | 'none'
  title: string
  lines: readonly string[]
  /** The step to look at first; null where there is none. */
  step: CheckStep | null
}

const all = checkSteps.length

/** The first cause, who can fix it, and what to do first. */
function redWords(
  { say, sayFailure }: CheckLanguage,
  { step, isEnd, finding }: Extract<Outcome, { kind: 'red' }>,
): DescribedOutcome {
  const described = finding === null ? null : describeError(sayFailure, finding)
  const owner = described?.owner ?? null
  const next = described?.fix[0]
  const place = { number: numberOfStep(step), name: say(`step.${step}`) }
  return {
    step,
    tone: 'red',
    title: say('summary.not-ready'),
    lines: [
      say(isEnd ? 'summary.stopped' : 'summary.failed', place),
      ...(described === null ? [] : [described.cause]),
      ...(owner === null ? [] : [sayFailure('owner.label', { owner: sayFailure(`owner.${owner}`) })]),
      ...(next === undefined ? [] : [say('summary.next', { action: next })]),
    ],
  }
}

/** The verdict on finished steps in words. */
export function describeSteps(language: CheckLanguage, steps: readonly StepResult[]): DescribedOutcome {
  const { say } = language
  const outcome = outcomeOf(steps)
  if (outcome.kind === 'red') return redWords(language, outcome)
  function namesOf(named: readonly CheckStep[]) {
    return named.map((step) => say(`step.${step}`)).join(', ')
  }
  const { green } = outcome
  switch (outcome.kind) {
    case 'ready':
      return {
        step: null,
        tone: 'green',
        title: say('summary.ready'),
        lines: [say('summary.passed', { green, all })],
      }
    case 'ready-to-read': {
      const { update } = outcome
      const why = isLocked(steps) ? 'locked' : update
      return {
        step: update === 'refused' ? 'write' : null,
        tone: 'green',
        title: say('summary.ready-to-read', { update }),
        lines: [say('summary.ready-to-read.words', { green, all, update: why })],
      }
    }
    case 'unproven':
      return {
        step: outcome.unproven[0] ?? null,
        tone: 'amber',
        title: say('summary.unproven', { names: namesOf(outcome.unproven) }),
        lines: [say('summary.unproven.words', { green, all })],
      }
    case 'warnings': {
      const { amber } = outcome
      return {
        step: amber[0] ?? null,
        tone: 'amber',
        title: say('summary.amber'),
        lines: [say('summary.amber.words', { green, all, amber: amber.length, names: namesOf(amber) })],
      }
    }
  }
}
