import { readFileSync } from 'node:fs'
import { isRunning, processesUnder } from '../test/e2e/support/processes'

const mostAttempts = 20

/** A process and all that it has started, where the system tells (Linux). */
export function processesOf(root: number): number[] {
  if (process.platform !== 'linux') return [root]
  for (let attempt = 1; ; attempt++) {
    try {
      return processesUnder(root)
    } catch (error) {
      // Any process of the machine may end while all of them are looked through.
      if (attempt === mostAttempts || !isGone(error)) throw error
    }
  }
}

/** Whether a process has ended; one that has not is ended where that is wanted. */
export function hasEnded(pid: number, endIt: boolean): boolean {
  try {
    if (process.platform === 'linux' && !isRunning(pid)) return true
    process.kill(pid, endIt ? 'SIGKILL' : 0)
    return false
  } catch (error) {
    if (isGone(error)) return true
    throw error
  }
}

/** The proportional set size of a process in kilobytes, by Linux; 0 when it has ended. */
export function proportionalKilobytes(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch (error) {
    if (isGone(error)) return 0
    throw error
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')
}
