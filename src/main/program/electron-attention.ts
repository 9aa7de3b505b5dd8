import { BrowserWindow, Notification } from 'electron'
import type { LongWorkKind, Parts } from '../calls/long-work'
import type { MainMessages } from './main-messages'
import { bringToFront } from './window'

/** On the taskbar or in the dock, as far as the system has such a thing. */
export function showWorkProgress(fraction: number | null): void {
  for (const window of BrowserWindow.getAllWindows()) window.setProgressBar(fraction ?? -1)
}

/** Makes a notification of the system about work that has ended, unless the user is looking at the program. */
export function announceWork(
  messages: () => MainMessages,
  caller: () => number | null,
): (kind: LongWorkKind, parts: Parts) => void {
  // Without a reference to it a notification is collected, and its click lost (electron#12690).
  let shown: Notification | null = null
  return (kind, parts) => {
    if (BrowserWindow.getFocusedWindow() !== null || !Notification.isSupported()) return
    shown = new Notification(messages().workEnded(kind, parts))
    const windowId = caller()
    shown.on('click', () => {
      const window = windowId === null ? null : BrowserWindow.fromId(windowId)
      if (window) bringToFront(window)
    })
    shown.show()
  }
}
