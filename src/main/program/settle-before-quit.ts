import type { App } from 'electron'

/** A disk that does not answer must not keep a program open that the user has closed. */
const longestWaitMs = 5_000

/** Lets the program end when `settle` is through: Electron itself does not wait for files that are being written. */
export function settleBeforeQuit(app: App, settle: () => Promise<void>): void {
  let isSettled = false
  app.on('will-quit', (event) => {
    if (isSettled) return
    event.preventDefault()
    function quit(): void {
      if (isSettled) return
      isSettled = true
      // Not within this event: Electron takes itself for quitting until it has ended, and ignores the call.
      setImmediate(() => app.quit())
    }
    void settle().finally(quit)
    setTimeout(quit, longestWaitMs)
  })
}
