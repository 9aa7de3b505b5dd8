import { test } from '@playwright/test'

/**
 * Skips a test, or from the top of a file all of them, where the part of Linux is missing that they ask for. The skipped ones
 * are counted in the last line of a run, and this is their reason.
 */
export function needsLinux(part: string): void {
  test.skip(process.platform !== 'linux', `Needs ${part}, as Linux has it`)
}
