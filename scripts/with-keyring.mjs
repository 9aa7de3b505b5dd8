// @ts-check
/*
 * node scripts/with-keyring.mjs <command …>
 *
 * Runs a command in a D-Bus session of its own with a real, unlocked gnome-keyring that starts empty and is thrown away.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { asCommand, outputOf, run } from './child.mjs'

const insideMark = '--inside-own-session'
const readyWithinMs = 10_000

await asCommand(async () => {
  const words = process.argv.slice(2)
  if (words[0] === insideMark) return runWithKeyring(words.slice(1))
  // Never on a bus that is already there: it may be the user's, with the user's keyring on it.
  return run([
    'dbus-run-session',
    '--',
    process.execPath,
    fileURLToPath(import.meta.url),
    insideMark,
    ...words,
  ])
})

/** @param {readonly string[]} commandLine */
async function runWithKeyring(commandLine) {
  const home = mkdtempSync(path.join(tmpdir(), 'keyring-'))
  const places = { HOME: home, XDG_DATA_HOME: path.join(home, 'data') }
  // The bus starts a keyring by itself when none answers. That one, too, must not find the user's.
  const settings = Object.entries(places).map(([name, value]) => `${name}=${value}`)
  if (outputOf(['dbus-update-activation-environment', ...settings]) === undefined) {
    throw new Error('The D-Bus session does not accept an environment of its own.')
  }
  const keyring = startKeyring({ ...process.env, ...places }, home)
  try {
    await keyring.answers()
    return await run(commandLine)
  } finally {
    await keyring.end()
    rmSync(home, { recursive: true, force: true })
  }
}

/** @param {NodeJS.ProcessEnv} env @param {string} controlFolder */
function startKeyring(env, controlFolder) {
  const words = ['--foreground', '--unlock', '--components=secrets', `--control-directory=${controlFolder}`]
  const daemon = spawn('gnome-keyring-daemon', words, { env, stdio: ['pipe', 'ignore', 'pipe'] })
  let complaint = ''
  daemon.stderr.setEncoding('utf8').on('data', (text) => {
    complaint += text
  })
  daemon.stdin.end('throw-away')
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    daemon.once('close', () => resolve())
    daemon.once('error', (error) => {
      complaint += error.message
      resolve()
    })
  })
  return {
    async answers() {
      const deadline = Date.now() + readyWithinMs
      while (!ownsSecretService()) {
        const gone = await Promise.race([ended.then(() => true), delay(50, false)])
        if (gone || Date.now() > deadline) throw new Error(`gnome-keyring did not start: ${complaint.trim()}`)
      }
    },
    async end() {
      daemon.kill()
      await ended
    },
  }
}

function ownsSecretService() {
  const question = 'org.freedesktop.DBus.NameHasOwner'
  const answer = outputOf([
    'dbus-send',
    '--session',
    '--print-reply',
    '--dest=org.freedesktop.DBus',
    '/org/freedesktop/DBus',
    question,
    'string:org.freedesktop.secrets',
  ])
  return answer?.includes('boolean true') ?? false
}
