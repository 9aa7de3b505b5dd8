import { basename, join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { type Release, startUpdateServer, type UpdateServer } from '../../support/update-server'
import { filesIn } from './files'
import { appImageOf, type Installed, installProgram } from './installed'
import { needsLinux } from './linux'
import type { Program } from './program'
import { test } from './test'

type Updates = {
  server: UpdateServer
  /** A program that was started from an AppImage, and knows the server. */
  installed: Installed
  /** Publishes 0.2.0, or what is said otherwise. */
  publish: (release?: Partial<Release>) => void
  newAppImage: () => Buffer
}

/** For each test of a file, an update server and an installed program of its own. */
export function prepareUpdates(): Updates {
  let server: UpdateServer
  let installed: Installed
  test.beforeEach(async () => {
    needsLinux('AppImage')
    server = await startUpdateServer()
    installed = installProgram({ server: `${server.origin}/releases/` })
  })
  test.afterEach(async () => {
    await server.close()
    installed.remove()
  })
  function newAppImage(): Buffer {
    return appImageOf('new', installed.place)
  }
  return {
    get server() {
      return server
    },
    get installed() {
      return installed
    },
    publish: (release) => server.publish({ version: '0.2.0', file: newAppImage(), ...release }),
    newAppImage,
  }
}

type Open = (options: { folder: string; env: Installed['env'] }) => Promise<Program>

export async function openSettings(open: Open, { folder, env }: Installed): Promise<Program> {
  const program = await open({ folder, env })
  await expect(program.page.getByRole('main')).toBeVisible()
  await program.page.keyboard.press('ControlOrMeta+,')
  await expect(updatesOf(program.page)).toContainText('You have version 0.1.0')
  return program
}

export function updatesOf(page: Page) {
  return page.getByRole('region', { name: 'Updates', exact: true })
}

export async function allow(page: Page): Promise<void> {
  await updatesOf(page).getByText('Check for updates', { exact: true }).click()
  await expect(page.getByRole('switch', { name: 'Check for updates' })).toBeChecked()
}

export function downloadButton(page: Page) {
  return page.getByRole('button', { name: /^Download update/ })
}

/** What is downloaded, without the lot of this installation. */
export function downloadsIn(userData: string): string[] {
  return filesIn(join(userData, 'updates'))
    .map((path) => basename(path))
    .filter((name) => name !== '.updaterId')
}
