import { checkSteps, type StepResult } from '../../../../shared/check'
import type { CheckStep } from '../../../../shared/failure-signal'
import type { CheckLanguage } from '../../../../words/check/check-language'
import { describeError } from '../../../../words/failure/describe-failure'
import type { CheckRun } from '../check-queries'

/** One column of the comparison. */
export type Column = { key: string; name: string; run: CheckRun }

export type Difference = { step: CheckStep; text: string }

function resultOf({ run }: Column, step: CheckStep): StepResult | null {
  return run.steps.find((result) => result.step === step && result.state !== 'running') ?? null
}

function causesOf({ findings }: StepResult): string {
  return findings
    .map((finding) => (finding.kind === 'failure' ? finding.cause : finding.kind))
    .sort()
    .join(' ')
}

/** What makes two columns differ in a step: how it went and why, not its hosts and times. */
function signatureOf(result: StepResult): string {
  return `${result.state} ${causesOf(result)}`
}

function describeState({ say, sayFailure }: CheckLanguage, { name }: Column, result: StepResult): string {
  const state = say(`state.${result.state}`)
  const [finding] = result.findings
  if (!finding) return say('all.difference.part', { name, state })
  return say('all.difference.cause', { name, state, cause: describeError(sayFailure, finding).cause })
}

function grantedOf({ run }: Column): readonly string[] | null {
  return run.state === 'done' ? (run.report?.token?.scopesGranted ?? null) : null
}

/** Scopes that some tokens hold and others do not. */
function scopeDifferences({ say }: CheckLanguage, columns: readonly Column[]): string[] {
  const granted = columns.flatMap((column) => {
    const scopes = grantedOf(column)
    return scopes === null ? [] : [{ name: column.name, scopes }]
  })
  const everyScope = [...new Set(granted.flatMap(({ scopes }) => scopes))]
  return granted.flatMap(({ name, scopes }) => {
    const lacking = everyScope.filter((scope) => !scopes.includes(scope))
    return lacking.length === 0 ? [] : [say('all.difference.scopes', { name, scopes: lacking.join(', ') })]
  })
}

function differenceAt(language: CheckLanguage, columns: readonly Column[], step: CheckStep): string[] {
  const told = columns.flatMap((column) => {
    const result = resultOf(column, step)
    return result === null ? [] : [{ column, result }]
  })
  const isSame = new Set(told.map(({ result }) => signatureOf(result))).size < 2
  const states = isSame ? [] : told.map(({ column, result }) => describeState(language, column, result))
  return step === 'claims' ? [...states, ...scopeDifferences(language, columns)] : states
}

/** In which steps the columns differ, as far as they have come: without words, for this is asked at every step. */
export function differingSteps(columns: readonly Column[]): ReadonlySet<CheckStep> {
  const scopes = columns.flatMap((column) => grantedOf(column)?.toSorted().join(' ') ?? [])
  return new Set(
    checkSteps.filter((step) => {
      const signatures = columns.flatMap((column) => {
        const result = resultOf(column, step)
        return result === null ? [] : [signatureOf(result)]
      })
      return new Set(signatures).size > 1 || (step === 'claims' && new Set(scopes).size > 1)
    }),
  )
}

/** In which steps the columns differ, and how, in words. */
export function findDifferences(language: CheckLanguage, columns: readonly Column[]): readonly Difference[] {
  return checkSteps.flatMap((step) => {
    const parts = differenceAt(language, columns, step)
    return parts.length === 0 ? [] : [{ step, text: parts.join('; ') }]
  })
}
