import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Two of the clients want Node 22 or newer, and from 24.5 on Node itself takes its proxy from the environment. */
const nodePackage = 'node@24.21.0'

/**
 * Installs the pinned packages beside the runner, unless they are there already. Their install scripts are left out: the
 * only ones that have any bring their binaries along.
 *
 * @throws when a package cannot be had.
 */
export function installPackages(folder: string): void {
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8')
  const stamp = join(folder, 'node_modules/.installed-lock.json')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  process.stdout.write('Installing clients and suites of others …\n')
  // Some of them, which run in the newer Node, would warn of the one that installs them.
  npm(folder, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error')
  writeFileSync(stamp, lock)
}

/** This Node where it is new enough; else one of the npm registry. */
export function findNode(): string {
  if (process.allowedNodeEnvironmentFlags.has('--use-env-proxy')) return process.execPath
  return npm('.', 'exec', '--yes', `--package=${nodePackage}`, '--', 'node', '-p', 'process.execPath').trim()
}

function npm(cwd: string, ...words: string[]): string {
  const isWindows = process.platform === 'win32'
  return execFileSync(isWindows ? 'npm.cmd' : 'npm', words, {
    cwd,
    encoding: 'utf8',
    shell: isWindows,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}
