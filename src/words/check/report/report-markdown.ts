import type { CheckReport } from '../../../shared/check'
import { colon } from '../../language/punctuation'
import type { CheckLanguage } from '../check-language'
import { numberOfStep } from '../check-outcome'
import { describeSteps } from '../describe-steps'
import { describeFindings, plainText } from './report-text'

/** A text as one line of Markdown, in which nothing of it is markup: names come from outside, and end up in a ticket. */
function inLine(text: string): string {
  return plainText(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()#+.!|<>~@-]/g, '\\$&')
}

/** As code, which trackers copy whole. A backtick in it would end it. */
function asCode(text: string): string {
  const line = plainText(text).replace(/\s+/g, ' ').replaceAll('`', "'")
  return line === '' ? '' : `\`${line}\``
}

/** Checks as Markdown, for the ticket of a go-live: verdict, identity, steps, and what is wrong. No secret and no token. */
export function reportMarkdown(language: CheckLanguage, reports: readonly CheckReport[]): string {
  return `${reports.map((report) => describeReport(language, report)).join('\n\n')}\n`
}

function describeReport(language: CheckLanguage, report: CheckReport): string {
  const { say, locale, environmentName } = language
  const { title, lines } = describeSteps(language, report.steps)
  const facts: readonly (readonly [string, string])[] = [
    [say('report.environment'), inLine(environmentName(report.environment))],
    [say('report.bucket'), asCode(report.bucket)],
    [say('report.clientId'), asCode(report.clientId)],
    [say('report.scopes'), asCode(report.scopes.join(', '))],
    [say('report.asset'), asCode(report.assetId ?? '') || inLine(say('report.asset.none'))],
    [say('report.assetPath'), asCode(report.assetPath ?? '')],
    [say('report.finished'), asCode(report.finishedAt)],
  ]
  const steps = report.steps.map(
    ({ step, state }) =>
      `| ${numberOfStep(step)} | ${inLine(say(`step.${step}`))} | ${inLine(say(`state.${state}`))} |`,
  )
  const findings = report.steps.flatMap((result) => {
    const found = describeFindings(language, result)
    const heading = `${numberOfStep(result.step)}. ${say(`step.${result.step}`)}`
    return found.length === 0
      ? []
      : ['', `**${inLine(heading)}**`, '', ...found.map((line) => `- ${inLine(line.replace(/^- /, ''))}`)]
  })
  return [
    `### ${inLine(say('report.title.of', { name: report.connectionName }))}`,
    '',
    ...(report.hosts === 'adobe' ? [] : [`**${inLine(say(`report.hosts.${report.hosts}`))}**`, '']),
    `**${inLine(title)}**`,
    '',
    ...lines.map((line) => `- ${inLine(line)}`),
    ...facts.flatMap(([name, text]) => (text === '' ? [] : [`- ${inLine(name)}${colon(locale)}${text}`])),
    '',
    `| | ${inLine(say('report.step'))} | ${inLine(say('report.state'))} |`,
    '| --- | --- | --- |',
    ...steps,
    ...findings,
    '',
    inLine(say('report.made', { version: report.programVersion })),
  ].join('\n')
}
