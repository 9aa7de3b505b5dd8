import { AsyncLocalStorage } from 'node:async_hooks'

/** The window that an operation is for, wherever the operation has got to. */
export type Callers = {
  /** Runs an operation of the window with that ID. */
  run: <T>(windowId: number, operation: () => T) => T
  /** null where no operation runs. */
  current: () => number | null
}

export function createCallers(): Callers {
  const storage = new AsyncLocalStorage<number>()
  return {
    run: (windowId, operation) => storage.run(windowId, operation),
    current: () => storage.getStore() ?? null,
  }
}
