// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Connection } from '../../../src/shared/connections'
import { aConnection, aReading, fakeDesktop, ok } from '../support/fake-desktop'
import { documentOf } from '../support/json-nodes'
import { renderApp } from '../support/render-app'

const assetId = 'urn:aaid:aem:6d3a1c52-8f0e-4a7b-9c41-2e5f7d90b8aa'
const list = { connections: [aConnection()], setAside: null, forgotten: [] }
const stage = documentOf('{"assetMetadata":{"dc:title":"Of the stage"}}')

/** A window that has read an asset; `edit` saves the connection as it is then. */
async function openRead() {
  let saved = aConnection()
  const desktop = fakeDesktop({ list, read: async () => ok(aReading(stage)), save: () => ok(saved) })
  const { user } = renderApp(desktop)
  const asset = await screen.findByRole('textbox', { name: 'Asset' })
  fireEvent.change(asset, { target: { value: assetId } })
  await user.type(asset, '{Enter}')
  await screen.findByText(/^Read at/)
  async function edit(parts: Partial<Connection>) {
    saved = aConnection(parts)
    await user.click(screen.getByRole('button', { name: 'Connection settings' }))
    fireEvent.change(await screen.findByRole('textbox', { name: 'Connection name' }), {
      target: { value: 'Changed' },
    })
    await user.click(screen.getByRole('button', { name: 'Save connection' }))
    await screen.findByText('Connection saved.')
    await user.click(screen.getByRole('button', { name: 'Browse' }))
    await screen.findByRole('textbox', { name: 'Asset' })
  }
  return { desktop, user, edit }
}

function typedIn(name: string) {
  return screen.getByRole<HTMLInputElement>('textbox', { name }).value
}

test.each<[string, Partial<Connection>]>([
  ['bucket', { bucket: 'author-p1-e9' }],
  ['AEM host', { author: 'https://aem.example' }],
  ['client ID', { clientId: 'fedcba9876543210fedcba9876543210' }],
])('another %s leaves nothing of the former environment on the screen', async (_name, parts) => {
  const { edit } = await openRead()
  await edit(parts)
  expect(screen.queryByText(/^Read at/)).toBeNull()
  expect([typedIn('Asset'), typedIn('Bucket')]).toEqual([assetId, parts.bucket ?? 'author-p1-e2'])
})

test('another name leaves the reading where it is', async () => {
  const { edit } = await openRead()
  await edit({ name: 'Changed' })
  expect(await screen.findByText(/^Read at/)).toBeTruthy()
})

test('what is exported is the body on the screen', async () => {
  const { desktop, user } = await openRead()
  await user.click(screen.getByRole('button', { name: 'Export' }))
  await user.click(await screen.findByRole('menuitem', { name: /^JSON/ }))
  await waitFor(() => expect(desktop.seen.exports).toMatchObject([{ assetId, text: stage.text }]))
})

test('the history tells what an edited connection read before', async () => {
  const { connectionId, author, clientId } = aReading()
  const names = { title: 'Tea', name: null, path: null }
  const entry = { connectionId, author, clientId, assetId, names, at: '2026-03-01T09:00:00.000Z' }
  const connections = [aConnection({ bucket: 'author-p1-e9' })]
  const history = [{ ...entry, outcome: 'read' as const }]
  renderApp(fakeDesktop({ list: { ...list, connections }, kept: { history } }))
  const found = await screen.findByRole('list', { name: 'History' })
  await waitFor(() => expect(found.textContent).toContain('Read from author-p1-e2.adobeaemcloud.com'))
})
