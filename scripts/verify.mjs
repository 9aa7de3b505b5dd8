// @ts-check
/*
 * node scripts/verify.mjs
 *
 * Everything that has to hold of the built app, for a machine that is there for tests: some of it is installed. Two lanes run
 * side by side, as end-to-end tests wait more than they compute; the one that ends first takes steps of the other. The last
 * line adds all runners up.
 */
import { asCommand, run } from './child.mjs'
import { summaryOf, tallyIn, tallyOf } from './test-tally.mjs'

/** @typedef {{ name: string, command: readonly string[], hasTests?: boolean }} Step */

const node = process.execPath
/** The Node that Electron 45 carries; npm's package of this name brings its binary. */
const node24 = ['npx', '--yes', '--package=node@24', 'node']

const electronParts = [1, 2, 3, 4]

/** @type {[Step[], Step[]]} */
const lanes = [
  electronParts.map((part) => ({
    name: `the program in Electron, part ${part} of ${electronParts.length}`,
    command: [
      ...[node, 'scripts/test.mjs', '--e2e', `--shard=${part}/${electronParts.length}`],
      // Playwright empties the folder of its results, and two parts may run at a time.
      `--output=test-results/e2e-${part}`,
    ],
  })),
  [
    {
      name: 'types, style, layers, unused code, workflows',
      command: ['npm', 'run', 'check'],
      hasTests: false,
    },
    { name: 'unit tests', command: [node, 'scripts/test.mjs', '--unit'] },
    {
      name: 'unit tests of the main process on Node 24',
      // The window runs in no Node; its tests take most of the time.
      command: [...node24, 'scripts/test.mjs', '--unit', '--exclude=test/renderer/**'],
    },
    { name: 'every screen in Chromium', command: [node, 'scripts/test.mjs', '--chromium'] },
    { name: 'the .deb, installed', command: [node, 'scripts/deb-trial.mjs'] },
    { name: 'clients and judges of others', command: ['npm', 'run', '--silent', 'third-party'] },
  ],
]

/** `run` hands a signal on to what runs; here it keeps the next step from being started. */
let isEnding = false
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => {
    isEnding = true
  })
}

/** @type {{ name: string, seconds: number, tally: import('./test-tally.mjs').Tally, hasTests: boolean }[]} */
const results = []

await asCommand(async () => {
  await Promise.all([runLane(0), runLane(1)])
  for (const { name, seconds, tally } of results) {
    const { line } = summaryOf([tally])
    process.stdout.write(`${name}: ${tally.passed + tally.failed === 0 ? 'done' : line}, ${seconds} s\n`)
  }
  const { line, exitCode } = summaryOf(
    results.filter(({ hasTests, tally }) => hasTests || tally.failed > 0).map(({ tally }) => tally),
  )
  process.stdout.write(`${line}\n`)
  return exitCode
})

/**
 * One step after the other. The lane that is not watched shows what a step printed when that has ended, so that lines of the
 * two do not mix.
 * @param {0 | 1} lane
 */
async function runLane(lane) {
  const isWatched = lane === 0
  for (let step = nextFor(lane); step && !isEnding; step = nextFor(lane)) {
    const { name, command, hasTests = true } = step
    const startedAt = Date.now()
    let output = ''
    const exitCode = await run(command, {
      onOutput: (text) => {
        output += text
        if (isWatched) process.stdout.write(text)
      },
    })
    if (!isWatched) process.stdout.write(`\n── ${name} ──\n${output}\n`)
    const seconds = Math.round((Date.now() - startedAt) / 1000)
    results.push({
      name,
      seconds,
      hasTests,
      tally: tallyOf(hasTests ? tallyIn(output) : undefined, exitCode),
    })
  }
}

/** @param {0 | 1} lane */
function nextFor(lane) {
  return lanes[lane].shift() ?? lanes[lane === 0 ? 1 : 0].pop()
}
