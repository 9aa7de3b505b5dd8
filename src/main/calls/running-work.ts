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
  /** Ends all work of a window: nobody waits for it any more. */
  cancelOf: (windowId: number) => void
}

type Running = { controller: AbortController; connectionId: string; windowId: number | null }

/** The work that windows wait for, by its tickets. `caller` tells which of them asks. */
export function createRunningWork(
  publish: (progress: RequestProgress) => void,
  caller: () => number | null = () => null,
): RunningWork {
  const running = new Map<string, Running>()
  function cancelAll(isWanted: (work: Running) => boolean): void {
    for (const work of running.values()) {
      if (isWanted(work)) work.controller.abort(cancelled())
    }
  }
  return {
    run: async ({ ticket, connectionId }, task) => {
      const controller = new AbortController()
      running.set(ticket, { controller, connectionId, windowId: caller() })
      try {
        return await task(controller.signal, (stage, receivedBytes = 0) =>
          publish({ ticket, stage, receivedBytes }),
        )
      } finally {
        running.delete(ticket)
      }
    },
    cancel: (ticket) => running.get(ticket)?.controller.abort(cancelled()),
    cancelFor: (connectionId) => cancelAll((work) => work.connectionId === connectionId),
    cancelOf: (windowId) => cancelAll((work) => work.windowId === windowId),
  }
}
