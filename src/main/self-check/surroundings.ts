import { release } from 'node:os'
import { join } from 'node:path'
import type { SelfCheckReport, SelfCheckResult } from '../../shared/self-check'
import { isTestBuild } from '../program/about'

/** What the program knows of itself. */
export type ProgramFacts = { version: string; isPackaged: boolean }

/** A report on what this program, on this system, was found to do. Times are milliseconds since 1970. */
export function reportOn(
  { version, isPackaged }: ProgramFacts,
  results: readonly SelfCheckResult[],
  startedAt: number,
  finishedAt: number,
): SelfCheckReport {
  const { electron = '', chrome = '', node } = process.versions
  return {
    program: { version, isTestBuild: isTestBuild(version), isPackaged },
    runtime: { electron, chromium: chrome, node },
    system: {
      platform: process.platform,
      release: release(),
      arch: process.arch,
      session: process.env.XDG_SESSION_TYPE || null,
      locale: new Intl.NumberFormat().resolvedOptions().locale,
    },
    startedAt: new Date(startedAt).toISOString(),
    finishedAt: new Date(finishedAt).toISOString(),
    isOk: results.every(({ state }) => state !== 'failed'),
    results,
  }
}

/** Where the report of the last check is. */
export function selfCheckFile(folder: string): string {
  return join(folder, 'self-check.json')
}
