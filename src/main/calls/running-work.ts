import type { WorkProgress, WorkStage } from '../../shared/metadata'
import { cancelled } from '../failures/failure'

/** Tells how far a piece of work has come; `receivedBytes` counts the body of an answer. */
export type ReportStage = (stage: WorkStage, receivedBytes?: number) => void

export type RunningWork = {
  /** Runs a piece of work under its ticket, which can be cancelled and reports its stages. */
  run: <T>(ticket: string, task: (signal: AbortSignal, report: ReportStage) => Promise<T>) => Promise<T>
  /** Ends the work of that ticket; nothing happens when it has ended by itself. */
  cancel: (ticket: string) => void
}

/** The work that the window waits for, by its tickets. */
export function createRunningWork(publish: (progress: WorkProgress) => void): RunningWork {
  const running = new Map<string, AbortController>()
  return {
    run: async (ticket, task) => {
      const controller = new AbortController()
      running.set(ticket, controller)
      try {
        return await task(controller.signal, (stage, receivedBytes = 0) =>
          publish({ ticket, stage, receivedBytes }),
        )
      } finally {
        running.delete(ticket)
      }
    },
    cancel: (ticket) => running.get(ticket)?.abort(cancelled()),
  }
}
