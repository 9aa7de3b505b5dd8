// @ts-check
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { _electron as electron, expect } from '@playwright/test'
import { outputOf } from './child.mjs'

const service = 'Asset Inspector for AEM'

/**
 * @param {string} program
 * @param {string} userData
 * @param {(page: import('@playwright/test').Page, app: import('@playwright/test').ElectronApplication) => Promise<void>} use
 * @param {Record<string, string>} [more] of the environment
 */
export async function withWindow(program, userData, use, more) {
  const app = await electron.launch({
    executablePath: program,
    args: [`--user-data-dir=${userData}`],
    timeout: 30_000,
    ...(more && { env: { ...environment(), ...more } }),
  })
  try {
    await use(await app.firstWindow(), app)
  } finally {
    await app.close()
  }
}

function environment() {
  const known = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  return Object.fromEntries(known)
}

/** @param {string} program @param {string} userData */
export async function checkTheDemo(program, userData) {
  await withWindow(program, userData, async (page) => {
    await page.getByRole('button', { name: 'Try the demo' }).click()
    const rows = page.getByRole('treegrid', { name: 'Metadata' }).getByRole('row')
    await expect(rows.filter({ hasText: 'dc:' }).first()).toBeVisible({ timeout: 15_000 })
  })
}

/** The version that the program gives itself, and that of its Electron. @param {string} program @param {string} userData */
export async function versionsOf(program, userData) {
  const found = { program: '', electron: '' }
  await withWindow(program, userData, async (_page, app) => {
    const versions = await app.evaluate((electron) => [electron.app.getVersion(), process.versions.electron])
    ;[found.program = '', found.electron = ''] = versions
  })
  return found
}

/** @param {string} program @param {string} userData */
export async function checkSecretGoesToKeychain(program, userData) {
  const secret = `smoke-${randomUUID()}`
  await withWindow(program, userData, async (page) => {
    await page.getByRole('button', { name: 'Add connection' }).click()
    await page.getByRole('textbox', { name: 'Connection name' }).fill('Smoke test')
    await page.getByRole('textbox', { name: 'Bucket' }).fill('author-p1-e1')
    await page.getByRole('radio', { name: 'Development' }).check({ force: true })
    await page.getByRole('textbox', { name: 'Client ID' }).fill('smoke-client')
    await page.getByLabel('Client secret').fill(secret)
    await page.getByRole('textbox', { name: 'Scopes' }).fill('openid, AdobeID')
    await page.getByRole('button', { name: 'Save connection' }).click()
    await expect(page.getByText(/^Stored in the keychain since/)).toBeVisible({ timeout: 15_000 })
  })
  const kept = outputOf(['secret-tool', 'search', '--all', '--unlock', 'service', service]) ?? ''
  assert(kept.includes(secret), 'The keychain does not hold the secret.')
}

/** After `checkSecretGoesToKeychain`, with the same files. @param {string} program @param {string} userData */
export async function checkSecretIsStillThere(program, userData) {
  await withWindow(program, userData, async (page) => {
    await page.getByText('Smoke test').first().click()
    await page.getByRole('button', { name: 'Connection settings' }).click()
    await expect(page.getByText(/^Stored in the keychain since/)).toBeVisible({ timeout: 15_000 })
  })
}
