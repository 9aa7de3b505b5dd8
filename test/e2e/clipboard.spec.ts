import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { launchAdapterHost, type RunningHost } from '../support/adapter-host/launch'
import { addConnectionTo } from './support/cloud'
import { test } from './support/test'

test.describe('a secret that was copied', () => {
  let host: RunningHost
  test.beforeAll(async () => {
    host = await launchAdapterHost()
  })
  test.afterAll(() => host?.close())

  function paste() {
    return host.app.evaluate(() => globalThis.adapterHost.pasteEverywhere())
  }

  test('can be pasted', async () => {
    await host.app.evaluate(() => globalThis.adapterHost.copySecret('canary', 60_000))
    expect((await paste())[0]).toBe('canary')
  })

  test('can be pasted from nowhere after its time, neither with the middle mouse button', async () => {
    await host.app.evaluate(() => globalThis.adapterHost.copySecret('canary', 200))
    await expect.poll(paste).not.toContain('canary')
    const selection = await host.app.evaluate(({ clipboard }) => {
      // Electron up to 43 takes the place as an argument, and has no member of that name.
      const own: unknown = Reflect.get(clipboard, 'selection')
      return own
        ? Reflect.get(own, 'readText')()
        : Reflect.apply(clipboard.readText, clipboard, ['selection'])
    })
    expect(selection).toBe('')
  })
})

test('a token that was copied is cleared before the program ends, also by a clipboard that answers late', async ({
  open,
  cloud,
  userData,
}) => {
  const program = await open()
  const { app, page, window } = program
  await addConnectionTo(window, cloud, 'Reader')
  await window.goTo('Check')
  await window.button('Check connection').click()
  await expect(page.getByText(/^Checked at/)).toBeVisible()
  await window.button('Copy access token').click()
  await window.dialog.getByRole('button', { name: 'Copy access token' }).click()
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^eyJ/)
  const record = join(userData, 'clears.txt')
  await app.evaluate(({ clipboard }, path) => {
    const { writeFileSync } = process.mainModule?.require('node:fs') ?? {}
    const { readText } = clipboard
    clipboard.readText = async () => {
      await new Promise((resolve) => setTimeout(resolve, 30))
      return readText.call(clipboard)
    }
    clipboard.clear = () => writeFileSync(path, 'cleared')
  }, record)
  await program.close()
  expect(readFileSync(record, 'utf8')).toBe('cleared')
})
