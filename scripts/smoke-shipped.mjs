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
 * The window is shown when its page has been painted, so one that X can see is one that works.
 * @param {string} program
 * @param {string} userData
 */
export async function checkWindowOpens(program, userData) {
  const app = start(program, [`--user-data-dir=${userData}`])
  try {
    assert(await hasOpened(userData), 'No window came up.')
  } finally {
    await app.end()
  }
}

/**
 * What a closed fuse must make inert: running a script as plain Node, and Node's debugger.
 * @param {string} program
 * @param {string} workshop
 */
export async function checkDoorsAreShut(program, workshop) {
  const trace = path.join(workshop, 'code-ran')
  const intruder = path.join(workshop, 'intruder.cjs')
  writeFileSync(intruder, `require('node:fs').writeFileSync(${JSON.stringify(trace)}, '')`)
  const userData = path.join(workshop, 'doors')
  const words = [intruder, `--user-data-dir=${userData}`, '--inspect=0']
  const app = start(program, words, { ELECTRON_RUN_AS_NODE: '1' })
  try {
    assert(await hasOpened(userData), 'No window came up.')
  } finally {
    await app.end()
  }
  assert(!existsSync(trace), 'Code from outside ran in the program.')
  assert(!app.complaints().includes('Debugger listening'), 'The program opened a debugging port.')
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
  if (process.platform === 'linux') {
    const search = ['xdotool', 'search', '--sync', '--onlyvisible', '--name', title]
    return Boolean(outputOf(['timeout', `${windowWithinSeconds}`, ...search])?.trim())
  }
  const deadline = Date.now() + windowWithinSeconds * 1000
  while (!logsIn(userData).includes('Started ')) {
    if (Date.now() > deadline) return false
    await delay(200)
  }
  return true
}

/** @param {string} userData */
function logsIn(userData) {
  const folder = path.join(userData, 'logs')
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n')
}
