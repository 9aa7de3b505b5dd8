// @ts-check
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sandboxSwitches, thisMachine } from './linux-session.mjs'

/**
 * Checks the demo by the command line of a packaged program, and sees that no switch weakens such a check.
 * @param {string} program its executable
 * @param {string} workshop
 */
export function checkByCommand(program, workshop) {
  const { switches } = sandboxSwitches(thisMachine())
  const report = path.join(workshop, 'check.xml')
  /** @param {string[]} words */
  function run(words) {
    const before = [...switches, `--user-data-dir=${path.join(workshop, 'commands')}`]
    const { status, stderr, error } = spawnSync(program, [...before, ...words], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    if (error) throw error
    return { status, stderr }
  }
  const passed = run(['check', '--demo', '--format', 'junit', '--output', report])
  assert.equal(passed.status, 0, passed.stderr)
  assert.match(readFileSync(report, 'utf8'), /<testsuites tests="10" failures="0">/)

  for (const words of [
    ['--ignore-certificate-errors', 'check', '--demo'],
    ['check', '--demo', '--log-net-log=x'],
  ]) {
    const refused = run(words)
    assert.equal(refused.status, 2, refused.stderr)
    assert.match(refused.stderr, /isn’t allowed/)
  }
}
