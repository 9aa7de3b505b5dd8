import type { CheckMark } from '../../shared/kept'
import { outcomeOf } from '../../words/check/check-outcome'
import type { CheckConnection } from './run-check'

type Collaborators = {
  recordCheck: (mark: CheckMark) => Promise<void>
  keepsHistory: () => boolean
  /** Called when something could not be stored: the check itself does not fail for that. */
  onProblem: (thrown: unknown) => void
}

/** Checks whose verdict is kept with the connection. That of a second secret says nothing of the one in use. */
export function recordChecks(
  checkConnection: CheckConnection,
  { recordCheck, keepsHistory, onProblem }: Collaborators,
): CheckConnection {
  return async (order, signal, publish) => {
    const report = await checkConnection(order, signal, publish)
    if (report.secretSlot === 'current' && keepsHistory()) {
      const outcome = outcomeOf(report.steps)
      const mark: CheckMark = {
        connectionId: report.connectionId,
        at: report.finishedAt,
        verdict: outcome.kind,
        step: outcome.kind === 'red' ? outcome.step : null,
      }
      recordCheck(mark).catch(onProblem)
    }
    return report
  }
}
