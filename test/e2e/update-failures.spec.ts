import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { closedPort } from '../support/closed-port'
import { filesIn } from './support/files'
import { appImageOf, installProgram } from './support/installed'
import { test } from './support/test'
import {
  allow,
  downloadButton,
  downloadsIn,
  openSettings,
  prepareUpdates,
  updatesOf,
} from './support/updates'

const updates = prepareUpdates()

test('a file that was changed after its download is not installed', async ({ open, userData }) => {
  updates.publish()
  const before = readFileSync(updates.installed.appImage)
  const { page, window } = await openSettings(open, updates.installed)
  await allow(page)
  await downloadButton(page).click()
  await expect(window.button('Restart to install')).toBeVisible()
  const [downloaded = ''] = filesIn(join(userData, 'updates')).filter((path) => path.endsWith('.AppImage'))
  writeFileSync(downloaded, appImageOf('foreign', updates.installed.place))
  await window.button('Restart to install').click()
  await expect(updatesOf(page).getByRole('alert')).toContainText('doesn’t match its checksum')
  await expect(downloadButton(page)).toBeVisible()
  expect(readFileSync(updates.installed.appImage).equals(before)).toBe(true)
})

test('an installation that cannot be replaced stays as it is, and says so', async ({ open }) => {
  const named = installProgram({
    server: `${updates.server.origin}/releases/`,
    name: 'Asset-Inspector-for-AEM-0.1.0.AppImage',
  })
  mkdirSync(join(named.place, 'Asset-Inspector-for-AEM-0.2.0.AppImage', 'in-the-way'), { recursive: true })
  updates.publish()
  const before = readFileSync(named.appImage)
  const { page, window } = await openSettings(open, named)
  await allow(page)
  await downloadButton(page).click()
  await window.button('Restart to install').click()
  await expect(updatesOf(page).getByRole('alert')).toContainText('You still have version 0.1.0.')
  await expect(window.button('Restart to install')).toBeVisible()
  expect(readFileSync(named.appImage).equals(before)).toBe(true)
  expect(filesIn(named.place)).toEqual([named.appImage])
  named.remove()
})

test('a download that cannot be saved says so', async ({ open, userData }) => {
  writeFileSync(join(userData, 'updates'), 'in the way')
  updates.publish()
  const { page } = await openSettings(open, updates.installed)
  await allow(page)
  await downloadButton(page).click()
  await expect(updatesOf(page).getByRole('alert')).toContainText('The download couldn’t be saved.')
  await expect(downloadButton(page)).toBeVisible()
})

test('what was downloaded goes when there is nothing newer any more', async ({ open, userData }) => {
  updates.publish()
  const first = await openSettings(open, updates.installed)
  await allow(first.page)
  await downloadButton(first.page).click()
  await expect(first.window.button('Restart to install')).toBeVisible()
  await first.close()
  expect(downloadsIn(userData)).not.toEqual([])
  updates.publish({ version: '0.1.0' })
  const second = await openSettings(open, updates.installed)
  await second.window.button('Check now').click()
  await expect(updatesOf(second.page)).toContainText('No newer version.')
  expect(downloadsIn(userData)).toEqual([])
})

test.describe('a download that is not what it should be', () => {
  const cases = {
    'has another SHA-512': { sha512: `${'A'.repeat(86)}==`, says: 'doesn’t match its checksum' },
    'ends halfway': {
      sendFile: (response: ServerResponse) => {
        response.writeHead(200, { 'Content-Length': 300_000 })
        response.write(Buffer.alloc(100_000), () => response.destroy())
      },
      says: 'The connection ended before the download was complete.',
    },
    'is not there': {
      sendFile: (response: ServerResponse) => void response.writeHead(404).end(),
      says: 'The update server answered with status 404.',
    },
    'is somewhere unencrypted': {
      sendFile: (response: ServerResponse) =>
        void response.writeHead(302, { Location: 'http://example.invalid/x.AppImage' }).end(),
      says: 'points to an address that isn’t allowed: \u2068http://example.invalid/x.AppImage',
    },
  }
  for (const [what, { says, ...release }] of Object.entries(cases)) {
    test(what, async ({ open, userData }) => {
      updates.publish(release)
      const { page, window } = await openSettings(open, updates.installed)
      await allow(page)
      await downloadButton(page).click()
      await expect(updatesOf(page).getByRole('alert')).toContainText(says)
      await expect(window.button('Restart to install')).toHaveCount(0)
      await expect(downloadButton(page)).toBeVisible()
      expect(downloadsIn(userData)).toEqual([])
    })
  }
})

test.describe('a server', () => {
  const cases = {
    'with an older version': [{ version: '0.0.9' }, 'No newer version.'],
    'with this version': [{ version: '0.1.0' }, 'No newer version.'],
    'with something else': [{ description: '<html>Sign in to the hotel</html>' }, 'makes no sense'],
    'with an empty description': [{ description: 'null' }, 'makes no sense'],
    'without a checksum': [
      { description: 'version: 0.2.0\nfiles:\n  - url: a.AppImage\n    size: 3\n' },
      'has no checksum',
    ],
    'with an endless description': [{ description: `# ${'x'.repeat(2_000_000)}` }, 'makes no sense'],
    'that fails': [
      {
        sendDescription: (response: ServerResponse) => void response.writeHead(503).end(),
      },
      'answered with status 503',
    ],
    'that points in a circle': [
      {
        sendDescription: (response: ServerResponse) =>
          void response.writeHead(302, { Location: '/releases/latest-linux.yml' }).end(),
      },
      'points to an address that isn’t allowed',
    ],
  } as const
  for (const [what, [release, says]] of Object.entries(cases)) {
    test(what, async ({ open }) => {
      updates.publish(release)
      const { page, window } = await openSettings(open, updates.installed)
      await allow(page)
      await expect(updatesOf(page)).toContainText(says)
      await expect(downloadButton(page)).toHaveCount(0)
      await expect(window.button('Check now')).toBeEnabled()
    })
  }

  test('that is down', async ({ open }) => {
    const down = installProgram({ server: `http://127.0.0.1:${await closedPort()}/` })
    const { page } = await openSettings(open, down)
    await allow(page)
    await expect(updatesOf(page).getByRole('alert')).toContainText('Couldn’t reach the update server.')
    await expect(updatesOf(page).getByRole('alert')).toContainText('net::ERR_CONNECTION_REFUSED')
    down.remove()
  })
})
