import { app, BrowserWindow } from 'electron'

/**
 * Calls back with its ID whenever the page of a window that may wait for something goes: the window is closed, its process
 * ends, or another page takes its place. On macOS the program goes on without a window.
 */
export function whenPageGoes(act: (windowId: number) => void): void {
  function watch(window: BrowserWindow): void {
    const { id, webContents } = window
    function go(): void {
      act(id)
    }
    window.on('closed', go)
    webContents.on('render-process-gone', go)
    webContents.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) go()
    })
  }
  for (const window of BrowserWindow.getAllWindows()) watch(window)
  app.on('browser-window-created', (_event, window) => watch(window))
}
