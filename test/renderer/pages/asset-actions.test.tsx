// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { WindowAction } from '../../../src/shared/window-actions'
import { aConnection, aReading, fakeDesktop, ok } from '../support/fake-desktop'
import { tabulate } from '../support/json-nodes'
import { renderApp } from '../support/render-app'
import '../../../src/renderer/pages/browse/browse-page'

const list = { connections: [aConnection()], setAside: null, forgotten: [] }

async function openAsset(path: string) {
  const text = JSON.stringify({ repositoryMetadata: { 'repo:path': path } })
  const desktop = fakeDesktop({ list, read: async () => ok(aReading({ text, rows: tabulate(text) })) })
  const { user } = renderApp(desktop)
  await user.click(await screen.findByRole('textbox', { name: 'Asset' }))
  await user.paste('urn:aaid:aem:6d3a1c52-8f0e-4a7b-9c41-2e5f7d90b8aa')
  await user.keyboard('{Enter}')
  await screen.findByText(/^Read at/)
  return { desktop, choose: (action: WindowAction) => act(() => desktop.choose(action)) }
}

test('opens the asset that is shown in AEM, by its whole path', async () => {
  const path = `/content/dam/${'long/'.repeat(100)}tea.jpg`
  const { desktop, choose } = await openAsset(path)
  await choose('open-in-aem')
  await screen.findByText(/^Opened in your browser/)
  expect(desktop.seen.opened).toEqual([path])
})

test('opens nothing in AEM that has no page there', async () => {
  const { desktop, choose } = await openAsset('/conf/global/settings')
  await choose('open-in-aem')
  await choose('copy-link')
  await screen.findByText(/^Link copied/)
  expect([desktop.seen.opened, desktop.seen.copied]).toEqual([
    [],
    ['asset-inspector://open?bucket=author-p1-e2&asset=urn:aaid:aem:6d3a1c52-8f0e-4a7b-9c41-2e5f7d90b8aa'],
  ])
})
