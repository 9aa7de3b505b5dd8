import type { AppError } from '../../../../shared/result'
import { type CheckRun, useCheckRun } from '../../check/check-queries'

/** What the other secret of a connection is known for: whether Adobe IMS gave an access token for it. */
export type OtherSecretState =
  | { state: 'unchecked' | 'running' | 'works' }
  | { state: 'fails'; error: AppError }

const stepsUpToToken: readonly string[] = ['input', 'keychain', 'network', 'token']

/** What AEM says does not depend on which of the two secrets it is, and is left to the page of the check. */
function describe({ state, steps, error }: CheckRun): OtherSecretState {
  if (state === 'running') return { state }
  if (error) return { state: 'fails', error }
  const failed = steps.find(({ step, state: of }) => of === 'red' && stepsUpToToken.includes(step))
  if (failed) return { state: 'fails', error: failed.findings[0] ?? { kind: 'unexpected' } }
  const hasToken = steps.some(({ step, state: of }) => step === 'token' && of !== 'skipped')
  return { state: hasToken ? 'works' : 'unchecked' }
}

/** From the last check with the other secret, wherever in the window it was made. */
export function useOtherSecretState(connectionId: string): OtherSecretState {
  return describe(useCheckRun({ connectionId, whichSecret: 'other' }))
}
