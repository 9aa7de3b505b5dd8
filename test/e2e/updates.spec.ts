import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { startLoggingProxy } from '../support/logging-proxy'
import { readText } from './support/files'
import { installProgram } from './support/installed'
import type { Program } from './support/program'
import { test } from './support/test'
import {
  allow,
  downloadButton,
  downloadsIn,
  openSettings,
  prepareUpdates,
  updatesOf,
} from './support/updates'

/** When the program looks by itself, if it may. */
const firstCheckAfterSeconds = 5

const updates = prepareUpdates()

async function untilUptime({ app }: Program, seconds: number): Promise<void> {
  await expect.poll(() => app.evaluate(() => process.uptime()), { timeout: 30_000 }).toBeGreaterThan(seconds)
}

test.describe('before the user has said yes', () => {
  test('no update server is asked, at the start, in the settings, or over the bridge', async ({ open }) => {
    updates.publish()
    const program = await openSettings(open, updates.installed)
    await expect(program.page.getByRole('switch', { name: 'Check for updates' })).not.toBeChecked()
    await expect(program.window.button('Check now')).toHaveCount(0)
    for (const call of ['checkForUpdate', 'downloadUpdate', 'installUpdate']) {
      await program.page.evaluate(`window.desktop.${call}()`)
    }
    await untilUptime(program, firstCheckAfterSeconds + 2)
    await program.close()
    expect(updates.server.asked()).toEqual([])
  })

  test('nothing leaves for it, as a proxy sees, and after the yes nothing goes elsewhere', async ({
    open,
  }) => {
    const far = installProgram({ server: 'https://updates.example.invalid/releases/' })
    const proxy = await startLoggingProxy()
    const switches = [`--proxy-server=${proxy.address}`]
    const program = await openSettings((options) => open({ ...options, switches }), far)
    await untilUptime(program, firstCheckAfterSeconds + 2)
    expect(proxy.hosts).toEqual([])
    await allow(program.page)
    await expect(updatesOf(program.page).getByRole('alert')).toContainText(
      'net::ERR_TUNNEL_CONNECTION_FAILED',
    )
    await program.close()
    expect([...new Set(proxy.hosts)]).toEqual(['updates.example.invalid:443'])
    await proxy.close()
    far.remove()
  })

  test('the sidebar asks once, and a no is a no', async ({ open }) => {
    updates.publish()
    const first = await open({ folder: updates.installed.folder, env: updates.installed.env })
    await first.window.tryDemo()
    const question = first.page.getByRole('region', { name: 'Check for updates?' })
    await expect(question).toContainText(new URL(updates.server.origin).host)
    await question.getByRole('button', { name: 'Don’t check' }).click()
    await expect(question).toHaveCount(0)
    await first.close()
    const second = await openSettings(open, updates.installed)
    await expect(second.page.getByRole('switch', { name: 'Check for updates' })).not.toBeChecked()
    await expect(second.page.getByRole('region', { name: 'Check for updates?' })).toHaveCount(0)
    await untilUptime(second, firstCheckAfterSeconds + 2)
    await second.close()
    expect(updates.server.asked()).toEqual([])
  })
})

test('a yes in the sidebar finds the new version, which the sidebar then offers without a dialog', async ({
  open,
}) => {
  updates.publish()
  const { page, window } = await open({ folder: updates.installed.folder, env: updates.installed.env })
  await window.tryDemo()
  await page
    .getByRole('region', { name: 'Check for updates?' })
    .getByRole('button', { name: 'Check for updates' })
    .click()
  await window.button('Version 0.2.0 is available').click()
  await expect(updatesOf(page)).toContainText('Version 0.2.0 is available, released')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('table', { name: 'Hosts contacted' })).toContainText(
    new URL(updates.server.origin).host,
  )
  expect(updates.server.asked()).toEqual(['latest-linux.yml'])
})

test('a program that may look does so at its next start, and says nothing of this installation', async ({
  open,
}) => {
  const first = await openSettings(open, updates.installed)
  await allow(first.page)
  await expect(updatesOf(first.page)).toContainText('The update server has no version for this system.')
  await first.close()
  updates.publish()
  const second = await openSettings(open, updates.installed)
  await expect(updatesOf(second.page)).toContainText('Version 0.2.0 is available', { timeout: 20_000 })
  for (const { headers, path } of updates.server.seen) {
    expect(Object.keys(headers).filter((name) => /^x-|cookie|authorization/.test(name))).toEqual([])
    expect(path).toMatch(/^\/releases\/latest-linux\.yml\?noCache=[0-9a-z]+$/)
  }
})

test('release notes are text, whatever is in them', async ({ open }) => {
  const notes = [
    '# 0.2.0',
    '<img src=x onerror=alert(1)><script>alert(2)</script><b>bold</b>',
    '[link](javascript:alert(3)) https://example.com',
    'right to \\u202Eleft\\u202C and \\u001B[31mred',
  ].join('\\n')
  updates.publish({ more: `releaseNotes: "${notes}"` })
  const { page } = await openSettings(open, updates.installed)
  await allow(page)
  const shown = updatesOf(page).getByRole('region', { name: 'What’s new in 0.2.0' })
  await expect(shown).toContainText('<img src=x onerror=alert(1)><script>alert(2)</script><b>bold</b>')
  await expect(shown).toContainText('[link](javascript:alert(3)) https://example.com')
  await expect(shown.locator('img, script, b, a')).toHaveCount(0)
  expect(await shown.textContent()).not.toMatch(/[\u202e\u001b]/)
})

test('release notes without an end are cut', async ({ open }) => {
  updates.publish({ more: `releaseNotes: ${'word '.repeat(20_000)}end` })
  const { page } = await openSettings(open, updates.installed)
  await allow(page)
  await expect(updatesOf(page)).toContainText('The rest of the release notes is left out.')
  expect((await updatesOf(page).textContent())?.length).toBeLessThan(25_000)
})

test('a download shows how far it is, can be canceled, and is installed by a click alone', async ({
  open,
  userData,
}) => {
  const file = updates.newAppImage()
  updates.publish({
    sendFile: (response) => {
      response.writeHead(200, { 'Content-Length': file.length }).write(file.subarray(0, file.length / 2))
    },
  })
  const { app, page, window } = await openSettings(open, updates.installed)
  await allow(page)
  await downloadButton(page).click()
  const progress = page.getByRole('progressbar', { name: 'Downloading version 0.2.0' })
  await expect(progress).toHaveAttribute('aria-valuenow', /^1[45]\d{4}$/)
  await window.button('Cancel download').click()
  await expect(progress).toHaveCount(0)
  await expect(updatesOf(page).getByRole('alert')).toHaveCount(0)
  await expect.poll(() => downloadsIn(userData)).toEqual([])

  updates.publish()
  await downloadButton(page).click()
  await expect(updatesOf(page)).toContainText('not when you quit')
  expect(readFileSync(updates.installed.appImage).equals(file)).toBe(false)
  const ended = app.waitForEvent('close')
  await window.button('Restart to install').click()
  await ended
  await expect.poll(() => readText(join(updates.installed.place, 'started'))).toContain('new\n')
  const [what, path, words] = readText(join(updates.installed.place, 'started')).split('\n')
  expect([what, path]).toEqual(['new', updates.installed.appImage])
  expect(words).toContain(`--user-data-dir=${userData}`)
  expect(readFileSync(updates.installed.appImage).equals(file)).toBe(true)
})

test('what is downloaded is not installed at quit, and not downloaded again', async ({ open, userData }) => {
  updates.publish()
  const before = readFileSync(updates.installed.appImage)
  const first = await openSettings(open, updates.installed)
  await allow(first.page)
  await downloadButton(first.page).click()
  await expect(first.window.button('Restart to install')).toBeVisible()
  await first.close()
  expect(readFileSync(updates.installed.appImage).equals(before)).toBe(true)
  expect(downloadsIn(userData)).toContain('Asset-Inspector-for-AEM-0.2.0.AppImage')

  const second = await openSettings(open, updates.installed)
  await second.window.button('Check now').click()
  await downloadButton(second.page).click()
  await expect(second.window.button('Restart to install')).toBeVisible()
  expect(updates.server.asked().filter((name) => name.endsWith('.AppImage'))).toHaveLength(1)
  expect(readText(join(updates.installed.place, 'started'))).toBe('')
})

test.describe('a program that cannot update itself only tells of a new version', () => {
  for (const kind of ['deb', 'sources'] as const) {
    test(kind, async ({ open }) => {
      const told = installProgram({ server: `${updates.server.origin}/releases/`, kind })
      updates.publish()
      const { app, page, window } = await openSettings(open, told)
      await app.evaluate(({ shell }) => {
        shell.openExternal = async (address) => void Reflect.set(globalThis, 'opened', address)
      })
      await allow(page)
      await expect(updatesOf(page)).toContainText('Version 0.2.0 is available')
      await expect(updatesOf(page)).toContainText('This installation can’t update itself.')
      await expect(downloadButton(page)).toHaveCount(0)
      await page.evaluate('window.desktop.downloadUpdate()')
      await window.button('Open update server').click()
      await expect
        .poll(() => app.evaluate(() => Reflect.get(globalThis, 'opened')))
        .toBe(`${updates.server.origin}/releases/`)
      expect(updates.server.asked()).toEqual(['latest-linux.yml'])
      told.remove()
    })
  }

  for (const [what, address] of [
    ['no update server', null],
    ['an update server without encryption', 'http://example.invalid/'],
  ] as const) {
    test(`${what}: there is nothing to switch on`, async ({ open }) => {
      const alone = installProgram({ server: address })
      const { page, window } = await openSettings(open, alone)
      await expect(updatesOf(page)).toContainText('doesn’t know where new versions are published')
      await expect(page.getByRole('switch', { name: 'Check for updates' })).toHaveCount(0)
      await page.keyboard.press('ControlOrMeta+,')
      await window.tryDemo()
      await expect(page.getByRole('region', { name: 'Check for updates?' })).toHaveCount(0)
      alone.remove()
    })
  }
})
