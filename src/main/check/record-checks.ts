import type { CheckReport } from '../../shared/check'
import type { CheckMark } from '../../shared/kept'
import { outcomeOf } from '../../words/check/check-outcome'
import type { ConnectionChanged } from '../connections/connection-changed'
import type { CheckConnection } from './run-check'

type Collaborators = {
  recordCheck: (mark: CheckMark) => Promise<void>
  keepsHistory: () => boolean
  /** Called when something could not be stored: the check itself does not fail for that. */
  onProblem: (thrown: unknown) => void
}

/**
 * Checks whose verdict is kept with the connection. That of a second secret says nothing of the one in use, and that of
 * a check which ran while the connection was changed says nothing of what it is now.
 */
export function recordChecks(
  checkConnection: CheckConnection,
  { recordCheck, keepsHistory, onProblem }: Collaborators,
): { checkConnection: CheckConnection; connectionChanged: ConnectionChanged } {
  const changes = new Map<string, number>()
  function record(report: CheckReport): void {
    const outcome = outcomeOf(report.steps)
    const mark: CheckMark = {
      connectionId: report.connectionId,
      at: report.finishedAt,
      verdict: outcome.kind,
      step: outcome.kind === 'red' ? outcome.step : null,
    }
    recordCheck(mark).catch(onProblem)
  }
  return {
    checkConnection: async (order, signal, publish) => {
      const changesBefore = changes.get(order.connectionId)
      const report = await checkConnection(order, signal, publish)
      const isOfNow = changes.get(report.connectionId) === changesBefore
      if (report.secretSlot === 'current' && isOfNow && keepsHistory()) record(report)
      return report
    },
    connectionChanged: (id) => void changes.set(id, (changes.get(id) ?? 0) + 1),
  }
}
