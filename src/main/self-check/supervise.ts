import type { SelfCheckResult } from '../../shared/self-check'
import { systemClock } from '../calls/clock'
import { runInOwnProfile } from '../program/own-profile'
import { platform } from '../program/platform'
import { printSelfCheck } from './print-report'
import { failed } from './run-trials'
import { type ProgramFacts, reportOn } from './surroundings'

/** More than all deadlines of the items together. */
const longestMs = 300_000

/**
 * Runs the check in a second process and waits for it: a program that crashes or hangs while it starts is what the check is
 * there for, and cannot report itself. Returns the exit code: 0 when nothing failed, 1 otherwise.
 */
export function superviseSelfCheck(program: ProgramFacts, folder: string): number {
  if (!platform.hasScreen()) return reportEarlyEnd('no-screen', '')
  const { status, signal, error } = runInOwnProfile([], longestMs)
  if (status === 0 || status === 1) return status
  return reportEarlyEnd('ended-early', error?.message ?? signal ?? `exit code ${status}`)

  function reportEarlyEnd(code: 'no-screen' | 'ended-early', detail: string): number {
    const now = systemClock.now()
    const start: SelfCheckResult = { ...failed(code, { detail }), item: 'start', durationMs: 0 }
    return printSelfCheck(folder, reportOn(program, [start], now, now))
  }
}
