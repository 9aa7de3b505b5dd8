import type { CheckReport, RightState, RightsMatrix, StepResult } from '../../shared/check'

export type ProvenRight = RightsMatrix['rows'][number]

function right(
  name: ProvenRight['right'],
  state: RightState,
  reason: ProvenRight['reason'],
  seen: Partial<Pick<ProvenRight, 'error' | 'evidence'>> = {},
): ProvenRight {
  return { right: name, state, reason, error: null, evidence: null, ...seen }
}

function readRight(read: StepResult | undefined): ProvenRight {
  if (read?.state === 'green') return right('read', 'allowed', 'read-succeeded')
  const [error] = read?.findings ?? []
  if (!error) return right('read', 'not-tried', 'no-asset')
  return error.kind === 'failure' && error.cause === 'aem-read-refused'
    ? right('read', 'refused', 'read-failed', { error })
    : right('read', 'unproven', 'answer-not-known', { error })
}

function updateRight(write: StepResult | undefined): ProvenRight {
  const [code] = write?.facts.map((fact) => fact.code) ?? []
  if (code === 'changes-locked') return right('update', 'not-tried', 'changes-locked')
  return right('update', 'not-tried', code === 'only-on-request' ? 'not-asked-for' : 'no-asset')
}

/** What a check has shown of the four rights, also where it ran without the update test. */
export function rightsOf({ rights, steps }: Pick<CheckReport, 'rights' | 'steps'>): readonly ProvenRight[] {
  if (rights !== null) return rights.rows
  return [
    readRight(steps.find(({ step }) => step === 'read')),
    right('create', 'unproven', 'no-safe-probe'),
    updateRight(steps.find(({ step }) => step === 'write')),
    right('delete', 'unproven', 'no-safe-probe'),
  ]
}
