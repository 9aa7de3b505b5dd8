import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ElectronApplication, expect } from '@playwright/test'
import { assetAt } from './support/cloud'
import { readText } from './support/files'
import { findElectron, type Program, programArguments } from './support/program'
import { test } from './support/test'

test.describe('a window that is opened again', () => {
  test('has its size', async ({ open }) => {
    const first = await open()
    await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1010, 707))
    await first.close()
    const { app } = await open()
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize())).toEqual([
      1010, 707,
    ])
  })

  test('has its theme', async ({ open }) => {
    const first = await open()
    await first.window.chooseTheme('Dark')
    await first.close()
    const { app } = await open()
    expect(await app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true)
  })

  test('has its last asset in the request bar', async ({ open, cloud }) => {
    const assetId = assetAt(cloud, 'glacier-stock.jpg')
    const first = await open()
    await first.window.tryDemo()
    await first.window.askFor(assetId)
    await expect(first.window.row('Glacier tongue, stock')).toBeVisible()
    await first.close()
    const { window } = await open()
    await expect(window.field('Asset')).toHaveValue(assetId)
  })

  test('has a form that was not saved, without its secret', async ({ open, userData }) => {
    const first = await open()
    await first.window.button('Add connection').click()
    await first.window.fillConnection({ name: 'Half typed', secret: 'canary-of-a-draft' })
    await first.close()
    const { window } = await open()
    await expect(window.field('Connection name')).toHaveValue('Half typed')
    await expect(window.field('Client secret')).toHaveValue('')
    expect(readFileSync(join(userData, 'session.json'), 'utf8')).not.toContain('canary')
  })
})

test('the program ends by itself when its window is closed right after a reading', async ({ open }) => {
  const { app, window } = await open()
  await window.tryDemo()
  const ended = once(app.process(), 'exit')
  await app.evaluate(({ app: program }) => program.quit())
  expect(await ended).toEqual([0, null])
})

test.describe('a file of connections that cannot be read', () => {
  const broken = '{ "version": 1, "connections": ['

  test('is put aside as it is', async ({ open, userData }) => {
    writeFileSync(join(userData, 'connections.json'), broken)
    const { page } = await open()
    await expect(page.getByRole('main')).toBeVisible()
    const [aside] = readdirSync(userData).filter((name) => /^connections\.unreadable-/.test(name))
    expect(readFileSync(join(userData, aside ?? ''), 'utf8')).toBe(broken)
  })

  test('is told of', async ({ open, userData }) => {
    writeFileSync(join(userData, 'connections.json'), broken)
    const { window } = await open()
    await expect(window.status.filter({ hasText: 'connections.unreadable-' })).toBeVisible()
  })
})

test.describe('a second start', () => {
  test('brings the window of the first to the front, and ends', async ({ open, userData }) => {
    const { app } = await open()
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.blur())
    const second = spawn(findElectron(), programArguments(userData), { stdio: 'ignore' })
    expect(await once(second, 'exit')).toEqual([0, null])
    await expect
      .poll(() =>
        app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows().map((window) => window.isFocused()),
        ),
      )
      .toEqual([true])
  })
})

test.describe('a window whose process dies', () => {
  /** Ends the window's process, and waits until a page has been loaded again. */
  function crash({ app }: Program) {
    return app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      return new Promise<void>((resolve) => {
        contents?.once('did-finish-load', () => resolve())
        contents?.forcefullyCrashRenderer()
      })
    })
  }
  /** Playwright gives up a page that crashed; the program itself still sees it. */
  function ask(app: ElectronApplication, expression: string): Promise<unknown> {
    return app.evaluate(
      ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
      expression,
    )
  }

  test('comes back', async ({ open }) => {
    const program = await open()
    await expect(program.window.button('Try the demo')).toBeVisible()
    await crash(program)
    await expect
      .poll(() => ask(program.app, 'document.querySelector("main button")?.textContent'))
      .toBe('Try the demo')
  })

  test('has the form that was not saved, without its secret', async ({ open, userData }) => {
    const program = await open()
    await program.window.button('Add connection').click()
    await program.window.fillConnection({ name: 'Half typed', secret: 'canary-of-a-draft' })
    await expect.poll(() => readText(join(userData, 'session.json'))).toContain('Half typed')
    await crash(program)
    const fields =
      '[...document.querySelectorAll("main form input:not([type=radio])")].map((input) => input.value)'
    await expect.poll(() => ask(program.app, fields)).toEqual(['Half typed', '', '', '', '', ''])
  })
})
