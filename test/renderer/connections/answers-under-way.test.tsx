// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { mostCachedBytes } from '../../../src/renderer/features/assets/reading/trim-readings'
import type { MetadataReading } from '../../../src/shared/metadata'
import type { Result } from '../../../src/shared/result'
import { type Answers, aConnection, aReading, fakeDesktop, ok } from '../support/fake-desktop'
import { renderApp } from '../support/render-app'
import { aReport } from '../support/reports'

const list = {
  connections: [aConnection(), aConnection({ id: 'live-id', name: 'Shop, live' })],
  setAside: null,
  forgotten: [],
}
const assetId = 'urn:aaid:aem:6d3a1c52-8f0e-4a7b-9c41-2e5f7d90b8aa'

async function open(answers: Partial<Answers>) {
  const desktop = fakeDesktop({ list, ...answers })
  const app = renderApp(desktop)
  async function ask(text = assetId) {
    const asset = await screen.findByRole('textbox', { name: 'Asset' })
    fireEvent.change(asset, { target: { value: text } })
    await app.user.type(asset, '{Enter}')
  }
  async function goTo(name: RegExp) {
    await app.user.click(await screen.findByRole('button', { name }))
  }
  return { ...app, desktop, ask, goTo }
}

/** An answer that comes when the test says so. */
function laterAnswer<T>() {
  let give: (value: T) => void = () => undefined
  const answer = new Promise<T>((resolve) => {
    give = resolve
  })
  return { answer, give: (value: T) => act(async () => give(value)) }
}

test('a reading goes on while another connection is looked at', async () => {
  const { answer, give } = laterAnswer<Result<MetadataReading>>()
  const { desktop, ask, goTo } = await open({ read: () => answer })
  await ask()
  await waitFor(() => expect(desktop.seen.queries).toHaveLength(1))
  await goTo(/^Shop, live/)
  await give(ok(aReading()))
  await goTo(/^Shop, development/)
  expect(await screen.findByText(/^Read at/)).toBeTruthy()
  expect([desktop.seen.queries.length, desktop.seen.cancelled]).toEqual([1, []])
})

test('a check goes on while another connection is looked at', async () => {
  const { answer, give } = laterAnswer<ReturnType<typeof ok<ReturnType<typeof aReport>>>>()
  const { desktop, user, goTo } = await open({ check: () => answer })
  await goTo(/^Check$/)
  await user.click(await screen.findByRole('button', { name: /^Check (again|connection|now)/ }))
  await waitFor(() => expect(desktop.seen.checks).toHaveLength(1))
  await goTo(/^Shop, live/)
  await give(ok(aReport({ connectionId: 'dev-id' })))
  await goTo(/^Shop, development/)
  await goTo(/^Check$/)
  expect(await screen.findByRole('button', { name: 'Save as JSON' })).toBeTruthy()
  expect(desktop.seen.cancelled).toEqual([])
})

test('a reading ends with its connection, of which nothing stays', async () => {
  const { client, desktop, user, ask, goTo } = await open({
    read: () => new Promise(() => undefined),
    readAssets: () => new Promise(() => undefined),
    findByPath: () => new Promise(() => undefined),
  })
  await ask('/content/dam/a.jpg')
  await waitFor(() => expect(desktop.seen.paths).toHaveLength(1))
  await ask(`${assetId} ${assetId.replace('6d3a', '6d3b')}`)
  await user.click(await screen.findByRole('button', { name: 'Read all' }))
  await waitFor(() => expect(desktop.seen.lists).toHaveLength(1))
  await ask()
  await waitFor(() => expect(desktop.seen.queries.at(-1)).toMatchObject({ asset: assetId }))
  await goTo(/^Connection settings$/)
  await user.click(await screen.findByRole('button', { name: 'Forget connection' }))
  await user.click(await screen.findByRole('button', { name: 'Forget' }))
  const tickets = [...desktop.seen.queries, ...desktop.seen.lists].map(({ ticket }) => ticket)
  await waitFor(() => expect(desktop.seen.cancelled).toEqual(expect.arrayContaining(tickets)))
  const left = client.getQueryCache().findAll({
    predicate: ({ queryKey, state }) => queryKey[1] === 'dev-id' && state.data !== undefined,
  })
  expect(left.map(({ queryKey }) => queryKey)).toEqual([])
})

test('readings that are not on the screen take no more room than they may', async () => {
  let count = 0
  const large = new Int32Array(mostCachedBytes / 4 / 3)
  const { client, desktop, ask } = await open({
    read: async () => ok(aReading({ assetId: `urn:${++count}`, rows: large.with(0, 0) })),
  })
  for (let asked = 1; asked <= 6; asked++) {
    await ask(`urn:aaid:aem:6d3a1c52-8f0e-4a7b-9c41-2e5f7d90b8${10 + asked}`)
    await waitFor(() => expect(desktop.seen.queries).toHaveLength(asked))
    await screen.findByText(`urn:${asked}`)
  }
  const cached = client.getQueryCache().findAll({ queryKey: ['metadata'] })
  const ids = cached.flatMap(({ state }) => (state.data as MetadataReading | undefined)?.assetId ?? [])
  expect(ids).toEqual(['urn:4', 'urn:5', 'urn:6'])
})
