// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Connection } from '../../../src/shared/connections'
import type { Output } from '../../../src/shared/contract'
import type { Result } from '../../../src/shared/result'
import { aConnection, failed, fakeDesktop, ok } from '../support/fake-desktop'
import { renderApp } from '../support/render-app'

async function openSettings(
  result: Result<Output<'shareConnection'>>,
  connection: Connection = aConnection(),
) {
  const desktop = fakeDesktop({ list: { connections: [connection], setAside: null, forgotten: [] } })
  const shared: { connectionId: string; to: string }[] = []
  const api = {
    ...desktop.api,
    shareConnection: async (input: { connectionId: string; to: 'clipboard' | 'file' }) => {
      shared.push(input)
      return result
    },
  }
  const { user } = renderApp({ ...desktop, api })
  await user.click(await screen.findByRole('button', { name: 'Connection settings' }))
  async function share(item: RegExp) {
    await user.click(screen.getByRole('button', { name: 'Share without secret' }))
    await user.click(await screen.findByRole('menuitem', { name: item }))
  }
  return { share, shared }
}

test('a copied connection is said to hold no secret', async () => {
  const { share, shared } = await openSettings(ok({ saved: true }))
  await share(/Copy as text/)
  expect(await screen.findByText(/^Copied, without the secret/)).toBeTruthy()
  expect(shared).toEqual([{ connectionId: 'dev-id', to: 'clipboard' }])
})

test('a clipboard that did not take it is told of', async () => {
  const { share } = await openSettings(ok({ saved: false }))
  await share(/Copy as text/)
  expect(await screen.findByText(/^The clipboard changed the text/)).toBeTruthy()
})

test('a file that could not be written is told of', async () => {
  const { share } = await openSettings(failed({ kind: 'storage', path: '/full/disk.json', detail: '' }))
  await share(/Save as file/)
  expect((await screen.findByRole('alert')).textContent).toContain('/full/disk.json')
})

test('the demo is not shared', async () => {
  await openSettings(ok({ saved: true }), aConnection({ kind: 'demo', secret: { place: 'demo' } }))
  expect(screen.queryByRole('button', { name: 'Share without secret' })).toBeNull()
})
