import type { BrowserWindow } from 'electron'

/** What has finished loading is painted soon after. */
const paintMs = 200
const longestWaitMs = 3_000

/**
 * Shows a window once, when it has something to show, and in any case after a while: on Wayland `ready-to-show` may never
 * come (electron#48859), and nobody can bring back a window that was never shown.
 */
export function revealWindow(window: BrowserWindow): void {
  const timers = [setTimeout(reveal, longestWaitMs)]
  let isRevealed = false
  function reveal(): void {
    for (const timer of timers) clearTimeout(timer)
    if (isRevealed || window.isDestroyed()) return
    isRevealed = true
    window.show()
  }
  window.once('ready-to-show', reveal)
  window.webContents.once('did-finish-load', () => timers.push(setTimeout(reveal, paintMs)))
  window.once('closed', reveal)
}
