import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { findElectron, type Program, programArguments } from './support/program'
import { test } from './support/test'

function boundsOf({ app }: Program) {
  return app.evaluate(({ BrowserWindow, screen }) => {
    const bounds = BrowserWindow.getAllWindows()[0]?.getBounds()
    return { bounds, workArea: screen.getPrimaryDisplay().workArea }
  })
}

function isVisible({ app }: Program) {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.isVisible()),
  )
}

test.describe('the window', () => {
  test('is visible', async ({ open }) => {
    const program = await open()
    await expect.poll(() => isVisible(program)).toEqual([true])
  })

  test('becomes visible by a second start', async ({ open, userData }) => {
    const program = await open()
    await expect.poll(() => isVisible(program)).toEqual([true])
    await program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
    const second = spawn(findElectron(), programArguments(userData), { stdio: 'ignore' })
    expect(await once(second, 'exit')).toEqual([0, null])
    await expect.poll(() => isVisible(program)).toEqual([true])
  })

  test('opens anew by a second start where programs live on without a window', async ({ open, userData }) => {
    const { app, window } = await open()
    await expect(window.button('Try the demo')).toBeVisible()
    await app.evaluate(({ app, BrowserWindow }) => {
      // As macOS has it.
      app.removeAllListeners('window-all-closed')
      app.on('window-all-closed', () => undefined)
      BrowserWindow.getAllWindows()[0]?.close()
    })
    await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0)
    const second = spawn(findElectron(), programArguments(userData), { stdio: 'ignore' })
    expect(await once(second, 'exit')).toEqual([0, null])
    await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  test('opens in spite of a place that no window can have', async ({ open, userData }) => {
    const window = { x: 10.5, y: 20.25, width: 1000.75, height: 700.5, maximized: false }
    const file = { version: 1, theme: 'system', lastWork: null, unsavedDrafts: [], window }
    writeFileSync(join(userData, 'session.json'), JSON.stringify(file))
    const program = await open()
    expect((await boundsOf(program)).bounds).toMatchObject({ width: 1280, height: 800 })
  })

  test('fits the screen, however large it was', async ({ open, userData }) => {
    const window = { x: 0, y: 0, width: 3840, height: 2100, maximized: false }
    const file = { version: 1, theme: 'system', lastWork: null, unsavedDrafts: [], window }
    writeFileSync(join(userData, 'session.json'), JSON.stringify(file))
    const { bounds, workArea } = await boundsOf(await open())
    // X takes a pixel of a window that is as large as the screen.
    expect(workArea.width - (bounds?.width ?? 0)).toBeLessThan(2)
    expect(bounds?.width).toBeLessThanOrEqual(workArea.width)
    expect(bounds?.height).toBeLessThanOrEqual(workArea.height)
  })

  for (const factor of [1.5, 2]) {
    test(`fits the screen at the first start, enlarged ${factor} times`, async ({ open }) => {
      const { bounds, workArea } = await boundsOf(
        await open({ switches: [`--force-device-scale-factor=${factor}`] }),
      )
      // The size is rounded up, the area down.
      expect(bounds?.width).toBeLessThanOrEqual(workArea.width + 1)
      expect(bounds?.height).toBeLessThanOrEqual(workArea.height + 1)
    })
  }
})

test.describe('a page that stops as soon as it is there', () => {
  /** Ends the window's process each time that its page was loaded, and tells how often that was. */
  function stopAlways({ app }: Program) {
    return app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      Object.assign(globalThis, { timesLoaded: 0 })
      contents?.on('did-finish-load', () => {
        if (contents.getURL().endsWith('/stopped.html')) return
        Object.assign(globalThis, { timesLoaded: Reflect.get(globalThis, 'timesLoaded') + 1 })
        contents.forcefullyCrashRenderer()
      })
      contents?.forcefullyCrashRenderer()
    })
  }
  function ask({ app }: Program, expression: string): Promise<unknown> {
    return app.evaluate(
      ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
      expression,
    )
  }
  function urlOf({ app }: Program) {
    return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())
  }

  test('makes way for words after three times', async ({ open }) => {
    const program = await open()
    await expect(program.window.button('Try the demo')).toBeVisible()
    await stopAlways(program)
    await expect.poll(() => urlOf(program)).toBe('app://bundle/stopped.html')
    await expect.poll(() => ask(program, 'document.body.innerText')).toContain('The window stopped working')
    expect(await program.app.evaluate(() => Reflect.get(globalThis, 'timesLoaded'))).toBe(3)
  })

  test('is loaded again when the user asks for it', async ({ open }) => {
    const program = await open()
    await expect(program.window.button('Try the demo')).toBeVisible()
    await stopAlways(program)
    await expect.poll(() => urlOf(program)).toBe('app://bundle/stopped.html')
    await program.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.removeAllListeners('did-finish-load')
    })
    await expect.poll(() => ask(program, 'document.querySelector("a")?.click()')).toBeUndefined()
    await expect
      .poll(() => ask(program, 'document.querySelector("main button")?.textContent'))
      .toBe('Try the demo')
  })
})

test('a part of the window whose script could not be fetched once is there all the same', async ({
  open,
}) => {
  const { app, page } = await open({ provokes: true })
  await expect(page.getByRole('main')).toBeVisible()
  await app.evaluate(({ session }) => {
    session.defaultSession.webRequest.onBeforeRequest({ urls: ['app://*/*'] }, ({ url }, answer) => {
      const isFirst = url.includes('settings-page') && !Reflect.has(globalThis, 'hasRefused')
      if (isFirst) Object.assign(globalThis, { hasRefused: true })
      answer({ cancel: isFirst })
    })
  })
  await page.keyboard.press('Control+,')
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  expect(await app.evaluate(() => Reflect.get(globalThis, 'hasRefused'))).toBe(true)
})

test('the zoom is as it was left', async ({ open }) => {
  const first = await open()
  await first.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.setZoomLevel(1)
  })
  await first.close()
  const { app, page } = await open()
  await expect(page.getByRole('main')).toBeVisible()
  const levels = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.webContents.getZoomLevel()),
  )
  expect(levels).toEqual([1])
})
