// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aConnection, failed, fakeDesktop } from '../support/fake-desktop'
import { renderApp } from '../support/render-app'

test('the first start offers the demo and adding a connection, nothing else', async () => {
  renderApp(fakeDesktop())
  const demo = await screen.findByRole('button', { name: 'Try the demo' })
  const buttons = screen.getAllByRole('button').map((button) => button.textContent)
  expect({ buttons, isFocused: document.activeElement === demo }).toEqual({
    buttons: ['Try the demo', 'Add connection'],
    isFocused: true,
  })
})

test('the demo opens its connection, asks for its asset at once and takes the focus there', async () => {
  const desktop = fakeDesktop()
  const { user } = renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: 'Try the demo' }))
  const asset = await screen.findByRole('textbox', { name: 'Asset' })
  await waitFor(() => expect(desktop.seen.queries).toHaveLength(1))
  expect(desktop.seen.queries[0]).toMatchObject({
    connectionId: 'demo-id',
    bucket: 'author-p1-e2',
    asset: 'urn:aaid:aem:6d3a1c52-8f0e-4a7b-9c41-2e5f7d90b8aa',
  })
  expect(document.activeElement).toBe(asset)
})

test('a demo that does not start says so', async () => {
  const { user } = renderApp(fakeDesktop({ demo: () => failed({ kind: 'unexpected' }) }))
  await user.click(await screen.findByRole('button', { name: 'Try the demo' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong in Asset Inspector')
})

test('the demo stays in reach beside other connections', async () => {
  renderApp(fakeDesktop({ list: { connections: [aConnection()], setAside: null, forgotten: [] } }))
  await screen.findByRole('textbox', { name: 'Asset' })
  expect(screen.getAllByRole('button', { name: 'Try the demo' })).toHaveLength(1)
})

test('a connections file that was put aside is named', async () => {
  renderApp(
    fakeDesktop({ list: { connections: [], setAside: '/home/ada/connections.broken.json', forgotten: [] } }),
  )
  expect((await screen.findByRole('status')).textContent).toContain('/home/ada/connections.broken.json')
})
