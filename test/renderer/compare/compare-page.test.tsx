// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { MetadataQuery } from '../../../src/shared/metadata'
import { type Answers, aConnection, aReading, failed, fakeDesktop, ok } from '../support/fake-desktop'
import { documentOf } from '../support/json-nodes'
import { renderApp } from '../support/render-app'

const here = 'urn:aaid:aem:6d3a1c52-8f0e-4a7b-9c41-2e5f7d90b8aa'
const there = 'urn:aaid:aem:11111111-8f0e-4a7b-9c41-2e5f7d90b8aa'
const path = '/content/dam/tea.jpg'

const connections = [
  aConnection({ id: 'dev-id', name: 'Dev', environment: 'development' }),
  aConnection({ id: 'stage-id', name: 'Live', environment: 'stage', bucket: 'author-p1-e3' }),
  aConnection({ id: 'other-id', name: 'Dev of others', environment: 'development' }),
]

function bodyOf(modified: string, sha1: string): string {
  return JSON.stringify({
    assetMetadata: { 'dc:title': modified },
    repositoryMetadata: { 'repo:path': path, 'repo:modifyDate': modified, 'dam:sha1': sha1 },
  })
}

async function readAnywhere({ connectionId, asset }: MetadataQuery) {
  const text = bodyOf(connectionId === 'dev-id' ? '2026-03-01T09:00:00Z' : '2026-03-02T09:00:00Z', 'ab')
  return ok(aReading({ connectionId, assetId: asset, text, rows: documentOf(text).rows }))
}

async function openCompare(answers: Partial<Answers> = {}) {
  const desktop = fakeDesktop({
    list: { connections, setAside: null, forgotten: [] },
    read: readAnywhere,
    findByPath: async (wanted) => ok({ path: wanted, address: null, outcome: 'found', assetId: there }),
    ...answers,
  })
  const { user } = renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: 'Compare' }))
  return { desktop, user }
}

async function start({ user }: Awaited<ReturnType<typeof openCompare>>, asset = here) {
  await user.click(await screen.findByRole('textbox', { name: 'Asset' }))
  await user.paste(asset)
  await user.click(screen.getByRole('button', { name: 'Start comparison' }))
}

test('one connection of each other environment is chosen', async () => {
  await openCompare()
  const boxes = (await screen.findAllByRole('checkbox')) as HTMLInputElement[]
  expect(boxes.map(({ checked }) => checked)).toEqual([false, true])
})

test('the path of the first asset leads to the other, and both are told apart by file and date', async () => {
  const opened = await openCompare()
  await start(opened)
  const live = await screen.findByRole('region', { name: 'Live' })
  expect(await within(live).findByText(/^Same file as .Dev/)).toBeTruthy()
  expect(within(live).getByText('Newest by date')).toBeTruthy()
  expect(opened.desktop.seen.paths).toEqual([{ connectionId: 'stage-id', bucket: 'author-p1-e3', path }])
  expect(opened.desktop.seen.queries.map(({ connectionId, asset }) => [connectionId, asset])).toEqual([
    ['dev-id', here],
    ['stage-id', there],
  ])
  expect(screen.getByRole('grid', { name: 'Comparison' })).toBeTruthy()
})

test('a path is looked up on both at once, so that one that fails leaves the other', async () => {
  const opened = await openCompare({
    read: async (query) =>
      query.connectionId === 'dev-id' ? failed({ kind: 'unexpected' }) : readAnywhere(query),
  })
  await start(opened, path)
  const dev = await screen.findByRole('region', { name: 'Dev' })
  expect(await within(dev).findByRole('alert')).toBeTruthy()
  const live = screen.getByRole('region', { name: 'Live' })
  expect(await within(live).findByText(path)).toBeTruthy()
  expect(screen.getByText('Nothing to compare: fewer than two assets were read.')).toBeTruthy()
})

test('where the first asset is not read, the others say that they have no path, and take an ID', async () => {
  const opened = await openCompare({
    read: async (query) =>
      query.connectionId === 'dev-id' ? failed({ kind: 'unexpected' }) : readAnywhere(query),
  })
  await start(opened)
  const live = await screen.findByRole('region', { name: 'Live' })
  expect((await within(live).findByRole('alert')).textContent).toContain('Path not known')
  await opened.user.click(within(live).getByRole('textbox', { name: 'Asset on Live' }))
  await opened.user.paste(there)
  await opened.user.click(screen.getByRole('button', { name: 'Start comparison' }))
  await waitFor(() => expect(within(live).queryByRole('alert')).toBeNull())
  expect(opened.desktop.seen.queries.at(-1)).toMatchObject({ connectionId: 'stage-id', asset: there })
})

test('what is no asset is said at its field, and nothing is sent', async () => {
  const opened = await openCompare()
  await start(opened, 'tea')
  await waitFor(() =>
    expect(screen.getByRole('textbox', { name: 'Asset' }).getAttribute('aria-invalid')).toBe('true'),
  )
  expect(opened.desktop.seen.queries).toEqual([])
})

test('a single connection of the demo leads to the demo’s second environment', async () => {
  const demo = aConnection({ id: 'demo-id', kind: 'demo', name: 'Demo', secret: { place: 'demo' } })
  const { user } = await openCompare({ list: { connections: [demo], setAside: null, forgotten: [] } })
  await user.click(await screen.findByRole('button', { name: 'Add the demo’s stage environment' }))
  expect(await screen.findByRole('checkbox', { name: /Demo, stage/ })).toHaveProperty('checked', true)
})
