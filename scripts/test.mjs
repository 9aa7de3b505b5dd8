// @ts-check
/*
 * npm test [-- --unit | --e2e [<arguments of vitest or playwright>]]
 *
 * Unit and service tests by vitest, then the built app in a real Electron by Playwright, with a keychain of its own.
 * The last line is `N passed, N failed`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildApp, toolCommand } from './build-app.mjs'
import { asCommand, note, run } from './child.mjs'
import { resolveElectron } from './electron-runtime.mjs'
import { sessionToTestIn, thisMachine } from './linux-session.mjs'
import { ensureSystemPackages } from './system-packages.mjs'
import { countPlaywright, countVitest, summaryOf, tallyOf } from './test-tally.mjs'

const [only, ...words] = process.argv.slice(2)
if (only !== undefined && only !== '--unit' && only !== '--e2e') {
  note('Say which tests the arguments are for: npm test -- --unit …  or  npm test -- --e2e …')
  process.exit(2)
}
// Not in test-results: Playwright empties that folder.
const reports = mkdtempSync(path.join(tmpdir(), 'test-reports-'))

await asCommand(async () => {
  try {
    const tallies = []
    if (only !== '--e2e') tallies.push(await runUnitTests())
    if (only !== '--unit') tallies.push(await runEndToEndTests().catch(countAsFailure))
    const { line, allRan, exitCode } = summaryOf(tallies)
    if (!allRan) note('A test runner executed no test at all.')
    process.stdout.write(`${line}\n`)
    return exitCode
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
})

async function runUnitTests() {
  const report = path.join(reports, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const exitCode = await run([...toolCommand('vitest'), 'run', ...reporters, ...words])
  return tallyOf(readReport(report, countVitest), exitCode)
}

async function runEndToEndTests() {
  const { dist, executable } = await resolveElectron()
  await ensureSystemPackages('test', executable)
  const buildCode = await buildApp()
  if (buildCode !== 0) return tallyOf(undefined, buildCode)
  const report = path.join(reports, 'playwright.json')
  const env = {
    ...process.env,
    ELECTRON_EXECUTABLE: executable,
    ELECTRON_OVERRIDE_DIST_PATH: dist,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  }
  const playwright = [
    ...toolCommand('@playwright/test', 'playwright'),
    'test',
    '--reporter=list,json',
    ...words,
  ]
  const exitCode = await run([...sessionToTestIn(thisMachine()), ...playwright], { env })
  return tallyOf(readReport(report, countPlaywright), exitCode)
}

/** What keeps the tests from running at all is one failure, told in its own words. @param {unknown} error */
function countAsFailure(error) {
  note(error instanceof Error ? error.message : String(error))
  return tallyOf(undefined, 1)
}

/**
 * @template Report
 * @param {string} file
 * @param {(report: Report) => import('./test-tally.mjs').Tally} count
 */
function readReport(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined // The runner did not get as far as its report; its exit code says so.
  }
}
