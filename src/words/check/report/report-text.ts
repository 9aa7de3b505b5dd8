import type { CheckReport, StepResult } from '../../../shared/check'
import { describeError } from '../../failure/describe-failure'
import type { CheckLanguage } from '../check-language'
import { numberOfStep } from '../check-outcome'
import { describeSteps } from '../describe-steps'

const notForTerminals = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2066-\u2069]/g

/** A text without what moves a terminal's cursor, changes its colors, or isolates a name. */
export function plainText(text: string): string {
  return text.replace(notForTerminals, '')
}

/** What is wrong with a step and how to mend it, line by line. */
export function describeFindings({ sayFailure }: CheckLanguage, { findings }: StepResult): string[] {
  return findings.flatMap((error) => {
    const { cause, fix, owner } = describeError(sayFailure, error)
    const who = owner === null ? [] : [sayFailure('owner.label', { owner: sayFailure(`owner.${owner}`) })]
    return [cause, ...who, ...fix.map((line) => `- ${line}`)]
  })
}

/** Reports for a terminal: the verdict first, then the steps, each with what is wrong there. */
export function reportText(language: CheckLanguage, reports: readonly CheckReport[]): string {
  return plainText(`${reports.map((report) => describeReport(language, report)).join('\n\n')}\n`)
}

function describeReport(language: CheckLanguage, report: CheckReport): string {
  const { say, environmentName, formats } = language
  const { title, lines } = describeSteps(language, report.steps)
  const states = report.steps.map(({ state }) => say(`state.${state}`))
  const width = Math.max(...states.map((state) => state.length))
  const steps = report.steps.flatMap((result, index) => {
    const head = `${numberOfStep(result.step)}. ${(states[index] ?? '').padEnd(width)}  ${say(`step.${result.step}`)}`
    const took = result.state === 'skipped' ? '' : `, ${formats.milliseconds(result.durationMs)}`
    return [head + took, ...describeFindings(language, result).map((line) => `     ${line}`)]
  })
  const hosts = report.hosts === 'adobe' ? [] : [say(`report.hosts.${report.hosts}`)]
  return [
    `${report.connectionName} (${environmentName(report.environment)}, ${report.bucket})`,
    ...hosts,
    title,
    ...lines,
    '',
    ...steps,
  ].join('\n')
}
