// @ts-check

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/**
 * What one test runner did, by its JSON report and its exit code. A runner that ended with an error without naming a failed
 * test (a file that does not load, a crash, no report at all) counts as one failure.
 * @param {Tally | undefined} counted
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyOf(counted, exitCode) {
  const { passed, failed, skipped } = counted ?? { passed: 0, failed: 0, skipped: 0 }
  const silentFailure = exitCode !== 0 && failed === 0
  return { passed, failed: silentFailure ? 1 : failed, skipped }
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} report
 * @returns {Tally}
 */
export function countVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) {
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
}

/**
 * A flaky test failed first and passed when it was tried again: it passed.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} report
 * @returns {Tally}
 */
export function countPlaywright({ stats: { expected, unexpected, flaky, skipped } }) {
  return { passed: expected + flaky, failed: unexpected, skipped }
}

/**
 * The tally in the last line of that form that a runner has printed, or undefined where there is none.
 * @param {string} output
 * @returns {Tally | undefined}
 */
export function tallyIn(output) {
  const line = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1)
  return line && { passed: Number(line[1]), failed: Number(line[2]), skipped: Number(line[3] ?? 0) }
}

/**
 * The closing line and the exit code of all runners. One that ran no test proves nothing, so it fails the whole.
 * @param {readonly Tally[]} tallies
 */
export function summaryOf(tallies) {
  /** @param {keyof Tally} kind */
  function sum(kind) {
    return tallies.reduce((total, tally) => total + tally[kind], 0)
  }
  const skipped = sum('skipped')
  const line = `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
  const allRan = tallies.length > 0 && tallies.every(({ passed, failed }) => passed + failed > 0)
  return { line, allRan, exitCode: sum('failed') === 0 && allRan ? 0 : 1 }
}
