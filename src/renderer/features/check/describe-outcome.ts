import type { CheckLanguage } from '../../../words/check/check-language'
import { type DescribedOutcome, describeSteps } from '../../../words/check/describe-steps'
import type { CheckRun } from './check-queries'

/** The outcome of a run, also of a canceled one. */
export function describeOutcome(language: CheckLanguage, run: CheckRun): DescribedOutcome {
  return run.state === 'cancelled'
    ? {
        step: null,
        tone: 'none',
        title: language.say('summary.cancelled'),
        lines: [language.say('summary.cancelled.words', { count: run.steps.length })],
      }
    : describeSteps(language, run.steps)
}
