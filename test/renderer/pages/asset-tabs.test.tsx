// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Evidence } from '../../../src/shared/result'
import { aConnection, anExchange, aReading, failed, fakeDesktop, ok } from '../support/fake-desktop'
import { renderApp } from '../support/render-app'

const list = { connections: [aConnection()], setAside: null, forgotten: [] }
const assetId = 'urn:aaid:aem:6d3a1c52-8f0e-4a7b-9c41-2e5f7d90b8aa'
const noRemarks = { guardedCells: 0, cutCells: 0, mendedCells: 0, leftOut: [] }

const evidence: Evidence = {
  method: 'GET',
  url: 'https://author-p1-e2.adobeaemcloud.com/adobe/assets/x/metadata',
  status: 404,
  contentType: 'application/json',
  requestId: 'id-of-the-body',
  excerpt: '',
  at: '2026-03-01T09:00:00.000Z',
  durationMs: 12,
  exchange: anExchange({ status: 404, responseHeaders: [] }),
}

async function read(answers: Parameters<typeof fakeDesktop>[0] = {}) {
  const desktop = fakeDesktop({ list, ...answers })
  const { user } = renderApp(desktop)
  const field = await screen.findByRole('textbox', { name: 'Asset' })
  // Letter by letter would draw the whole window fifty times.
  fireEvent.change(field, { target: { value: assetId } })
  await user.type(field, '{Enter}')
  await screen.findByRole('tab', { name: 'Request' })
  return { desktop, user }
}

async function openRequest(user: Awaited<ReturnType<typeof read>>['user']): Promise<HTMLElement> {
  await user.click(screen.getByRole('tab', { name: 'Request' }))
  return screen.findByRole('region', { name: 'Latest request' })
}

async function exportAs(user: Awaited<ReturnType<typeof read>>['user'], name: RegExp) {
  await user.click(screen.getByRole('button', { name: 'Export' }))
  await user.click(await screen.findByRole('menuitem', { name }))
}

test('the Metadata tab is open first, and the tree stays while the other is open', async () => {
  const { user } = await read()
  const tree = await screen.findByRole('treegrid', { name: 'Metadata' })
  await openRequest(user)
  expect(tree.isConnected).toBe(true)
})

test('the Request tab is reached by arrow key', async () => {
  const { user } = await read()
  screen.getByRole('tab', { name: 'Metadata' }).focus()
  await user.keyboard('{ArrowRight}')
  expect(await screen.findByRole('region', { name: 'Latest request' })).toBeTruthy()
})

test('a failed call shows its answer, with the request ID that the body names', async () => {
  const { user } = await read({
    read: async () => failed({ kind: 'failure', cause: 'aem-asset-not-found', values: {}, evidence }),
  })
  const panel = await openRequest(user)
  expect(panel.textContent).toContain('404')
  expect(panel.textContent).toContain('in the body: id-of-the-body')
})

test('a try that ended before anything was sent leaves the call before it', async () => {
  const answers = [ok(aReading()), failed({ kind: 'keychain', problem: 'locked', detail: '' })]
  const { user } = await read({ read: async () => answers.shift() ?? failed({ kind: 'unexpected' }) })
  await user.click(screen.getByRole('button', { name: 'Get metadata' }))
  await screen.findByRole('alert')
  const panel = await openRequest(user)
  expect(panel.textContent).toContain(
    'The latest attempt ended before anything was sent. This is the request before it.',
  )
})

test('a token call that failed is shown as such', async () => {
  const exchange = anExchange({ to: 'ims', method: 'POST', requestBody: 'client_secret=$CLIENT_SECRET' })
  const { user } = await read({
    read: async () =>
      failed({
        kind: 'failure',
        cause: 'ims-access-denied',
        values: {},
        evidence: { ...evidence, exchange },
      }),
  })
  const panel = await openRequest(user)
  expect(panel.textContent).toContain('No request went to AEM')
  expect(panel.textContent).toContain('client_secret=$CLIENT_SECRET')
})

test.each([
  ['cURL', 'curl --silent'],
  ['Token request as cURL', 'TOKEN_ANSWER=$(curl'],
  ['Node.js script', 'await fetch('],
  ['Postman collection', '"schema"'],
])('%s is copied', async (name, text) => {
  const { desktop, user } = await read()
  await openRequest(user)
  await user.click(screen.getByRole('button', { name: `Copy: ${name}` }))
  await waitFor(() => expect(desktop.seen.copied[0]).toContain(text))
})

test.each([
  [/^JSON/, 'json'],
  [/^Excel workbook/, 'xlsx'],
  [/^CSV for Excel/, 'csv'],
  [/^CSV for AEM/, 'aem-import'],
] as const)('%s is asked for by its format', async (name, format) => {
  const { desktop, user } = await read()
  await exportAs(user, name)
  await waitFor(() => expect(desktop.seen.exports).toEqual([{ assetId, text: '{}', format }]))
})

test('an export says where it is and what it does not hold', async () => {
  const leftOut = [
    { key: 'a', reason: 'empty' as const },
    { key: 'b', reason: 'empty' as const },
  ]
  const { user } = await read({
    exportMetadata: () =>
      ok({ kind: 'saved', path: '/home/user/tea.csv', remarks: { ...noRemarks, cutCells: 1, leftOut } }),
  })
  await exportAs(user, /^CSV for AEM/)
  const words = (await screen.findByText(/Saved as/)).closest('[role=status]')?.textContent
  expect(words).toContain('/home/user/tea.csv')
  expect(words).toContain('One value was cut')
  expect(words).toContain('2 fields were left out:a, b: empty')
})

test('an import that cannot be written says why', async () => {
  const { user } = await read({ exportMetadata: () => ok({ kind: 'refused', reason: 'no-path' }) })
  await exportAs(user, /^CSV for AEM/)
  expect(await screen.findByText(/repo:path/)).toBeTruthy()
})

test('an export that could not be saved says so', async () => {
  const { user } = await read({
    exportMetadata: () => failed({ kind: 'storage', path: '/read-only/tea.json', detail: '' }),
  })
  await exportAs(user, /^JSON/)
  expect((await screen.findByRole('alert')).textContent).toContain('/read-only/tea.json')
})
