import inspector from 'node:inspector'
import { resolve } from 'node:path'
import type { App } from 'electron'
import { localDataFolder, platform } from './platform'

/** `--user-data-dir=DIR` moves every file of the program to DIR. */
export function applyUserDataFolder(app: App): void {
  const folder = app.commandLine.getSwitchValue('user-data-dir')
  if (folder !== '') app.setPath('userData', resolve(folder))
  app.setPath('sessionData', localDataFolder(app.getPath('userData')))
}

/** `--self-check` lets the program try its own installation, and end with 0 or 1. */
export function asksForSelfCheck(app: App): boolean {
  return app.commandLine.hasSwitch('self-check')
}

/**
 * Switches that a packaged program starts with. Chromium has some 1,500, and among them are those that accept any certificate, send
 * calls elsewhere, or write tokens to a file; nobody can name them all, so what is not here is refused.
 */
export const allowedSwitches: readonly string[] = [
  'user-data-dir',
  'self-check',
  // Windows' installer starts a program with it that it has updated.
  'updated',
  // As root, in containers, and from an AppImage where the system gives no namespaces to users.
  'no-sandbox',
  'disable-dev-shm-usage',
  // The screen and how it is drawn on.
  'disable-gpu',
  'disable-gpu-compositing',
  'disable-software-rasterizer',
  'enable-wayland-ime',
  'force-device-scale-factor',
  'gtk-version',
  'high-dpi-support',
  'ozone-platform',
  'ozone-platform-hint',
  'use-angle',
  'use-gl',
  'wayland-text-input-version',
  // Language and assistive technology.
  'force-renderer-accessibility',
  'lang',
]

/** Whether a word is a switch that any start of the program may have. */
export function isAllowedSwitch(word: string): boolean {
  const [, name] = platform.switchPattern.exec(word) ?? []
  return name !== undefined && allowedSwitches.includes(name.toLowerCase())
}

/**
 * The names of the switches among the words of a command line that are not allowed, read as Chromium reads them. `ofCommand`
 * are options of ours, which mean nothing to Chromium.
 */
export function refusedSwitches(words: readonly string[], ofCommand: readonly string[] = []): string[] {
  const given = words.flatMap((word) => {
    const [, name] = platform.switchPattern.exec(word.trim()) ?? []
    return name === undefined ? [] : [name.toLowerCase()]
  })
  return [...new Set(given)].filter((name) => !allowedSwitches.includes(name) && !ofCommand.includes(name))
}

/**
 * Keeps a packaged program from being weakened or recorded by the way that it is started, and returns the switches for which it
 * must not start. They lose their effect already, for as long as it takes to say so. A build for tests, whose debugger is
 * open, takes all of them: the debugger could do everything that they can.
 */
export function guardStart(app: App, ofCommand: readonly string[]): readonly string[] {
  if (!app.isPackaged || inspector.url() !== undefined) return []
  // With it Chromium writes the keys of every TLS connection to a file.
  delete process.env.SSLKEYLOGFILE
  const refused = refusedSwitches(process.argv.slice(1), ofCommand)
  for (const name of refused) app.commandLine.removeSwitch(name)
  return refused
}
