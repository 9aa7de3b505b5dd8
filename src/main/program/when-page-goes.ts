import { app, BrowserWindow } from 'electron'

/**
 * Calls back whenever a page that may wait for something goes: its window is closed, its process ends, or another page takes
 * its place. On macOS the program goes on without a window.
 */
export function whenPageGoes(act: () => void): void {
  function watch(window: BrowserWindow): void {
    const { webContents } = window
    window.on('closed', act)
    webContents.on('render-process-gone', act)
    webContents.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) act()
    })
  }
  for (const window of BrowserWindow.getAllWindows()) watch(window)
  app.on('browser-window-created', (_event, window) => watch(window))
}
