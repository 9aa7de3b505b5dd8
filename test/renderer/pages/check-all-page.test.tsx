// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { type Answers, aConnection, fakeDesktop, ok } from '../support/fake-desktop'
import { renderApp } from '../support/render-app'
import { aReport, aToken, notAllowListed } from '../support/reports'

const connections = [
  aConnection({ id: 'prod-id', name: 'Live', environment: 'production' }),
  aConnection({ id: 'dev-id', name: 'Dev', environment: 'development' }),
  aConnection({ id: 'dev-2-id', name: 'Dev of others', environment: 'development' }),
]

function reportOf(connectionId: string) {
  const connectionName = connections.find(({ id }) => id === connectionId)?.name ?? ''
  const token = aToken({ scopesGranted: connectionId === 'prod-id' ? ['openid'] : ['openid', 'extra'] })
  const parts = { connectionId, connectionName, token }
  return ok(aReport(connectionId === 'prod-id' ? { ...parts, steps: notAllowListed() } : parts))
}

async function openAll(answers: Partial<Answers> = {}) {
  const desktop = fakeDesktop({
    list: { connections, setAside: null, forgotten: [] },
    check: async ({ connectionId }) => reportOf(connectionId),
    ...answers,
  })
  const { user } = renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: 'Check all' }))
  return { desktop, user }
}

test('is not offered for a single connection', async () => {
  renderApp(fakeDesktop({ list: { connections: connections.slice(0, 1), setAside: null, forgotten: [] } }))
  await screen.findByRole('button', { name: 'Check' })
  expect(screen.queryByRole('button', { name: 'Check all' })).toBeNull()
})

test('one connection of each environment is chosen, development first', async () => {
  await openAll()
  const heads = screen.getAllByRole('columnheader').map(({ textContent }) => textContent)
  expect(heads).toEqual(['Step', 'DevDevelopment', 'LiveProduction'])
})

test('the checks run side by side and the differences are marked and told in words', async () => {
  const { desktop, user } = await openAll()
  await user.click(screen.getByRole('button', { name: 'Check connections' }))
  const differences = await screen.findByRole('region', { name: 'Differences' })
  expect(desktop.seen.checks.map(({ connectionId }) => connectionId)).toEqual(['dev-id', 'prod-id'])
  expect(
    within(differences)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'Token claims: “Live” lacks extra',
    expect.stringMatching(
      /^Client ID allow-listed: “Dev”: OK; “Live”: Failed \(Client ID .* isn’t on the allow list/,
    ),
    'Read an asset’s metadata: “Dev”: OK; “Live”: Skipped',
  ])
  const marked = screen.getAllByRole('rowheader').filter(({ textContent }) => /Differs/.test(textContent))
  expect(marked).toHaveLength(3)
})

test('a cell opens what was found, and leads to the connection', async () => {
  const { user } = await openAll()
  await user.click(screen.getByRole('button', { name: 'Check connections' }))
  await user.click(await screen.findByRole('button', { name: '7. Client ID allow-listed, Live: Failed' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toContain('AEM refuses this client ID')
  await user.click(within(dialog).getByRole('button', { name: /^Open/ }))
  expect(await screen.findByRole('heading', { name: 'Live' })).toBeTruthy()
})

test('all running checks can be cancelled together', async () => {
  const { desktop, user } = await openAll({ check: () => new Promise(() => undefined) })
  await user.click(screen.getByRole('button', { name: 'Check connections' }))
  await waitFor(() => expect(desktop.seen.checks).toHaveLength(2))
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  await waitFor(() => expect(desktop.seen.cancelled).toHaveLength(2))
  expect(screen.queryByRole('progressbar')).toBeNull()
})

test('each connection is asked for its own asset', async () => {
  const { desktop, user } = await openAll()
  await user.type(screen.getByRole('textbox', { name: 'Asset of Live' }), 'of-live')
  await user.click(screen.getByRole('button', { name: 'Check connections' }))
  await waitFor(() => expect(desktop.seen.checks.map(({ asset }) => asset)).toEqual(['', 'of-live']))
})

test('all reports are saved as one', async () => {
  const { desktop, user } = await openAll()
  await user.click(screen.getByRole('button', { name: 'Check connections' }))
  await user.click(await screen.findByRole('button', { name: 'Save as JSON' }))
  await screen.findByText(/^Saved as/)
  const text = desktop.seen.reports[0]?.text ?? ''
  expect([text.includes('"connectionName": "Dev"'), text.includes('"connectionName": "Live"')]).toEqual([
    true,
    true,
  ])
})
