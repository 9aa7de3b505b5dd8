import type { App } from 'electron'

/** Lets the program end when `settle` is through: Electron itself does not wait for files that are being written. */
export const settleBeforeQuit = (app: App, settle: () => Promise<void>): void => {
  let isSettled = false
  app.on('will-quit', (event) => {
    if (isSettled) return
    event.preventDefault()
    void settle().finally(() => {
      isSettled = true
      app.quit()
    })
  })
}
