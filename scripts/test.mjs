// @ts-check
/*
 * npm test [-- --unit | --e2e | --chromium | --wayland [<arguments of vitest or playwright>]]
 *
 * Unit and service tests by vitest, then the built app in a real Electron by Playwright, with a screen and a keychain of its
 * own. --chromium takes the window to the Chromium of this system, as a second engine; its main part then runs on Node.
 * --wayland opens it in a Wayland session, which Electron 38 and later use by themselves.
 * E2E_WORKERS=2 runs end-to-end tests side by side. The last line is `N passed, N failed`, what it ran on stands above it.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildApp, buildIsStale, toolCommand } from './build-app.mjs'
import { asCommand, note, run } from './child.mjs'
import { resolveElectron } from './electron-runtime.mjs'
import { ownKeyring, sandboxWarning, sessionToTestIn, thisMachine, waylandSession } from './linux-session.mjs'
import { chromiumInWords, electronInWords, nodeInWords, versionsOf } from './ran-on.mjs'
import { ensureSystemPackages, findChromium } from './system-packages.mjs'
import { countPlaywright, countVitest, summaryOf, tallyOf } from './test-tally.mjs'

const [only, ...words] = process.argv.slice(2)
if (only !== undefined && !['--unit', '--e2e', '--chromium', '--wayland'].includes(only)) {
  note('Say which tests the arguments are for: npm test -- --unit …, --e2e …, --chromium … or --wayland …')
  process.exit(2)
}
// Not in test-results: Playwright empties that folder.
const reports = mkdtempSync(path.join(tmpdir(), 'test-reports-'))
const waylandSince = 38
/** @type {string[]} */
const ranOn = []

await asCommand(async () => {
  try {
    const tallies = []
    if (only === undefined || only === '--unit') tallies.push(await runUnitTests())
    if (only === undefined || only === '--e2e') {
      const session = sessionToTestIn(thisMachine())
      tallies.push(await runInElectron('test', session, words).catch(countAsFailure))
    }
    if (only === '--wayland') {
      const specs = words.length > 0 ? words : ['runtime', 'window', 'demo', 'self-check']
      tallies.push(await runInElectron('wayland', waylandSession, specs).catch(countAsFailure))
    }
    if (only === '--chromium') tallies.push(await runInChromium().catch(countAsFailure))
    const { line, allRan, exitCode } = summaryOf(tallies)
    if (!allRan) note('A test runner executed no test at all.')
    process.stdout.write(`${ranOn.map((what) => `Ran on ${what}.\n`).join('')}${line}\n`)
    return exitCode
  } finally {
    rmSync(reports, { recursive: true, force: true, maxRetries: 10 })
  }
})

async function runUnitTests() {
  ranOn.push(nodeInWords())
  const report = path.join(reports, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const exitCode = await run([...toolCommand('vitest'), 'run', ...reporters, ...words])
  return tallyOf(readReport(report, countVitest), exitCode)
}

/**
 * @param {'test' | 'wayland'} purpose
 * @param {readonly string[]} session
 * @param {readonly string[]} specs
 */
async function runInElectron(purpose, session, specs) {
  const runtime = await resolveElectron()
  const { dist, executable, version } = runtime
  if (purpose === 'wayland' && Number.parseInt(version, 10) < waylandSince) {
    throw new Error(`Electron ${version} opens no window on Wayland by itself; ${waylandSince} and later do.`)
  }
  await ensureSystemPackages(purpose, executable)
  const machine = thisMachine()
  const warning = machine.root ? undefined : sandboxWarning(executable)
  if (warning) note(warning)
  const versions = versionsOf(runtime, session)
  ranOn.push(electronInWords(versions))
  const sessions = Array.from({ length: session.length > 0 ? workers() : 1 }, () => session)
  return runPlaywright(sessions, specs, {
    ELECTRON_EXECUTABLE: executable,
    ELECTRON_OVERRIDE_DIST_PATH: dist,
    ELECTRON_VERSIONS: JSON.stringify(versions),
  })
}

/** Every screen, without a screen: Chromium needs none. */
async function runInChromium() {
  await ensureSystemPackages('chromium')
  const chromium = findChromium()
  ranOn.push(chromiumInWords(chromium))
  const specs = words.length > 0 ? words : ['every-screen']
  return runPlaywright([process.platform === 'linux' ? ownKeyring : []], specs, { CHROMIUM: chromium })
}

function workers() {
  return Math.max(1, Number(process.env.E2E_WORKERS) || 1)
}

/**
 * @param {readonly (readonly string[])[]} sessions each brings a screen and a keychain to one worker
 * @param {readonly string[]} specs
 * @param {NodeJS.ProcessEnv} extra
 */
async function runPlaywright(sessions, specs, extra) {
  const buildCode = buildIsStale() ? await buildApp() : 0
  if (buildCode !== 0) return tallyOf(undefined, buildCode)
  const report = path.join(reports, 'playwright.json')
  const env = { ...process.env, ...extra, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const playwright = [
    ...toolCommand('@playwright/test', 'playwright'),
    'test',
    '--reporter=list,json',
    ...specs,
  ]
  const ownSession = [process.execPath, fileURLToPath(new URL('own-session.mjs', import.meta.url))]
  const nested = sessions.flatMap((session) => (session.length > 0 ? [...session, ...ownSession] : []))
  const exitCode = await run([...nested, ...playwright], { env })
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
