import inspector from 'node:inspector'
import { resolve } from 'node:path'
import type { App } from 'electron'

/** `--user-data-dir=DIR` moves every file of the program to DIR. */
export function applyUserDataFolder(app: App): void {
  const folder = app.commandLine.getSwitchValue('user-data-dir')
  if (folder !== '') app.setPath('userData', resolve(folder))
  app.setPath('sessionData', app.getPath('userData'))
}

/**
 * Whether a packaged program was asked to open a debugging port: no fuse covers it, and it would show the window's
 * memory to any program of this machine. A build for tests, in which the inspector works, may.
 */
export function asksForDebuggingPort(app: App): boolean {
  return (
    app.isPackaged &&
    inspector.url() === undefined &&
    ['remote-debugging-port', 'remote-debugging-pipe'].some((name) => app.commandLine.hasSwitch(name))
  )
}
