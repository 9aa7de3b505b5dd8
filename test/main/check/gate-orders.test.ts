import { describe, expect, it } from 'vitest'
import { type Gate, gates } from '../../../src/demo-cloud/switches'
import type { CauseId } from '../../../src/shared/failure-catalogue'
import { assetOf, openCheck, openCloud, runCheck } from '../../support/check-bench'

/** What is really wrong with a credential, at the gate that sees it. */
const faults: Readonly<Record<string, Partial<Record<Gate, CauseId>>>> = {
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

describe.each(Object.entries(faults))('a check of %s, whose faults are %o', (name, wrong) => {
  it.each(ordersOf(gates))(
    'names the first of them and proves no more, where AEM asks for %s, %s, %s, %s, %s',
    async (...gateOrder) => {
      const cloud = await openCloud({ switches: { gateOrder } })
      const services = openCheck()
      const { report } = await runCheck(services, await services.save(cloud, name), assetOf(cloud))
      const inAem = report.steps.filter(({ step }) => ['aem', 'allow-list', 'read'].includes(step))
      const first = gateOrder.find((gate) => wrong[gate] !== undefined)
      const named = inAem.flatMap(({ findings }) =>
        findings.map((error) => (error.kind === 'failure' ? error.cause : error.kind)),
      )
      expect(named).toEqual(first === undefined ? [] : [wrong[first]])
      const isAllWell = first === undefined
      expect(
        inAem.filter(({ state, step }) => state === 'green' && step !== 'aem').map(({ step }) => step),
      ).toEqual(isAllWell ? ['allow-list', 'read'] : [])
    },
  )
})

it('proves neither allow list nor reading without an asset', async () => {
  const cloud = await openCloud()
  const services = openCheck()
  const { states } = await runCheck(services, await services.save(cloud, 'Reader'), null)
  expect(states.slice(5, 8)).toEqual(['aem green', 'allow-list unproven', 'read unproven'])
})

it.each(['specific', 'constant', 'none'] as const)(
  'proves no allow list by an absent asset, told in a %s text',
  async (notFoundText) => {
    const cloud = await openCloud({ switches: { notFoundText } })
    const services = openCheck()
    const absent = 'urn:aaid:aem:12345678-1234-1234-1234-123456789abc'
    const { report, states } = await runCheck(services, await services.save(cloud, 'Reader'), absent)
    expect(states.slice(5, 8)).toEqual(['aem green', 'allow-list unproven', 'read red'])
    expect(report.steps[7]?.findings).toMatchObject([{ cause: 'aem-asset-not-found' }])
  },
)
