import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { HttpProblem } from '../../../src/main/calls/http'
import { openCloud } from '../../support/check-bench'
import { openDraft, openEditing, setTitle } from '../../support/edit-bench'
import { createNodeHttp } from '../../support/node-http'

type OnChange = (change: () => Promise<unknown>) => Promise<void>

/** A change that arrives, and the moment in which it has. */
async function openSender(onChange: OnChange) {
  const http = createNodeHttp()
  const bench = openEditing(async (request) => {
    if (request.method !== 'PATCH') return http(request)
    let answer: ReturnType<typeof http> | null = null
    await onChange(async () => {
      answer = http(request)
      await answer
    })
    if (answer === null) throw new HttpProblem({ network: 'net::ERR_CONNECTION_RESET' })
    return answer
  })
  const opened = await openDraft(bench, await openCloud())
  return { bench, ...opened, list: () => bench.service().journal.list() }
}

it('a change whose draft a crash has left is listed once', async () => {
  const sender = await openSender(async (change) => {
    const kept = join(sender.bench.folder, 'kept')
    cpSync(join(kept, 'drafts'), join(kept, 'drafts as sent'), { recursive: true })
    await change()
  })
  const { bench, connection, assetId, draft, list } = sender
  await bench.send(await bench.change(draft, setTitle('Sent')))
  await bench.service().settled()
  const kept = join(bench.folder, 'kept')
  cpSync(join(kept, 'drafts as sent'), join(kept, 'drafts'), { recursive: true })
  bench.crash()
  expect((await bench.open(connection, assetId)).kind).toBe('applied')
  expect(await list()).toHaveLength(1)
})

/** A change that arrives in a program that then ends, with what was edited meanwhile. */
async function crashAfterLaterEdit() {
  let isOver: () => void = () => undefined
  const over = new Promise<void>((resolve) => {
    isOver = resolve
  })
  const sender = await openSender(async (change) => {
    await change()
    isOver()
    await new Promise(() => undefined)
  })
  const { bench, draft } = sender
  const edited = await bench.change(draft, setTitle('Sent'))
  void bench.send(edited)
  await over
  await bench.change(edited, { kind: 'add', path: ['x:note'], value: '"Typed meanwhile"' })
  await bench.service().settled()
  bench.crash()
  return sender
}

it('a change that was edited further while it was on its way is told from the edits after a crash', async () => {
  const { bench, connection, assetId, list } = await crashAfterLaterEdit()
  expect(await bench.open(connection, assetId)).toMatchObject({
    kind: 'applied',
    draft: { changes: [{ path: ['x:note'], after: '"Typed meanwhile"' }] },
  })
  expect(await list()).toMatchObject([{ changes: [{ path: ['dc:title'], after: '"Sent"' }] }])
})

it('a change that a crash has cut is listed, also where the asset is opened to undo an earlier one', async () => {
  let isCrashing = false
  const never = new Promise<void>(() => undefined)
  const sender = await openSender(async (change) => {
    await change()
    if (isCrashing) await never
  })
  const { bench, connection, assetId, draft, list } = sender
  await bench.send(await bench.change(draft, setTitle('Earlier')))
  const [earlier] = await list()
  const again = await bench.open(connection, assetId)
  if (again.kind !== 'open') throw new Error(again.kind)
  const edited = await bench.change(again.draft, { kind: 'add', path: ['x:note'], value: '"Cut"' })
  isCrashing = true
  void bench.send(edited)
  await expect.poll(async () => (await bench.read(connection, assetId)).fields['x:note']).toBe('Cut')
  bench.crash()
  const signal = new AbortController().signal
  await bench.service().sender.reverse(earlier?.id ?? '', signal, () => undefined)
  expect(await list()).toMatchObject([{ changes: [{ path: ['x:note'] }] }, { id: earlier?.id }])
})
