import { expect } from '@playwright/test'
import { addConnectionTo } from './support/cloud'
import type { Program } from './support/program'
import { test } from './support/test'

/** Notes what the system would show: not every test machine has a service for notifications, or a taskbar. */
function watchSystem({ app }: Program): Promise<void> {
  return app.evaluate(({ BrowserWindow, Notification }) => {
    const progress: number[] = []
    const shown: Electron.Notification[] = []
    Object.assign(globalThis, { progress, shown })
    Notification.isSupported = () => true
    Notification.prototype.show = function show(this: Electron.Notification) {
      shown.push(this)
    }
    for (const window of BrowserWindow.getAllWindows())
      window.setProgressBar = (fraction) => void progress.push(fraction)
  })
}

function notifications({ app }: Program): Promise<string[][]> {
  return app.evaluate(() => {
    const shown: Electron.Notification[] = Reflect.get(globalThis, 'shown')
    return shown.map(({ title, body }) => [title, body])
  })
}

function progressOf({ app }: Program): Promise<number[]> {
  return app.evaluate(() => Reflect.get(globalThis, 'progress'))
}

test('work that ends while the user is elsewhere is announced, and leads back', async ({ open, cloud }) => {
  const program = await open()
  const { app, window } = program
  await addConnectionTo(window, cloud, 'Reader')
  await addConnectionTo(window, cloud, 'Wrong secret')
  await watchSystem(program)
  await window.button('Check all').click()
  await expect(window.button('Check connections')).toBeVisible()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  // A hidden window hears neither keys nor the pointer.
  await window.button('Check connections').dispatchEvent('click')
  await expect
    .poll(() => notifications(program))
    .toEqual([['2 connections checked', 'One of them has a failed step.']])
  expect(await progressOf(program)).toEqual(expect.arrayContaining([0.5, 1, -1]))
  await app.evaluate(() => {
    const [shown]: Electron.Notification[] = Reflect.get(globalThis, 'shown')
    shown?.emit('click')
  })
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true)
})
