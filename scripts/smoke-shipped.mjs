// @ts-check
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { outputOf } from './child.mjs'
import { sandboxSwitches, thisMachine } from './linux-session.mjs'

const title = '^Asset Inspector for AEM$'
const windowWithinSeconds = 20

/**
 * What a closed fuse must make inert: running a script as plain Node.
 * @param {string} program
 * @param {string} workshop
 */
export async function checkDoorsAreShut(program, workshop) {
  const trace = path.join(workshop, 'code-ran')
  const intruder = path.join(workshop, 'intruder.cjs')
  writeFileSync(intruder, `require('node:fs').writeFileSync(${JSON.stringify(trace)}, '')`)
  const userData = path.join(workshop, 'doors')
  const words = [intruder, `--user-data-dir=${userData}`]
  const app = start(program, words, { ELECTRON_RUN_AS_NODE: '1' })
  try {
    assert(await hasOpened(userData), 'No window came up.')
  } finally {
    await app.end()
  }
  assert(!existsSync(trace), 'Code from outside ran in the program.')
}

/**
 * Switches that open it to others or write down what it sends: it says that it does not start with them, and they do nothing
 * for as long as its dialog is there.
 * @param {string} program
 * @param {string} workshop
 */
export async function checkSwitchesAreRefused(program, workshop) {
  const userData = path.join(workshop, 'switches')
  const netLog = path.join(workshop, 'net-log.json')
  const bad = [
    '--inspect=0',
    '--remote-debugging-port=0',
    `--log-net-log=${netLog}`,
    '--ignore-certificate-errors',
  ]
  const app = start(program, [`--user-data-dir=${userData}`, ...bad])
  try {
    const deadline = Date.now() + windowWithinSeconds * 1000
    while (!app.complaints().includes('--ignore-certificate-errors')) {
      assert(Date.now() < deadline, 'The program started with switches that weaken it.')
      await delay(200)
    }
    if (process.platform === 'linux') {
      assert(visibleWindow(title), 'No dialog came up.')
      assert(outputOf(['xdotool', 'key', 'Return']) !== undefined, 'The dialog could not be closed.')
      assert.equal(await app.exitCode, 1)
    }
  } finally {
    await app.end()
  }
  assert(!existsSync(netLog), 'The program wrote a log of its calls.')
  assert(!/(Debugger|DevTools) listening/.test(app.complaints()), 'The program opened a debugging port.')
  assert(!logsIn(userData).includes('Started '), 'The program started with switches that weaken it.')
}

/** @param {string} program @param {readonly string[]} words @param {NodeJS.ProcessEnv} [extra] */
function start(program, words, extra = {}) {
  const { switches } = sandboxSwitches(thisMachine())
  const app = spawn(program, [...switches, ...words], {
    env: { ...process.env, ...extra },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaints = ''
  app.stderr.setEncoding('utf8').on('data', (text) => {
    complaints += text
  })
  const ended = new Promise((resolve) => app.once('close', resolve))
  return {
    exitCode: ended,
    complaints: () => complaints,
    async end() {
      app.kill()
      await ended
    },
  }
}

/**
 * On Linux by the window that X can see; elsewhere by the line that the program logs when its page has begun to load.
 * @param {string} userData
 */
async function hasOpened(userData) {
  if (process.platform === 'linux') return visibleWindow(title)
  const deadline = Date.now() + windowWithinSeconds * 1000
  while (!logsIn(userData).includes('Started ')) {
    if (Date.now() > deadline) return false
    await delay(200)
  }
  return true
}

/** Waits for a window that X can see. @param {string} name a pattern for its title */
function visibleWindow(name) {
  const search = ['xdotool', 'search', '--sync', '--onlyvisible', '--name', name]
  return Boolean(outputOf(['timeout', `${windowWithinSeconds}`, ...search])?.trim())
}

/** @param {string} userData */
function logsIn(userData) {
  const folder = path.join(userData, 'logs')
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n')
}
