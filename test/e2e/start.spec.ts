import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { makeAlteredProgram } from './support/altered-program'
import { readText } from './support/files'
import { findElectron, programArguments } from './support/program'
import { test } from './support/test'

/** Starts a program by itself, without anything that drives it. */
function start(userData: string, folder: string, { switches = [], env = {} }: Extra = {}): ChildProcess {
  const words = programArguments(userData).slice(0, -1)
  return spawn(findElectron(), [...words, ...switches, folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  })
}
type Extra = { switches?: readonly string[]; env?: Readonly<Record<string, string>> }

/** Writes what the dialog of the platform would show into a file, and closes it at once. */
function dialogInto(path: string): string {
  return `electron.dialog.showMessageBox = async (options) => {
    require('node:fs').writeFileSync(${JSON.stringify(path)}, JSON.stringify(options))
    return { response: 0, checkboxChecked: false }
  }`
}

test.describe('a program that cannot start', () => {
  for (const [what, folderIn] of [
    ['is a file', (folder: string) => join(folder, 'file')],
    ['lies in a file', (folder: string) => join(folder, 'file', 'folder')],
  ] as const) {
    test(`says so in words when its data folder ${what}`, async ({ userData }) => {
      writeFileSync(join(userData, 'file'), '')
      const record = join(userData, 'dialog.json')
      const { folder, remove } = makeAlteredProgram(dialogInto(record))
      const program = start(folderIn(userData), folder)
      expect(await once(program, 'exit')).toEqual([1, null])
      remove()
      const shown = JSON.parse(readFileSync(record, 'utf8'))
      expect(shown.message).toBe('Asset Inspector can’t start')
      expect(shown.detail).toContain(folderIn(userData))
    })
  }

  test('makes its data folder where that is missing', async ({ open, userData }) => {
    const folder = join(userData, 'not', 'there')
    const { page, close } = await open({ userData: folder })
    await expect(page.getByRole('main')).toBeVisible()
    await close()
    expect(readdirSync(folder)).toContain('logs')
  })
})

test.describe('a packaged program', () => {
  const asPackaged = "Object.defineProperty(electron.app, 'isPackaged', { value: true })"

  test('refuses to start with switches that weaken or record it, and they have no effect', async ({
    userData,
  }) => {
    const [record, netLog] = [join(userData, 'dialog.json'), join(userData, 'net-log.json')]
    const { folder, remove } = makeAlteredProgram(`${asPackaged}\n${dialogInto(record)}`)
    const switches = [
      `--log-net-log=${netLog}`,
      '--net-log-capture-mode=Everything',
      '--remote-debugging-port=0',
      '-ignore-certificate-errors',
      '--disable-gpu',
    ]
    const program = start(userData, folder, { switches })
    const output: string[] = []
    program.stderr?.setEncoding('utf8').on('data', (text: string) => output.push(text))
    expect(await once(program, 'close')).toEqual([1, null])
    remove()
    const { detail } = JSON.parse(readFileSync(record, 'utf8'))
    expect(detail.split('\n')[1]).toBe(
      '--log-net-log --net-log-capture-mode --remote-debugging-port --ignore-certificate-errors',
    )
    expect(output.join('')).toContain('--ignore-certificate-errors')
    expect(output.join('')).not.toContain('DevTools listening')
    expect(existsSync(netLog)).toBe(false)
  })

  for (const [what, code, isWritten] of [
    ['writes no keys of TLS', asPackaged, false],
    ['that is under development writes the keys of TLS', '', true],
  ] as const) {
    test(`${what} where SSLKEYLOGFILE asks for them`, async ({ userData }) => {
      const [record, keys] = [join(userData, 'networks.txt'), join(userData, 'keys.txt')]
      const { folder, remove } = makeAlteredProgram(`${code}
        setInterval(() => {
          const isThere = electron.app.getAppMetrics().some(({ serviceName }) => /network/.test(serviceName))
          if (isThere) require('node:fs').writeFileSync(${JSON.stringify(record)}, 'running')
        }, 50)`)
      const program = start(userData, folder, { env: { SSLKEYLOGFILE: keys } })
      await expect.poll(() => readText(record)).toBe('running')
      program.kill()
      await once(program, 'exit')
      remove()
      expect(existsSync(keys)).toBe(isWritten)
    })
  }
})

test('a window is shown although Electron never says that it is ready', async ({ userData }) => {
  const record = join(userData, 'shown.txt')
  const { folder, remove } = makeAlteredProgram(`
    const { once, show } = electron.BrowserWindow.prototype
    electron.BrowserWindow.prototype.once = function (event, listener) {
      return event === 'ready-to-show' ? this : once.call(this, event, listener)
    }
    electron.app.on('browser-window-created', (_event, window) => {
      window.on('show', () => require('node:fs').writeFileSync(${JSON.stringify(record)}, 'shown'))
    })`)
  const program = start(userData, folder)
  await expect.poll(() => readText(record)).toBe('shown')
  program.kill()
  await once(program, 'exit')
  remove()
})

test('a start while the program is still ending opens it once more', async ({ userData }) => {
  const started = join(userData, 'started.txt')
  // A disk on which each file takes its time to be moved into place.
  const { folder, remove } = makeAlteredProgram(`
    const fs = require('node:fs')
    const { rename } = fs
    fs.rename = (from, to, done) => setTimeout(() => rename(from, to, done), 1500)
    electron.app.on('browser-window-created', (_event, window) => {
      window.once('show', () => fs.appendFileSync(${JSON.stringify(started)}, process.pid + '\\n'))
    })
    electron.app.on('will-quit', () => fs.appendFileSync(${JSON.stringify(started)}, 'ending\\n'))`)
  function lines(): string[] {
    return readText(started).trim().split('\n')
  }
  const first = start(userData, folder)
  const ended = once(first, 'exit')
  await expect.poll(lines).toEqual([String(first.pid)])
  first.kill()
  await expect.poll(lines).toEqual([String(first.pid), 'ending'])
  const second = start(userData, folder)
  expect(await once(second, 'exit')).toEqual([0, null])
  await ended
  await expect.poll(() => lines().at(-1)).toMatch(/^\d+$/)
  const third = Number(lines().at(-1))
  expect(third).not.toBe(first.pid)
  process.kill(third)
  await expect.poll(() => lines().at(-1)).toBe('ending')
  remove()
})
