import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkSteps, type StepResult, type StepState } from '../../../src/shared/check'
import { outcomeOf } from '../../../src/words/check/check-outcome'

const states = ['green', 'amber', 'red', 'unproven', 'skipped'] as const satisfies readonly StepState[]

function stepsWith(states: Partial<Record<(typeof checkSteps)[number], StepState>>): StepResult[] {
  return checkSteps.map((step) => ({
    step,
    state: states[step] ?? 'green',
    durationMs: 1,
    facts: [],
    findings: [],
    evidence: null,
  }))
}

test.each([
  ['ready', {}],
  ['ready-to-read', { write: 'skipped' }],
  ['ready-to-read', { write: 'unproven' }],
  ['ready-to-read', { write: 'amber' }],
  ['unproven', { read: 'unproven', write: 'skipped' }],
  ['unproven', { 'allow-list': 'unproven', read: 'skipped', write: 'skipped' }],
  ['unproven', { claims: 'amber', read: 'unproven' }],
  ['warnings', { claims: 'amber', write: 'skipped' }],
  ['red', { 'allow-list': 'red', read: 'skipped', write: 'skipped' }],
] as const)('the verdict is %s with %j', (kind, given) => {
  expect(outcomeOf(stepsWith(given)).kind).toBe(kind)
})

test('no check is ready unless every step up to the asset that was read is proven', () => {
  fc.assert(
    fc.property(fc.tuple(...checkSteps.map(() => fc.constantFrom(...states))), (drawn) => {
      const steps = stepsWith(Object.fromEntries(checkSteps.map((step, index) => [step, drawn[index]])))
      const isProven = steps.every(({ step, state }) => step === 'write' || state === 'green')
      const isRefused = steps.some(({ state }) => state === 'red')
      expect(outcomeOf(steps).kind.startsWith('ready')).toBe(isProven && !isRefused)
    }),
    { numRuns: 2_000 },
  )
})
