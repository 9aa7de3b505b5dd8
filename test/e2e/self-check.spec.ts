import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { makeAlteredProgram } from './support/altered-program'
import { makeUserDataFolder, readText } from './support/files'
import { lookUpSecret } from './support/keyring'
import { needsLinux } from './support/linux'
import { findElectron, programArguments } from './support/program'
import { test } from './support/test'

type Environment = Readonly<Record<string, string | undefined>>

/** Runs the program as users and support do, without anything that drives it. */
async function checkItself(userData: string, { folder = '', env = {} as Environment } = {}) {
  const words = programArguments(userData)
  const program = spawn(
    findElectron(),
    [...words.slice(0, -1), folder || words.at(-1) || '', '--self-check'],
    {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let printed = ''
  program.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
  })
  const [code] = await once(program, 'close')
  return { code, printed, report: JSON.parse(readText(join(userData, 'self-check.json'))) }
}

function statesOf(report: { results: { item: string; state: string }[] }) {
  return Object.fromEntries(report.results.map(({ item, state }) => [item, state]))
}

test('the program checks itself: window, page, keychain and demo', async ({ userData }) => {
  const { code, printed, report } = await checkItself(userData)
  expect(printed).toContain('Everything that could be checked works.')
  expect(code).toBe(0)
  expect(statesOf(report)).toEqual({
    files: 'ok',
    window: 'ok',
    page: 'ok',
    // They are set when the program is packaged; `npm run package -- --smoke` asks for them.
    fuses: 'not-tried',
    keychain: 'ok',
    demo: 'ok',
  })
  expect(report.runtime.electron).toMatch(/^\d+\.\d+\.\d+/)
  expect(report.system).toMatchObject({ platform: process.platform, arch: process.arch })
  expect(report.results.every(({ words }: { words: { lines: string[] } }) => words.lines.length > 0)).toBe(
    true,
  )
  for (const { words } of report.results) expect(printed).toContain(words.lines[0])
})

test('the check leaves nothing but its report', async ({ userData }) => {
  needsLinux('secret-tool')
  const temporary = makeUserDataFolder()
  await checkItself(userData, { env: { TMPDIR: temporary.path } })
  const left = readdirSync(temporary.path)
  temporary.remove()
  expect(left.filter((name) => name.includes('asset-inspector'))).toEqual([])
  expect(readdirSync(userData)).toEqual(['self-check.json'])
  expect(lookUpSecret('self-check')).toBeNull()
})

test('the check runs beside an open window, and changes nothing there', async ({ open, userData }) => {
  const { page, window, app } = await open()
  await window.tryDemo()
  const { code } = await checkItself(userData)
  expect(code).toBe(0)
  await expect(window.tree).toBeVisible()
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  await expect(page.getByRole('button', { name: /Demo/ }).first()).toBeVisible()
})

test('the check finds a page that is served without its policy', async ({ userData }) => {
  const { folder, remove } = makeAlteredProgram(`
    electron.app.once('session-created', (session) => {
      const register = session.protocol.registerBufferProtocol.bind(session.protocol)
      session.protocol.registerBufferProtocol = (scheme, answer) => register(scheme, (request, callback) => {
        answer(request, ({ headers, ...response }) => {
          const { 'Content-Security-Policy': _, ...others } = headers ?? {}
          callback({ ...response, headers: others })
        })
      })
    })`)
  const { code, report } = await checkItself(userData, { folder })
  remove()
  expect(code).toBe(1)
  expect(statesOf(report)).toMatchObject({ window: 'ok', page: 'failed', demo: 'ok' })
})

test('the check finds a program that crashes while it starts', async ({ userData }) => {
  const { folder, remove } = makeAlteredProgram(`
    if (process.env.ASSET_INSPECTOR_PROFILE) process.crash()`)
  const { code, printed, report } = await checkItself(userData, { folder })
  remove()
  expect(code).toBe(1)
  expect(statesOf(report)).toEqual({ start: 'failed' })
  expect(printed).toContain('The program ended before it could check itself')
})

test('the check finds a program whose parts cannot be put together', async ({ userData }) => {
  const { folder, remove } = makeAlteredProgram(`
    electron.utilityProcess.fork = () => { throw new Error('no second process here') }`)
  const { code, report } = await checkItself(userData, { folder })
  remove()
  expect(code).toBe(1)
  expect(statesOf(report)).toMatchObject({ window: 'ok', keychain: 'failed' })
})

test('the check says that there is no screen', async ({ userData }) => {
  needsLinux('X and Wayland')
  const env = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined }
  const { code, printed } = await checkItself(userData, { env })
  expect(code).toBe(1)
  expect(printed).toContain('No window can open')
})

test('the settings check the installation, and their result is the one in the file', async ({
  open,
  userData,
}) => {
  // The check makes the page ask for what its policy forbids.
  const { page, window } = await open({ provokes: true })
  await expect(page.getByRole('main')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+,')
  await window.button('Check this installation').click()
  const table = page.getByRole('table', { name: 'Check of this installation' })
  await expect(table.getByRole('row')).toHaveCount(7, { timeout: 30_000 })
  await expect(page.getByText('Everything that could be checked works.')).toBeVisible()
  const report = JSON.parse(readFileSync(join(userData, 'self-check.json'), 'utf8'))
  for (const { words } of report.results) await expect(table).toContainText(words.lines[0])
})
