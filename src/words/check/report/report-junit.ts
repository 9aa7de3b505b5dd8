import type { CheckReport, StepResult } from '../../../shared/check'
import type { AppError } from '../../../shared/result'
import type { CheckLanguage } from '../check-language'
import { numberOfStep, outcomeOf } from '../check-outcome'
import { describeSteps } from '../describe-steps'
import { describeFindings, plainText } from './report-text'

/** XML 1.0 section 2.2 allows none of them, not even escaped. */
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu

/** Line breaks as numbers: as they are, an attribute has spaces in their place. */
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\t': '&#9;',
}

function escapeXml(text: string): string {
  return plainText(text)
    .replace(notInXml, '')
    .replace(/[&<>"'\n\t]/g, (character) => entities[character] ?? '')
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('')
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(3)
}

function typeOf(error: AppError | undefined): string {
  if (error?.kind === 'failure') return error.cause
  return error?.kind ?? 'failed'
}

type Case = {
  name: string
  time: string
  failure: { message: string; type: string; text: string } | null
  skipped: string | null
}

function stepCase(language: CheckLanguage, result: StepResult): Case {
  const { say } = language
  const lines = describeFindings(language, result)
  const isSkipped = result.state === 'skipped' || result.state === 'unproven'
  return {
    name: `${numberOfStep(result.step)}. ${say(`step.${result.step}`)}`,
    time: seconds(result.durationMs),
    failure:
      result.state === 'red'
        ? { message: lines[0] ?? say('state.red'), type: typeOf(result.findings[0]), text: lines.join('\n') }
        : null,
    skipped: isSkipped ? say(`state.${result.state}`) : null,
  }
}

/** A case of its own, because a check that proves nothing has no step that failed. */
function verdictCase(language: CheckLanguage, report: CheckReport, name: string, passes: boolean): Case {
  const { title, lines } = describeSteps(language, report.steps)
  const { kind } = outcomeOf(report.steps)
  return {
    name,
    time: seconds(0),
    failure: passes ? null : { message: title, type: kind, text: lines.join('\n') },
    skipped: null,
  }
}

function write(classname: string, { name, time, failure, skipped }: Case): string {
  const open = `    <testcase${attributes({ classname, name, time })}`
  if (failure !== null) {
    const { message, type, text } = failure
    return `${open}><failure${attributes({ message, type })}>${escapeXml(text)}</failure></testcase>`
  }
  return skipped === null ? `${open}/>` : `${open}><skipped${attributes({ message: skipped })}/></testcase>`
}

/**
 * Reports as JUnit's XML, as pipelines read it: a suite for each connection, a case for each step and one for the verdict.
 * `passes` tells whether a report counts as success; `verdict` is the name of its case.
 */
export function reportJunit(
  language: CheckLanguage,
  reports: readonly CheckReport[],
  { passes, verdict }: { passes: (report: CheckReport) => boolean; verdict: string },
): string {
  const suites = reports.map((report) => {
    const cases = [
      ...report.steps.map((result) => stepCase(language, result)),
      verdictCase(language, report, verdict, passes(report)),
    ]
    const time = seconds(Date.parse(report.finishedAt) - Date.parse(report.startedAt))
    const counts = {
      tests: cases.length,
      failures: cases.filter(({ failure }) => failure !== null).length,
      errors: 0,
      skipped: cases.filter(({ skipped }) => skipped !== null).length,
    }
    const { connectionName, bucket, startedAt } = report
    const head = attributes({ name: connectionName, ...counts, time, timestamp: startedAt.slice(0, 19) })
    const lines = cases.map((one) => write(`${connectionName} ${bucket}`, one))
    return { counts, text: [`  <testsuite${head}>`, ...lines, '  </testsuite>'].join('\n') }
  })
  function total(count: 'tests' | 'failures'): number {
    return suites.reduce((sum, { counts }) => sum + counts[count], 0)
  }
  const head = attributes({ tests: total('tests'), failures: total('failures') })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${head}>\n${suites.map(({ text }) => text).join('\n')}\n</testsuites>\n`
}
