// @ts-check
/*
 * node scripts/with-wayland.mjs <command …>
 *
 * Runs a command in a Wayland session of its own that nobody sees: weston without a screen. No X is in sight.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { asCommand, outputOf, run } from './child.mjs'

const display = 'wayland-for-tests'
const readyWithinMs = 10_000

await asCommand(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'wayland-'))
  const { DISPLAY: _, ...rest } = process.env
  const env = {
    ...rest,
    XDG_RUNTIME_DIR: folder,
    XDG_SESSION_TYPE: 'wayland',
    WAYLAND_DISPLAY: display,
  }
  const weston = startWeston(folder)
  try {
    await weston.answers()
    return await run(process.argv.slice(2), { env })
  } finally {
    await weston.end()
    rmSync(folder, { recursive: true, force: true })
  }
})

/** @param {string} folder of its socket */
function startWeston(folder) {
  // Before version 12 a backend was named by its file.
  const major = Number(/(\d+)\./.exec(outputOf(['weston', '--version']) ?? '')?.[1])
  const backend = major >= 12 ? 'headless' : 'headless-backend.so'
  const words = [
    `--backend=${backend}`,
    `--socket=${display}`,
    '--width=1400',
    '--height=1000',
    '--idle-time=0',
  ]
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...rest } = process.env
  const daemon = spawn('weston', words, {
    env: { ...rest, XDG_RUNTIME_DIR: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  daemon.stderr.setEncoding('utf8').on('data', (text) => {
    complaint += text
  })
  const ended = new Promise((resolve) => {
    daemon.once('close', resolve)
    daemon.once('error', resolve)
  })
  return {
    async answers() {
      const deadline = Date.now() + readyWithinMs
      while (!existsSync(path.join(folder, display))) {
        const gone = await Promise.race([ended.then(() => true), delay(50, false)])
        if (gone || Date.now() > deadline) throw new Error(`weston did not start: ${complaint.trim()}`)
      }
    },
    async end() {
      daemon.kill()
      await ended
    },
  }
}
