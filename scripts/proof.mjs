// @ts-check
import { note } from './child.mjs'
import { summaryOf } from './test-tally.mjs'

/**
 * A row of checks on a program, each told as it ends. The first that fails ends the row, since the next build on it.
 * @param {string} name
 */
export function startProof(name) {
  const tally = { passed: 0, failed: 0, skipped: 0 }
  return {
    /** @param {string} what @param {() => unknown} check */
    async proves(what, check) {
      if (tally.failed > 0) return
      try {
        await check()
        tally.passed += 1
        note(`${name}: ${what}`)
      } catch (error) {
        tally.failed += 1
        note(`${name}: FAILED: ${what}\n${error instanceof Error ? error.stack : String(error)}`)
      }
    },
    /** @param {string} what @param {string} why */
    skips(what, why) {
      tally.skipped += 1
      note(`${name}: skipped: ${what} (${why})`)
    },
    /** Writes `N passed, N failed` as the last line, and returns the exit code. */
    close() {
      const { line, exitCode } = summaryOf([tally])
      process.stdout.write(`${line}\n`)
      return exitCode
    },
  }
}
