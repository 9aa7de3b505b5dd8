/*
 * npm run catalogue [-- --without-electron]
 *
 * Brings about every failure of the catalogue that can be brought about, has AEM check its calls in every order, shows near
 * misses to the same code, and prints the table with what came of it. Ends with 1 when a failure was taken for another one, or
 * could not be tried.
 */
import { isDeepStrictEqual } from 'node:util'
import { startDemoCloud } from '../src/demo-cloud/demo-cloud'
import { failureCatalogue } from '../src/shared/failure-catalogue'
import type { Signal } from '../src/shared/failure-signal'
import { type Bench, openBench } from '../test/catalogue/bench'
import { cases } from '../test/catalogue/cases'
import { type Coverage, coverage, whyUntested } from '../test/catalogue/coverage'
import { electronCases } from '../test/catalogue/electron-cases'
import { faults, gateOrders, judge, rightVerdict } from '../test/catalogue/gate-orders'
import { diagnose } from '../test/catalogue/near-miss'
import { nearMisses } from '../test/catalogue/near-misses'
import { runInElectron } from './catalogue-in-electron.mjs'
import { asCommand, note } from './child.mjs'

/** A case and what came of it: null, or what was wrong with the diagnosis. */
type Tried = { cause: string; way: string; wrong: string | null }

function wrongFinds(got: unknown, wanted: unknown): string | null {
  return isDeepStrictEqual(got, wanted) ? null : `found ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`
}

async function tryCases(bench: Bench): Promise<Tried[]> {
  const tried: Tried[] = []
  for (const { cause, owner, by, state, finds, run } of cases) {
    const said = failureCatalogue[cause].owner
    const wrongOwner = said === owner ? null : `owner ${said}, not ${owner}`
    const wrong = await run(bench).then((got) => wrongFinds(got, finds), String)
    tried.push({ cause, way: `${by}: ${state}`, wrong: wrong ?? wrongOwner })
  }
  return tried
}

async function tryNearMisses(bench: Bench): Promise<Tried[]> {
  const tried: Tried[] = []
  for (const miss of nearMisses) {
    const wrong = await diagnose(bench, miss).then(
      (finds) => wrongFinds([...new Set(finds.map(([, cause]) => cause))], [miss.expected]),
      String,
    )
    tried.push({ cause: miss.expected, way: `near miss: ${miss.name}`, wrong })
  }
  return tried
}

async function tryGateOrders(bench: Bench): Promise<Tried[]> {
  const tried: Tried[] = []
  for (const gateOrder of gateOrders) {
    const cloud = await startDemoCloud({ switches: { gateOrder } })
    try {
      for (const credential of Object.keys(faults)) {
        const right = rightVerdict(gateOrder, credential)
        const wrong = await judge(bench, cloud, credential).then((got) => wrongFinds(got, right), String)
        const cause = right.named[0] ?? 'none'
        tried.push({ cause, way: `gates ${gateOrder.join(', ')}: "${credential}"`, wrong })
      }
    } finally {
      await cloud.close()
    }
  }
  return tried
}

async function tryInElectron(): Promise<Tried[]> {
  const passed = await runInElectron()
  return electronCases.map(({ cause, state }) => {
    const ok = passed.get(`${cause}: ${state}`)
    const wrong = ok ? null : ok === undefined ? 'did not run' : 'failed, see test/e2e/catalogue.spec.ts'
    return { cause, way: `Electron: ${state}`, wrong }
  })
}

const conditions = [
  'error',
  'description',
  'detail',
  'problemType',
  'gatewayCode',
  'network',
  'page',
  'server',
  'target',
] as const
const longestPattern = 60

function describeSignal(signal: Signal): string {
  const patterns = conditions.flatMap((name) => {
    const pattern = signal[name]?.source
    if (pattern === undefined) return []
    return [`${name} ${pattern.length > longestPattern ? `${pattern.slice(0, longestPattern)}…` : pattern}`]
  })
  const parts = [
    signal.from,
    signal.status?.join('/'),
    signal.refused,
    signal.method,
    signal.isNetworkPage && 'page of a network: src/main/calls/network-page.ts',
    ...patterns,
    signal.readWorked && 'reading worked',
  ]
  return parts.filter(Boolean).join(' · ')
}

const outOfAnswers = {
  comparison: 'none: the check finds it by comparing what it holds',
  people: "none: shows in Adobe's consoles or in a browser alone",
  exclusion: 'none: whatever no other row holds for',
} as const

function describeSignals({ cause }: Coverage): readonly string[] {
  return 'knownBy' in cause ? [outOfAnswers[cause.knownBy]] : cause.signals.map(describeSignal)
}

function describeRow(row: Coverage, tried: readonly Tried[]): string {
  const { id, cause } = row
  const own = tried.filter((one) => one.cause === id)
  const tests = own.map(({ way, wrong }) => (wrong === null ? way : `WRONG ${way}: ${wrong}`))
  const why = whyUntested(row)
  const notTried = why === null ? 'NOT TESTED' : `not producible: ${why}`
  return [
    `${id.padEnd(30)} ${cause.step.padEnd(10)} ${cause.owner}`,
    ...describeSignals(row).map((line) => `    signal  ${line}`),
    `    source  ${cause.source}`,
    ...(tests.length === 0 ? [notTried] : tests).map((line) => `    tested  ${line}`),
    '',
  ].join('\n')
}

await asCommand(async () => {
  const bench = await openBench()
  const tried: Tried[] = []
  const near: Tried[] = []
  const orders: Tried[] = []
  try {
    tried.push(...(await tryCases(bench)))
    near.push(...(await tryNearMisses(bench)))
    orders.push(...(await tryGateOrders(bench)))
  } finally {
    await bench.close()
  }
  const withElectron = !process.argv.includes('--without-electron')
  if (withElectron) tried.push(...(await tryInElectron()))
  else note('The cases that need Electron are left out.')

  for (const row of coverage) process.stdout.write(`${describeRow(row, tried)}\n`)
  const wrong = [...tried, ...near, ...orders].filter(({ wrong }) => wrong !== null)
  for (const { way, wrong: what } of wrong) process.stdout.write(`WRONG  ${way}: ${what}\n`)
  const tested = new Set(tried.filter(({ wrong }) => wrong === null).map(({ cause }) => cause))
  const withSignals = coverage.filter(({ cause }) => cause.signals.length > 0)
  process.stdout.write(
    `rows ${coverage.length}, with signals ${withSignals.length}, tested ${tested.size}, ` +
      `gate orders ${gateOrders.length} (${orders.length} checks), near misses ${near.length}, ` +
      `wrong diagnoses ${wrong.length}\n`,
  )
  return wrong.length === 0 ? 0 : 1
})
