import type { AppError } from '../../../shared/result'
import { type CheckRun, onlyReading, useCancelCheck, useCheckRun, useRunCheck } from './check-queries'

/** Whether Adobe IMS granted an access token for the other secret of a connection. */
export type SecondSecretOutcome =
  | { state: 'unchecked' | 'running' | 'works' }
  | { state: 'fails'; error: AppError }

const stepsUpToToken: readonly string[] = ['input', 'keychain', 'network', 'token']

/** What AEM answers does not depend on which of the two secrets was used. */
function outcomeOf({ state, steps, error }: CheckRun): SecondSecretOutcome {
  if (state === 'running') return { state }
  if (error) return { state: 'fails', error }
  const failed = steps.find(({ step, state: of }) => of === 'red' && stepsUpToToken.includes(step))
  if (failed) return { state: 'fails', error: failed.findings[0] ?? { kind: 'unexpected' } }
  const hasToken = steps.some(({ step, state: of }) => step === 'token' && of !== 'skipped')
  return { state: hasToken ? 'works' : 'unchecked' }
}

/** The last check with the second secret, wherever in the window it was started. */
export function useSecondSecretCheck(connectionId: string) {
  const subject = { connectionId, secretSlot: 'second' } as const
  const outcome = outcomeOf(useCheckRun(subject))
  const runCheck = useRunCheck()
  const cancelCheck = useCancelCheck()
  return {
    outcome,
    run: () => void runCheck(subject, onlyReading('')),
    cancel: () => cancelCheck(subject),
  }
}
