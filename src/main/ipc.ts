import { BrowserWindow, ipcMain, type WebFrameMain } from 'electron'
import type { AppError, Result } from '../shared/result'
import type { Callers } from './callers'
import { describeForLog } from './failures/describe-for-log'
import { Failure } from './failures/failure'
import type { Log } from './log'
import { type FirstHandlers, firstOperations, type OtherHandlers, otherOperations } from './operations'

type Door = {
  /** The only origin whose pages are answered. */
  pageOrigin: string
  callers: Callers
  /** Called when an operation has done what it was asked for. */
  onDone: (operation: string, input: unknown, windowId: number) => void
}

export type Gate = { letIn: (handlers: OtherHandlers) => void }

/** Whether a frame may call us: the main frame of our own window. An empty page has the origin of the one that it came from. */
function isTrusted(frame: WebFrameMain | null, pageOrigin: string): boolean {
  return (
    frame !== null &&
    frame.parent === null &&
    frame.origin === pageOrigin &&
    frame.url.startsWith(`${pageOrigin}/`)
  )
}

/**
 * Answers every operation of the contract: those of the first screen at once, all others as soon as they are served.
 *
 * Errors leave as data: `ipcRenderer.invoke` would keep no more of them than a prefixed message.
 */
export function openGate(first: () => Promise<FirstHandlers>, door: Door, log: Log): Gate {
  const { pageOrigin, callers, onDone } = door
  function answer(operation: string, handle: (input: unknown) => Promise<unknown>): void {
    ipcMain.handle(operation, async (event, input: unknown): Promise<Result<unknown>> => {
      // Read before any await: the frame can navigate away meanwhile.
      const window = BrowserWindow.fromWebContents(event.sender)
      if (!isTrusted(event.senderFrame, pageOrigin) || !window)
        throw new Error(`Refused ${operation}: unknown sender`)
      const { id } = window
      try {
        const value = await callers.run(id, () => handle(input))
        onDone(operation, input, id)
        return { ok: true, value }
      } catch (thrown) {
        return { ok: false, error: describeThrown(operation, thrown, log) }
      }
    })
  }
  let letIn: Gate['letIn'] = () => undefined
  const others = new Promise<OtherHandlers>((resolve) => {
    letIn = resolve
  })
  for (const name of firstOperations) answer(name, async (input) => (await first())[name](input))
  for (const name of otherOperations) answer(name, async (input) => (await others)[name](input))
  return { letIn }
}

/** Serves all but the first screen, to those who wait for it already as well. */
export function serve(handlers: OtherHandlers, gate: Gate): void {
  gate.letIn(handlers)
}

function describeThrown(operation: string, thrown: unknown, log: Log): AppError {
  const isExpected = thrown instanceof Failure
  if (isExpected && thrown.error.kind === 'cancelled') return thrown.error
  log[isExpected ? 'info' : 'error'](`${operation}: ${describeForLog(thrown)}`)
  return isExpected ? thrown.error : { kind: 'unexpected' }
}
