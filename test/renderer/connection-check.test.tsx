// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Evidence } from '../../src/shared/result'
import { aConnection, aTokenCheck, failed, fakeDesktop, ok } from './support/fake-desktop'
import { renderApp } from './support/render-app'

const list = { connections: [aConnection()], setAside: null, forgotten: [] }

const evidence: Evidence = {
  method: 'POST',
  url: 'https://ims-na1.adobelogin.com/ims/token/v3',
  status: 400,
  contentType: 'application/json',
  requestId: 'req-1',
  excerpt: '{"error":"invalid_client"}',
  at: '2026-03-01T09:00:00.000Z',
  durationMs: 120,
}

const openSettings = async (desktop: ReturnType<typeof fakeDesktop>) => {
  const app = renderApp(desktop)
  await app.user.click(await screen.findByRole('button', { name: 'Connection settings' }))
  return app
}

test('a token that was granted is told with its scopes and the time left', async () => {
  const { user } = await openSettings(fakeDesktop({ list }))
  await user.click(screen.getByRole('button', { name: 'Check connection' }))
  const status = await screen.findByRole('status')
  expect(status.textContent).toContain('Adobe IMS gave an access token')
  expect(status.textContent).toContain('23 hr 59 min left')
  expect(screen.getByText('aem.assets.author')).toBeTruthy()
})

test('a scope that was not granted is named as missing', async () => {
  const check = async () =>
    ok(aTokenCheck({ scopesGranted: ['openid'], scopesMissing: ['aem.assets.author'] }))
  const { user } = await openSettings(fakeDesktop({ list, check }))
  await user.click(screen.getByRole('button', { name: 'Check connection' }))
  expect(await screen.findByText('Not granted')).toBeTruthy()
  expect(screen.getByText(/This scope was asked for, but is not part of the credential/)).toBeTruthy()
})

test('a failed check tells cause, way out and owner, and its details can be copied', async () => {
  const check = async () =>
    failed({ kind: 'failure', cause: 'ims-secret-refused', values: { clientId: 'abc' }, evidence })
  const desktop = fakeDesktop({ list, check })
  const { user } = await openSettings(desktop)
  await user.click(screen.getByRole('button', { name: 'Check connection' }))
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('the client ID abc, but does not accept this client secret')
  expect(alert.textContent).toContain('Adobe Developer Console')
  expect(alert.textContent).toContain('ADC owner')
  await user.click(screen.getByRole('button', { name: 'Details' }))
  await user.click(screen.getByRole('button', { name: 'Copy details' }))
  expect(desktop.seen.copied[0]).toContain('Request ID: req-1')
})

test('a running check can be cancelled', async () => {
  const desktop = fakeDesktop({ list, check: () => new Promise(() => undefined) })
  const { user } = await openSettings(desktop)
  await user.click(screen.getByRole('button', { name: 'Check connection' }))
  await screen.findByRole('progressbar')
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull())
  expect(desktop.seen.cancelled).toHaveLength(1)
})

test('edits are saved before the check', async () => {
  const desktop = fakeDesktop({ list })
  const { user } = await openSettings(desktop)
  await user.type(screen.getByRole('textbox', { name: 'Connection name' }), '!')
  await user.click(screen.getByRole('button', { name: 'Check connection' }))
  await screen.findByText('Adobe IMS gave an access token')
  expect(desktop.seen.drafts.map(({ name }) => name)).toEqual(['Shop, development!'])
})
