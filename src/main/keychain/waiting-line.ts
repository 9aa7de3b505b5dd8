import { createOneAtATime } from '../one-at-a-time'

export type WaitingLine = {
  /**
   * Runs `work` when its turn has come. When `cancel` is aborted or the deadline has passed, the caller hears so at once,
   * waiting or in turn; `work` is to stop by the signal that it is given.
   */
  run: <T>(work: (signal: AbortSignal) => Promise<T>, cancel?: AbortSignal) => Promise<T>
  /** Ends what is in turn and all that waits. */
  endAll: (reason: unknown) => void
}

type Deadline = { ms: number; reason: () => unknown }

/** One turn after the other. A deadline counts from the asking, so that nobody waits longer for waiting behind others. */
export function createWaitingLine(deadline: Deadline): WaitingLine {
  const queue = createOneAtATime()
  const present = new Set<AbortController>()

  return {
    run: (work, cancel) =>
      new Promise((resolve, reject) => {
        const turn = new AbortController()
        function leave(): void {
          turn.abort(cancel?.reason)
        }
        const timer = setTimeout(() => turn.abort(deadline.reason()), deadline.ms)
        function end(): void {
          clearTimeout(timer)
          cancel?.removeEventListener('abort', leave)
          present.delete(turn)
        }
        present.add(turn)
        turn.signal.addEventListener('abort', () => {
          end()
          reject(turn.signal.reason)
        })
        cancel?.addEventListener('abort', leave)
        if (cancel?.aborted) leave()
        queue
          .run(async () => {
            turn.signal.throwIfAborted()
            return work(turn.signal)
          })
          .then(resolve, reject)
          .finally(end)
      }),
    endAll: (reason) => {
      for (const turn of present) turn.abort(reason)
    },
  }
}
