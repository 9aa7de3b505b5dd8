import { describe, expect, it } from 'vitest'
import { type Gate, gates } from '../../src/demo-cloud/switches'
import { type Answer, call, json, metadataUrl, signIn, startCloud } from './client'

const start = 1_800_000_000_000
const dayMs = 86_400_000

/** Every order of the items. */
function ordersOf<Item>(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item) =>
    ordersOf(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  )
}

/** The gate that an answer comes from. */
function gateOf(answer: Answer): Gate | 'none' {
  if (answer.status === 200) return 'none'
  if (answer.status === 401) return 'token'
  const { detail, error_code: code } = json(answer)
  if (code !== undefined) return 'api-key'
  if (String(detail).includes('scopes')) return 'scopes'
  return String(detail).includes('not allowlisted') ? 'allow-list' : 'rights'
}

const orders = ordersOf(gates)

describe("the order of AEM's gates", () => {
  it('is by default the one that was observed: scopes before the allow-list', async () => {
    const cloud = await startCloud()
    expect(
      gateOf(await call(metadataUrl(cloud), { headers: await signIn(cloud, 'Nothing set up in AEM') })),
    ).toBe('scopes')
  })

  it.each(orders)(
    '%s, %s, %s, %s, %s: the first fault in it is the one that is named',
    async (...gateOrder) => {
      let now = start
      const cloud = await startCloud({ clock: () => now, switches: { gateOrder } })
      const headers = await signIn(cloud, 'Nothing set up in AEM')
      async function refusedAt(others: Record<string, string> = {}): Promise<Gate | 'none'> {
        return gateOf(await call(metadataUrl(cloud), { headers: { ...headers, ...others } }))
      }
      const inAem = gateOrder.filter((gate) => gate !== 'token' && gate !== 'api-key')
      expect(await refusedAt()).toBe(inAem[0])
      expect(await refusedAt({ 'x-api-key': 'another' })).toBe(
        gateOrder.filter((gate) => gate !== 'token')[0],
      )
      now += dayMs
      expect(await refusedAt({ 'x-api-key': 'another' })).toBe(gateOrder[0])
    },
  )

  it.each(orders)('%s, %s, %s, %s, %s: whoever has no fault is let in', async (...gateOrder) => {
    const cloud = await startCloud({ switches: { gateOrder } })
    expect(gateOf(await call(metadataUrl(cloud), { headers: await signIn(cloud, 'Reader') }))).toBe('none')
  })

  it.each(orders)('%s, %s, %s, %s, %s: a token that nobody knows is never let in', async (...gateOrder) => {
    const cloud = await startCloud({ switches: { gateOrder } })
    const headers = { ...(await signIn(cloud, 'Reader')), authorization: 'Bearer unknown' }
    expect(gateOf(await call(metadataUrl(cloud), { headers }))).toBe('token')
  })
})
