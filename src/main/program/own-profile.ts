import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Set for the process that works, by the one that waits for it. */
const variable = 'ASSET_INSPECTOR_PROFILE'

/** The folder for Chromium's files of a program that runs beside the window; null for the program with the window. */
export function ownProfile(): string | null {
  return process.env[variable] || null
}

/**
 * Starts this program once more, beside one that may have its window open, and waits for its end. Two Chromiums cannot share
 * their files, so it has a folder of its own, which only a process that outlives it can remove: Chromium writes to its last
 * moment.
 *
 * To be called before Electron is ready, while nothing else of this process runs. `timeoutMs` 0 waits without end.
 */
export function runInOwnProfile(
  switches: readonly string[],
  timeoutMs: number,
): Pick<SpawnSyncReturns<Buffer>, 'status' | 'signal' | 'error'> {
  const profile = mkdtempSync(join(tmpdir(), 'beside-asset-inspector-'))
  // Ctrl+C reaches both processes; this one goes on to tidy up after the other.
  process.on('SIGINT', () => undefined)
  try {
    return spawnSync(process.execPath, [...switches, ...process.argv.slice(1)], {
      stdio: 'inherit',
      env: { ...process.env, [variable]: profile },
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    })
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 })
  }
}

const lookMs = 1_000

/** Ends this program when the process that waits for it was ended, as by a pipeline that was canceled. */
export function endWithSupervisor(end: () => void): void {
  const supervisor = process.ppid
  setInterval(() => {
    if (process.ppid !== supervisor) end()
  }, lookMs).unref()
}
