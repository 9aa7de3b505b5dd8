import { ipcMain, type WebFrameMain } from 'electron'
import type { Handlers } from '../shared/contract'
import type { AppError, Result } from '../shared/result'
import { describeForLog } from './failures/describe-for-log'
import { Failure } from './failures/failure'
import type { Log } from './log'

/** Whether a frame may call us: the main frame of our own window, showing our own origin. */
export type TrustFrame = (frame: WebFrameMain | null) => boolean

/**
 * Serves every operation of the contract to the window.
 *
 * Errors leave as data: `ipcRenderer.invoke` would keep no more of them than a prefixed message.
 */
export function serve(handlers: Handlers, isTrusted: TrustFrame, log: Log): void {
  for (const [operation, handle] of Object.entries(handlers)) {
    ipcMain.handle(operation, async (event, input: unknown): Promise<Result<unknown>> => {
      // Read before any await: the frame can navigate away meanwhile.
      if (!isTrusted(event.senderFrame)) throw new Error(`Refused ${operation}: unknown sender`)
      try {
        return { ok: true, value: await handle(input) }
      } catch (thrown) {
        return { ok: false, error: describeThrown(operation, thrown, log) }
      }
    })
  }
}

function describeThrown(operation: string, thrown: unknown, log: Log): AppError {
  const isExpected = thrown instanceof Failure
  if (isExpected && thrown.error.kind === 'cancelled') return thrown.error
  log[isExpected ? 'info' : 'error'](`${operation}: ${describeForLog(thrown)}`)
  return isExpected ? thrown.error : { kind: 'unexpected' }
}
