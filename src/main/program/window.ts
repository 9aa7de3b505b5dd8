import { BrowserWindow, screen } from 'electron'
import type { Events } from '../../shared/contract'
import { describeForLog } from '../failures/describe-for-log'
import type { Log } from '../log'
import { addTextMenu } from './context-menu'
import { keepOnPage } from './keep-on-page'
import type { MainMessages } from './main-messages'
import { revealWindow } from './reveal-window'
import type { SessionMemory, WindowBounds } from './session-memory'
import { windowOptions } from './window-options'
import { placeWindow } from './window-place'

type Options = {
  preload: string
  /** Address of the page: our own scheme, or the development server. */
  page: string
  /** Address of the page that stands in for it when it stops again and again. */
  stoppedPage: string
  isDevelopment: boolean
  session: SessionMemory
  /** In the language of the moment. */
  messages: () => MainMessages
  log: Log
}

/** So far from another that both titles can be seen. */
const cascade = 32

/** Where a window opens: where the last one was, or beside the one that is in front. */
function boundsFor(session: SessionMemory, front: BrowserWindow | null): WindowBounds | null {
  if (front === null) return session.window()
  const { x, y, width, height } = front.getNormalBounds()
  return { x: x + cascade, y: y + cascade, width, height, maximized: false }
}

/** Opens a window, and shows it when there is something to see. */
export function openWindow({
  preload,
  page,
  stoppedPage,
  isDevelopment,
  session,
  messages,
  log,
}: Options): BrowserWindow {
  const bounds = boundsFor(session, frontWindow())
  const display = bounds === null ? screen.getPrimaryDisplay() : screen.getDisplayMatching(bounds)
  const window = new BrowserWindow(
    windowOptions(preload, placeWindow(bounds, display.workArea), isDevelopment),
  )
  if (bounds?.maximized) window.maximize()
  revealWindow(window)
  window.on('page-title-updated', (event) => event.preventDefault())
  // Without a way for WebRTC to send UDP: it asks neither the policy of the page nor `webRequest`.
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  addTextMenu(window.webContents, messages)
  keepBounds(window, session, log)
  keepOnPage(window, { page, stoppedPage, log })
  window
    .loadURL(page)
    .catch((error: unknown) => log.error(`The window did not load: ${describeForLog(error)}`))
  return window
}

/** Sends what happens meanwhile, to whichever window shows it. */
export function tellWindows<E extends keyof Events>(event: E): (message: Events[E]) => void {
  return (message) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(event, message)
  }
}

/** Sends to one window, while it is there; to that in front for null. */
export function tellWindow<E extends keyof Events>(
  event: E,
  windowId: number | null,
): (message: Events[E]) => void {
  return (message) => {
    const window = windowId === null ? frontWindow() : BrowserWindow.fromId(windowId)
    window?.webContents.send(event, message)
  }
}

/** Tells every window but one, which knows it already. */
export function tellOthers<E extends keyof Events>(event: E, windowId: number, message: Events[E]): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (window.id !== windowId) window.webContents.send(event, message)
  }
}

export function isOpenWindow(windowId: number): boolean {
  return BrowserWindow.fromId(windowId) !== null
}

/** The window that the user works in, or one of those that are open. */
export function frontWindow(): BrowserWindow | null {
  return BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0] ?? null
}

const settleMs = 400

function keepBounds(window: BrowserWindow, session: SessionMemory, log: Log): void {
  let timer: NodeJS.Timeout | undefined
  function save(): void {
    clearTimeout(timer)
    if (window.isDestroyed() || window.isMinimized()) return
    session
      .rememberWindow({ ...window.getNormalBounds(), maximized: window.isMaximized() })
      .catch((error: unknown) => log.error(`The window’s place was not kept: ${describeForLog(error)}`))
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

/** Shows the window, also one that was minimized, hidden, or never shown. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
