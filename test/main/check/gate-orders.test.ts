import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DemoCloud, startDemoCloud } from '../../../src/demo-cloud/demo-cloud'
import { type Bench, openBench } from '../../catalogue/bench'
import { faults, gateOrders, judge, rightVerdict } from '../../catalogue/gate-orders'
import { openCheck, openCloud, runCheck } from '../../support/check-bench'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench?.close())

describe.each(gateOrders)('where AEM asks for %s, %s, %s, %s, %s', (...gateOrder) => {
  let cloud: DemoCloud
  beforeAll(async () => {
    cloud = await startDemoCloud({ switches: { gateOrder } })
  })
  afterAll(() => cloud?.close())

  it.each(Object.keys(faults))(
    'the first fault of %s is named, and no more is proven',
    async (credential) => {
      expect(await judge(bench, cloud, credential)).toEqual(rightVerdict(gateOrder, credential))
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
