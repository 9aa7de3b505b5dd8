import type { BrowserWindow, NativeImage } from 'electron'
import type { SelfCheckOutcome } from '../../shared/self-check'
import { failed, ok } from './run-trials'

const lookAgainMs = 100

/** Long enough for a slow machine to paint; what is not there by then is named by what is missing. */
const paintedWithinMs = 20_000

/** Waits until the window is visible and its page painted, and lets the page call the program. */
export async function tryWindow(window: BrowserWindow, signal: AbortSignal): Promise<SelfCheckOutcome> {
  const isPainted = await waitUntil(async () => window.isVisible() && hasPicture(window), signal)
  if (!isPainted) return failed(window.isVisible() ? 'window-blank' : 'window-hidden')
  const detail = await callByBridge(window)
  return detail === null ? ok('window-painted') : failed('window-without-bridge', { detail })
}

/** One color alone is the window's own background. */
async function hasPicture(window: BrowserWindow): Promise<boolean> {
  if (window.webContents.isLoading()) return false
  return countColors(await window.webContents.capturePage()) > 1
}

function countColors(picture: NativeImage): number {
  const bytes = picture.toBitmap()
  const first = bytes.subarray(0, 4)
  for (let at = 4; at < bytes.length; at += 4) {
    if (!first.equals(bytes.subarray(at, at + 4))) return 2
  }
  return bytes.length === 0 ? 0 : 1
}

/** Null when the page has its answer, otherwise what went wrong. */
async function callByBridge(window: BrowserWindow): Promise<string | null> {
  return window.webContents.executeJavaScript(
    `window.desktop.readSession().then(({ ok }) => ok ? null : 'no answer', (error) => String(error))`,
  )
}

async function waitUntil(isSo: () => Promise<boolean>, signal: AbortSignal): Promise<boolean> {
  const deadline = performance.now() + paintedWithinMs
  while (performance.now() < deadline && !signal.aborted) {
    if (await isSo()) return true
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs))
  }
  return false
}
