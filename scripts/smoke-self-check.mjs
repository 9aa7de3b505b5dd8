// @ts-check
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { sandboxSwitches, thisMachine } from './linux-session.mjs'

/** @typedef {{ isOk: boolean, results: { item: string, state: string }[] }} Report */

/** What a packaged program has to find: nothing of it may be left unchecked. */
const items = ['files', 'window', 'page', 'fuses', 'keychain', 'demo']

/**
 * Lets a packaged program check itself, as users do, and compares its report with what has to hold.
 * @param {string} program its executable, or the command that starts it
 * @param {string} userData
 */
export function checkItself(program, userData) {
  const { switches } = sandboxSwitches(thisMachine())
  const file = path.join(userData, 'self-check.json')
  rmSync(file, { force: true })
  const { status, error } = spawnSync(program, [...switches, `--user-data-dir=${userData}`, '--self-check'], {
    stdio: ['ignore', process.stderr, process.stderr],
  })
  if (error) throw error
  /** @type {Report} */
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const wanted = items.map((item) => ({ item, state: 'ok' }))
  assert.deepEqual(
    report.results.map(({ item, state }) => ({ item, state })),
    wanted,
  )
  assert.equal(status, 0)
}
