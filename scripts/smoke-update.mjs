// @ts-check
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { expect } from '@playwright/test'
import { withWindow } from './smoke-driven.mjs'

const version = '99.0.0'

/**
 * A packaged program that was started from an AppImage replaces it by the one of its update server, when it is told to. A script
 * stands in for the AppImage, on Linux.
 * @param {string} program its `app-update.yml` is written anew
 * @param {string} workshop
 */
export async function checkUpdate(program, workshop) {
  const folder = path.join(workshop, 'update')
  mkdirSync(folder)
  const [appImage, trace] = [path.join(folder, 'Inspector.AppImage'), path.join(folder, 'started')]
  writeFileSync(appImage, 'old')
  chmodSync(appImage, 0o755)
  const next = `#!/bin/sh\necho new > '${trace}.arriving' && mv '${trace}.arriving' '${trace}'\n`
  const server = await publish(next)
  writeFileSync(
    path.join(path.dirname(program), 'resources/app-update.yml'),
    `provider: generic\nurl: ${server.address}\nupdaterCacheDirName: smoke-updater\n`,
  )
  try {
    await withWindow(
      program,
      path.join(folder, 'data'),
      async (page, app) => {
        await page.getByRole('button', { name: 'Try the demo' }).click()
        const question = page.getByRole('region', { name: 'Check for updates?' })
        await expect(question).toBeVisible({ timeout: 15_000 })
        assert.deepEqual(server.asked, [], 'The update server was asked before the user said yes.')
        await question.getByRole('button', { name: 'Check for updates' }).click()
        await page.getByRole('button', { name: `Version ${version} is available` }).click()
        await page.getByRole('button', { name: /^Download update/ }).click()
        const install = page.getByRole('button', { name: 'Restart to install' })
        await expect(install).toBeVisible({ timeout: 15_000 })
        assert.equal(readFileSync(appImage, 'utf8'), 'old')
        const ended = app.waitForEvent('close')
        await install.click()
        await ended
      },
      { APPIMAGE: appImage },
    )
    assert.equal(readFileSync(appImage, 'utf8'), next)
    await expect.poll(() => readFileSync(trace, 'utf8')).toBe('new\n')
  } finally {
    await server.close()
  }
}

/** Publishes a file on a port of this computer. @param {string} file */
async function publish(file) {
  const sha512 = createHash('sha512').update(file).digest('base64')
  const description = `version: ${version}\nfiles:\n  - url: new.AppImage\n    sha512: ${sha512}\n`
  /** @type {string[]} */
  const asked = []
  const server = createServer(({ url = '' }, response) => {
    asked.push(url)
    response.end(url.includes('.yml') ? description : file)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)))
  const address = server.address()
  assert(address !== null && typeof address === 'object')
  return {
    address: `http://127.0.0.1:${address.port}/`,
    asked,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
