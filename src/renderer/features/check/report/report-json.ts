import type { CheckReport, Fact, StepResult } from '../../../../shared/check'
import type { AppError } from '../../../../shared/result'
import { describeError } from '../../../components/failure/failure-words'
import type { CheckWords } from '../check-words'
import { describeFact } from '../fact-words'
import { describeSteps } from '../outcome-words'

/** Raised when a member changes its meaning or goes away; new members do not raise it. */
const schemaVersion = 1

function describeFinding({ sayFailure }: CheckWords, error: AppError) {
  const { cause, fix, owner } = describeError(sayFailure, error)
  return { error, words: { cause, fix, owner: owner === null ? null : sayFailure(`owner.${owner}`) } }
}

function describeStep(words: CheckWords, { facts, findings, ...result }: StepResult) {
  return {
    ...result,
    words: { step: words.say(`step.${result.step}`), state: words.say(`state.${result.state}`) },
    facts: facts.map((fact: Fact) => ({ ...fact, words: describeFact(words, fact) })),
    findings: findings.map((error) => describeFinding(words, error)),
  }
}

function describeReport(words: CheckWords, report: CheckReport) {
  const { say } = words
  const { title, lines } = describeSteps(words, report.steps)
  const { token, rights, steps } = report
  return {
    ...report,
    summary: [title, ...lines].join('. '),
    steps: steps.map((result) => describeStep(words, result)),
    // Claims as they are would be most of a token.
    token: token === null ? null : { ...token, claims: undefined },
    rights:
      rights === null
        ? null
        : {
            ...rights,
            rows: rights.rows.map((row) => ({
              ...row,
              words: {
                right: say(`right.${row.right}`),
                state: say(`right-state.${row.state}`),
                reason: say(`right-reason.${row.reason}`),
              },
            })),
          },
  }
}

/** Reports for programs: the data of the check, and the words that the window has for them. */
export function reportJson(words: CheckWords, reports: readonly CheckReport[]): string {
  const content = {
    schemaVersion,
    kind: 'connection-check',
    note: words.say('report.no-secret'),
    reports: reports.map((report) => describeReport(words, report)),
  }
  return `${JSON.stringify(content, null, 2)}\n`
}
