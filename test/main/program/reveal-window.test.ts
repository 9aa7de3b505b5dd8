import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { revealWindow } from '../../../src/main/program/reveal-window'

/** Of a window what revealing needs; Electron cannot be made to keep an event to itself. */
function makeWindow() {
  let shown = 0
  const window = Object.assign(new EventEmitter(), {
    webContents: new EventEmitter(),
    isDestroyed: () => false,
    show: () => {
      shown++
    },
  })
  revealWindow(window as unknown as BrowserWindow)
  return { window, timesShown: () => shown }
}

describe('a window', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is not shown before it has something to show', () => {
    const { timesShown } = makeWindow()
    vi.advanceTimersByTime(2_900)
    expect(timesShown()).toBe(0)
  })

  it('is shown when it is ready', () => {
    const { window, timesShown } = makeWindow()
    window.emit('ready-to-show')
    expect(timesShown()).toBe(1)
  })

  it('is shown soon after its page was loaded when it is never called ready', () => {
    const { window, timesShown } = makeWindow()
    window.webContents.emit('did-finish-load')
    vi.advanceTimersByTime(250)
    expect(timesShown()).toBe(1)
  })

  it('is shown after a while whatever comes', () => {
    const { timesShown } = makeWindow()
    vi.advanceTimersByTime(3_100)
    expect(timesShown()).toBe(1)
  })

  it('is shown once', () => {
    const { window, timesShown } = makeWindow()
    window.webContents.emit('did-finish-load')
    window.emit('ready-to-show')
    vi.advanceTimersByTime(10_000)
    expect(timesShown()).toBe(1)
  })
})
