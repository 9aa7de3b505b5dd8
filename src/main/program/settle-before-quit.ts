import type { App } from 'electron'

/** A disk or a keychain that does not answer must not keep a program open that the user has closed. */
const longestWaitMs = 5_000

/**
 * Lets the program end when `settle` is through, after `end`: Electron itself does not wait for files that are being written.
 */
export function settleBeforeQuit(app: App, settle: () => Promise<void>, end: () => void): void {
  let isSettled = false
  app.on('will-quit', (event) => {
    if (isSettled) return
    event.preventDefault()
    function quit(): void {
      if (isSettled) return
      isSettled = true
      end()
      // Not within this event: Electron takes itself for quitting until it has ended, and ignores the call.
      setImmediate(() => app.quit())
    }
    void settle().finally(quit)
    setTimeout(quit, longestWaitMs)
  })
}
