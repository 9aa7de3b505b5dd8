import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCloud } from '../../support/check-bench'
import { openDraft, openEditing, setTitle } from '../../support/edit-bench'
import { createNodeHttp } from '../../support/node-http'

function gate() {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

/** A way to AEM on which changes wait until they are let through. */
function holdChanges() {
  const [http, arrival, exit] = [createNodeHttp(), gate(), gate()]
  return {
    arrived: arrival.opened,
    letPass: exit.open,
    http: async (request: Parameters<typeof http>[0]) => {
      if (request.method === 'PATCH') {
        arrival.open()
        await exit.opened
      }
      return http(request)
    },
  }
}

async function sendSlowly() {
  const cloud = await openCloud()
  const held = holdChanges()
  const bench = openEditing(held.http)
  const { connection, assetId, draft } = await openDraft(bench, cloud)
  const edited = await bench.change(draft, setTitle('Sent'))
  const sent = bench.send(edited)
  await held.arrived
  return { cloud, bench, connection, assetId, edited, sent, letPass: held.letPass }
}

describe('while a change is on its way', () => {
  it('opening the asset again waits for what comes of it', async () => {
    const { bench, connection, assetId, sent, letPass } = await sendSlowly()
    const opening = bench.open(connection, assetId)
    letPass()
    expect([(await sent).kind, (await opening).kind]).toEqual(['applied', 'applied'])
    expect(await bench.service().journal.list()).toHaveLength(1)
  })

  it('sending it again from another window is the same sending', async () => {
    const { cloud, bench, edited, sent, letPass } = await sendSlowly()
    const again = bench.send(edited)
    letPass()
    expect([(await sent).kind, (await again).kind]).toEqual(['applied', 'applied'])
    expect(cloud.requests.filter(({ method }) => method === 'PATCH')).toHaveLength(1)
  })

  it('what is edited is still there afterwards', async () => {
    const { bench, connection, assetId, edited, sent, letPass } = await sendSlowly()
    await bench.change(edited, { kind: 'add', path: ['x:note'], value: '"Typed meanwhile"' })
    letPass()
    expect((await sent).kind).toBe('applied')
    expect(await bench.open(connection, assetId)).toMatchObject({
      kind: 'open',
      draft: { changes: [{ path: ['x:note'], before: null, after: '"Typed meanwhile"' }] },
    })
  })
})

it('tells of a change that it cannot note down, and can undo it until the program ends', async () => {
  const bench = openEditing()
  const { connection, assetId, draft } = await openDraft(bench, await openCloud())
  await mkdir(join(bench.folder, 'kept/changes.json'), { recursive: true })
  const outcome = await bench.send(await bench.change(draft, setTitle('Sent')))
  expect(outcome).toMatchObject({ kind: 'applied', missing: [], draft: null })
  const [noted] = await bench.service().journal.list()
  expect(noted).toMatchObject({ asset: { connectionId: connection.id, assetId } })
  expect(bench.problems).toMatchObject([{ error: { kind: 'storage' } }])
})
