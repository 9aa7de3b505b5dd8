import { traceError } from '../../shared/error-trace'

/** Tells the log where a bug is, and nothing of what was shown or typed. */
function reportTrouble(thrown: unknown): void {
  // Chromium's own notices come without an error.
  if (thrown === null || thrown === undefined) return
  // A bug that cannot be reported is in the console.
  window.desktop.reportTrouble(traceError(thrown)).catch(() => undefined)
}

/** Reports every uncaught bug of the window. */
export function reportTroubles(): void {
  window.addEventListener('error', ({ error }) => reportTrouble(error))
  window.addEventListener('unhandledrejection', ({ reason }) => reportTrouble(reason))
}
