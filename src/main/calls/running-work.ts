import type { RequestProgress, RequestStage } from '../../shared/metadata'
import { cancelled } from '../failures/failure'

/** Tells how far a piece of work has come; `receivedBytes` counts the body of an answer. */
export type ReportStage = (stage: RequestStage, receivedBytes?: number) => void

/** Names a piece of work, and the connection that it is for. */
export type WorkName = { ticket: string; connectionId: string }

export type RunningWork = {
  /** Runs a piece of work under its ticket, which can be cancelled and reports its stages. */
  run: <T>(name: WorkName, task: (signal: AbortSignal, report: ReportStage) => Promise<T>) => Promise<T>
  /** Ends the work of that ticket; nothing happens when it has ended by itself. */
  cancel: (ticket: string) => void
  /** Ends all work for a connection. */
  cancelFor: (connectionId: string) => void
  /** Ends all work: nobody waits for it any more. */
  cancelAll: () => void
}

/** The work that the window waits for, by its tickets. */
export function createRunningWork(publish: (progress: RequestProgress) => void): RunningWork {
  const running = new Map<string, { controller: AbortController; connectionId: string }>()
  function cancelAll(isWanted: (connectionId: string) => boolean): void {
    for (const { controller, connectionId } of running.values()) {
      if (isWanted(connectionId)) controller.abort(cancelled())
    }
  }
  return {
    run: async ({ ticket, connectionId }, task) => {
      const controller = new AbortController()
      running.set(ticket, { controller, connectionId })
      try {
        return await task(controller.signal, (stage, receivedBytes = 0) =>
          publish({ ticket, stage, receivedBytes }),
        )
      } finally {
        running.delete(ticket)
      }
    },
    cancel: (ticket) => running.get(ticket)?.controller.abort(cancelled()),
    cancelFor: (connectionId) => cancelAll((id) => id === connectionId),
    cancelAll: () => cancelAll(() => true),
  }
}
