import type { CheckReport, Fact, StepResult } from '../../../shared/check'
import type { AppError } from '../../../shared/result'
import { describeError } from '../../failure/describe-failure'
import { asSentences } from '../../language/punctuation'
import type { CheckLanguage } from '../check-language'
import { describeFact } from '../describe-fact'
import { describeSteps } from '../describe-steps'

/** Raised when a member changes its meaning or goes away; new members do not raise it. */
const schemaVersion = 1

function describeFinding({ sayFailure }: CheckLanguage, error: AppError) {
  const { cause, fix, owner } = describeError(sayFailure, error)
  return { error, words: { cause, fix, owner: owner === null ? null : sayFailure(`owner.${owner}`) } }
}

function describeStep(language: CheckLanguage, { facts, findings, ...result }: StepResult) {
  return {
    ...result,
    words: { step: language.say(`step.${result.step}`), state: language.say(`state.${result.state}`) },
    facts: facts.map((fact: Fact) => ({ ...fact, words: describeFact(language, fact) })),
    findings: findings.map((error) => describeFinding(language, error)),
  }
}

function describeReport(language: CheckLanguage, report: CheckReport) {
  const { say } = language
  const { title, lines } = describeSteps(language, report.steps)
  const { token, rights, steps } = report
  return {
    ...report,
    summary: asSentences(language.locale, [title, ...lines]),
    steps: steps.map((result) => describeStep(language, result)),
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
export function reportJson(language: CheckLanguage, reports: readonly CheckReport[]): string {
  const content = {
    schemaVersion,
    kind: 'connection-check',
    note: language.say('report.no-secret'),
    reports: reports.map((report) => describeReport(language, report)),
  }
  return `${JSON.stringify(content, null, 2)}\n`
}
