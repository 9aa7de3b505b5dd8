import type { SelfCheckReport, SelfCheckResult } from '../../shared/self-check'
import { describeError } from '../failure/describe-failure'
import type failureMessages from '../failure/messages/en.json'
import type { SayFrom } from '../language/say-in'
import type messages from './messages/en.json'

/** All that is needed to say what the program found out about itself. */
export type SelfCheckLanguage = { say: SayFrom<typeof messages>; sayFailure: SayFrom<typeof failureMessages> }

export type DescribedResult = { title: string; state: string; lines: readonly string[] }

/** What was tried, how it ended, and what to do where it failed. */
export function describeResult(
  { say, sayFailure }: SelfCheckLanguage,
  { item, state, code, values, error }: SelfCheckResult,
): DescribedResult {
  const failure = error && describeError(sayFailure, error)
  return {
    title: say(`item.${item}`),
    state: say(`state.${state}`),
    lines: failure
      ? [say('note.error', { cause: failure.cause }), ...failure.fix]
      : [say(`note.${code}`, { ...values, cause: '' })],
  }
}

/** The outcome in a sentence, and what was checked: program, Electron, system. */
export function describeSelfCheck({ say }: SelfCheckLanguage, report: SelfCheckReport) {
  const { program, runtime, system, results, isOk } = report
  const count = results.filter(({ state }) => state === 'failed').length
  return {
    summary: isOk ? say('ok') : say('failed', { count }),
    about: [
      say('program', { version: program.version }),
      say('runtime', runtime),
      describeSystem(say, system),
    ],
  }
}

function describeSystem(
  say: SelfCheckLanguage['say'],
  { session, ...system }: SelfCheckReport['system'],
): string {
  return session === null ? say('system', system) : say('system.session', { ...system, session })
}

/** The report as plain text, for a terminal and to be pasted. */
export function selfCheckText(language: SelfCheckLanguage, report: SelfCheckReport): string {
  const { summary, about } = describeSelfCheck(language, report)
  const described = report.results.map((result) => ({
    ...describeResult(language, result),
    time: `${result.durationMs} ms`,
  }))
  function widthOf(pick: (row: (typeof described)[number]) => string): number {
    return Math.max(...described.map((row) => pick(row).length))
  }
  const titles = widthOf(({ title }) => title)
  const states = widthOf(({ state }) => state)
  const times = widthOf(({ time }) => time)
  const indent = ' '.repeat(titles + states + times + 6)
  const rows = described.map(({ title, state, time, lines }) => {
    const head = `${title.padEnd(titles)}  ${state.padEnd(states)}  ${time.padStart(times)}  `
    return head + lines.join(`\n${indent}`)
  })
  return `${[...about, '', ...rows, '', summary].join('\n')}\n`
}

/** The report for programs: its data, and the words for it. */
export function selfCheckJson(language: SelfCheckLanguage, report: SelfCheckReport) {
  return {
    /** Raised when a member changes its meaning or goes away; new members do not raise it. */
    schemaVersion: 1,
    kind: 'self-check',
    summary: describeSelfCheck(language, report).summary,
    ...report,
    results: report.results.map((result) => ({ ...result, words: describeResult(language, result) })),
  }
}
