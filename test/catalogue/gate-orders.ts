import type { DemoCloud } from '../../src/demo-cloud/demo-cloud'
import { type Gate, gates } from '../../src/demo-cloud/switches'
import type { CauseId } from '../../src/shared/failure-catalogue'
import type { CheckStep } from '../../src/shared/failure-signal'
import { type Bench, findsOf } from './bench'
import { subjectOf } from './subjects'

/** What is really wrong with a credential of the demo cloud, at the gate that sees it. */
export const faults: Readonly<Record<string, Partial<Record<Gate, CauseId>>>> = {
  Reader: {},
  'Not allow-listed': { 'allow-list': 'aem-client-not-allowlisted' },
  'Missing scopes': { scopes: 'aem-scopes-missing' },
  'No read right': { rights: 'aem-read-refused' },
  'Nothing set up in AEM': {
    scopes: 'aem-scopes-missing',
    'allow-list': 'aem-client-not-allowlisted',
    rights: 'aem-read-refused',
  },
  'Token that AEM refuses': { token: 'aem-token-refused' },
}

function ordersOf<Item>(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item) =>
    ordersOf(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  )
}

/** In which AEM may check a call: its documents do not say. */
export const gateOrders: readonly Gate[][] = ordersOf(gates)

/** What a check names of AEM, and which of its steps it calls green on an answer of AEM. */
export type Verdict = { named: string[]; proven: CheckStep[] }

const stepsInAem: readonly CheckStep[] = ['aem', 'allow-list', 'read']

/** The first fault that AEM comes to is named and no other, and only where there is none is anything proven. */
export function rightVerdict(gateOrder: readonly Gate[], credential: string): Verdict {
  const wrong = faults[credential] ?? {}
  const first = gateOrder.map((gate) => wrong[gate]).find((cause) => cause !== undefined)
  return first === undefined ? { named: [], proven: ['allow-list', 'read'] } : { named: [first], proven: [] }
}

/** Has a check meet that cloud with one of its credentials. */
export async function judge(bench: Bench, cloud: DemoCloud, credential: string): Promise<Verdict> {
  const asset = cloud.assets.find(({ failing }) => !failing)
  const report = await bench.report(subjectOf(cloud, credential, asset?.assetId ?? null))
  return {
    named: findsOf(report).flatMap(([step, cause]) => (stepsInAem.includes(step) ? [cause] : [])),
    proven: report.steps
      .filter(({ step, state }) => state === 'green' && stepsInAem.slice(1).includes(step))
      .map(({ step }) => step),
  }
}
