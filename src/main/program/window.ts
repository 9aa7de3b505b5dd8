import { BrowserWindow } from 'electron'
import type { Events } from '../../shared/contract'
import type { Log } from '../log'
import { platform, visibleBounds } from './platform'
import type { SessionMemory } from './session-memory'
import { windowOptions } from './window-options'

type Options = {
  preload: string
  /** Address of the page: our own scheme, or the development server. */
  page: string
  isDevelopment: boolean
  session: SessionMemory
  log: Log
}

/** Opens the one window where it was, and shows it when there is something to see. */
export function openWindow({ preload, page, isDevelopment, session, log }: Options): BrowserWindow {
  const bounds = visibleBounds(session.window())
  const window = new BrowserWindow(windowOptions(preload, bounds, isDevelopment))
  if (bounds?.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  keepBounds(window, session, log)
  reloadAfterCrash(window, log)
  window.loadURL(page).catch((error: unknown) => log.error(`The window did not load: ${String(error)}`))
  return window
}

/** Sends what happens meanwhile, to whichever window shows it. */
export function tellWindows<E extends keyof Events>(event: E): (message: Events[E]) => void {
  return (message) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(event, message)
  }
}

const settleMs = 400

function keepBounds(window: BrowserWindow, session: SessionMemory, log: Log): void {
  let timer: NodeJS.Timeout | undefined
  function save(): void {
    clearTimeout(timer)
    if (window.isDestroyed() || window.isMinimized()) return
    session
      .rememberWindow({ ...window.getNormalBounds(), maximized: window.isMaximized() })
      .catch((error: unknown) => log.error(`The window's place was not kept: ${String(error)}`))
  }
  function saveSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(save, settleMs)
  }
  window.on('resize', saveSoon)
  window.on('move', saveSoon)
  window.on('maximize', saveSoon)
  window.on('unmaximize', saveSoon)
  window.on('close', save)
}

/** A window whose process died is loaded again; what was typed into a form is in the session. */
function reloadAfterCrash(window: BrowserWindow, log: Log): void {
  window.webContents.on('render-process-gone', (_event, details) => {
    log.error(`The window's process ended: ${details.reason} on ${platform.describe()}`)
    if (details.reason !== 'clean-exit' && !window.isDestroyed()) window.reload()
  })
}
