import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { DemoCloudOptions } from '../../../src/demo-cloud/demo-cloud'
import { assetOf, openCloud } from '../../support/check-bench'
import { type EditBench, openEditing, setTitle } from '../../support/edit-bench'
import { passOn } from '../../support/pass-on'
import { serve } from '../../support/serve'

type Fault = (passOn: () => Promise<Response>, response: ServerResponse) => Promise<void>

/** An AEM behind a network that breaks at changes, and at reads as long as it is down. */
async function openBroken(fault: Fault, options?: DemoCloudOptions) {
  const cloud = await openCloud(options)
  const network = { isDown: false }
  const server = await serve((request, response) => {
    async function answer(): Promise<void> {
      if (request.method === 'PATCH') return fault(() => passOn(cloud, request), response)
      if (network.isDown) return void response.destroy()
      const { status, headers, ...answered } = await passOn(cloud, request).then(async (got) => ({
        status: got.status,
        headers: got.headers,
        body: await got.text(),
      }))
      response.writeHead(status, { 'content-type': 'application/json', etag: headers.get('etag') ?? '' })
      response.end(answered.body)
    }
    void answer()
  })
  const bench = openEditing()
  const connection = await bench.save(cloud, { aemHost: server.origin })
  const assetId = assetOf(cloud)
  async function open() {
    const opening = await bench.open(connection, assetId)
    if (opening.kind !== 'open') throw new Error(opening.kind)
    return opening.draft
  }
  const draft = await bench.change(await open(), setTitle('New'))
  function changesThatArrived(): number {
    return cloud.requests.filter(({ method }) => method === 'PATCH').length
  }
  return { bench, connection, assetId, draft, network, changesThatArrived }
}

async function titleOf(bench: EditBench, ...asset: Parameters<EditBench['read']>) {
  return (await bench.read(...asset)).fields['dc:title']
}

const faults = {
  'before the change has arrived': async (_, response) => void response.destroy(),
  'after all was sent, without an answer': async (pass, response) => {
    await pass()
    response.destroy()
  },
  'in the middle of the answer': async (pass, response) => {
    const answer = await (await pass()).text()
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length })
    response.write(answer.slice(0, answer.length / 2), () => response.destroy())
  },
  'at a gateway, which answers 504 instead': async (pass, response) => {
    await pass()
    response.writeHead(504, { 'content-type': 'text/html' })
    response.end('<html><title>Gateway Timeout</title></html>')
  },
  'at a sign-in page, which is there instead': async (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<html><title>Sign in</title></html>')
  },
} as const satisfies Record<string, Fault>

describe('a connection that breaks', () => {
  it.each([
    ['before the change has arrived', 0, 'not-applied'],
    ['after all was sent, without an answer', 1, 'applied'],
    ['in the middle of the answer', 1, 'applied'],
    ['at a gateway, which answers 504 instead', 1, 'applied'],
    ['at a sign-in page, which is there instead', 0, 'not-applied'],
  ] as const)('%s: %i change arrives, and is told as %s', async (where, arrived, kind) => {
    const { bench, connection, assetId, draft, changesThatArrived } = await openBroken(faults[where])
    const outcome = await bench.send(draft)
    expect([outcome.kind, changesThatArrived()]).toEqual([kind, arrived])
    expect((await titleOf(bench, connection, assetId)) === 'New').toBe(kind === 'applied')
    if (outcome.kind === 'not-applied') expect(outcome.draft.changes).toHaveLength(1)
  })

  it('after all was sent, with reads that are behind, is not told as a change that was lost', async () => {
    const fault = faults['after all was sent, without an answer']
    const { bench, draft } = await openBroken(fault, { switches: { readsBehind: 2 } })
    expect((await bench.send(draft)).kind).toBe('applied')
  })

  it.each([
    ['before the change has arrived', 'not-applied'],
    ['after all was sent, without an answer', 'applied'],
  ] as const)('%s, with a network that stays down, is known later', async (where, kind) => {
    const { bench, connection, assetId, draft, network, changesThatArrived } = await openBroken(faults[where])
    network.isDown = true
    expect((await bench.send(draft)).kind).toBe('unknown')
    const arrived = changesThatArrived()
    network.isDown = false
    const later = await bench.open(connection, assetId)
    expect([later.kind, changesThatArrived()]).toEqual([kind, arrived])
    expect(await bench.service().journal.list()).toHaveLength(kind === 'applied' ? 1 : 0)
  })

  it.each([
    ['before the change has arrived', 'not-applied'],
    ['after all was sent, without an answer', 'applied'],
  ] as const)('%s, and a program that ends meanwhile, is known at the next start', async (where, kind) => {
    const { bench, connection, assetId, draft, network } = await openBroken(faults[where])
    network.isDown = true
    await bench.send(draft)
    network.isDown = false
    await bench.restart()
    const later = await bench.open(connection, assetId)
    expect(later.kind).toBe(kind)
    if (later.kind === 'not-applied') expect(later.draft.changes).toMatchObject([{ after: '"New"' }])
  })
})
