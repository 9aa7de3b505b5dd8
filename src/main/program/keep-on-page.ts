import type { BrowserWindow } from 'electron'
import type { Log } from '../log'
import { platform } from './platform'

const mostReturns = 3
const withinMs = 60_000

type Options = { page: string; stoppedPage: string; log: Log }

/**
 * Keeps the window on its page: one whose process died is loaded again, and one that got away or has a frame in it is
 * replaced. What was typed into a form is in the session.
 *
 * `about:` never comes by `will-navigate`, so that such a page is noticed only when it is there. A page that needs this
 * more than three times a minute is replaced by a page of text, which needs no script.
 */
export function keepOnPage(window: BrowserWindow, { page, stoppedPage, log }: Options): void {
  const contents = window.webContents
  let returns: number[] = []

  function loadAgain(): void {
    if (window.isDestroyed()) return
    const now = performance.now()
    returns = returns.filter((at) => now - at < withinMs)
    const isTooOften = returns.length >= mostReturns
    if (isTooOften && contents.getURL() === stoppedPage) return
    if (isTooOften) log.error('The window’s page is not loaded again: too often within a minute')
    else returns.push(now)
    contents.loadURL(isTooOften ? stoppedPage : page).catch(() => undefined)
  }
  function leaveUnlessOwn(url: string): void {
    if (url === page || url === stoppedPage) return
    log.error('The window’s page was left, and is loaded again')
    loadAgain()
  }

  contents.on('render-process-gone', (_event, { reason }) => {
    log.error(`The window’s process ended: ${reason} on ${platform.describe()}`)
    if (reason !== 'clean-exit') loadAgain()
  })
  contents.on('did-navigate', (_event, url) => leaveUnlessOwn(url))
  contents.on('did-fail-load', (_event, _code, _description, url, isMainFrame) => {
    if (isMainFrame) leaveUnlessOwn(url)
  })
  contents.on('frame-created', (_event, { frame }) => {
    if (!frame?.parent) return
    log.error('A frame was put into the window’s page, which is loaded again')
    // Not within the event, which is part of making the frame.
    setImmediate(loadAgain)
  })
}
