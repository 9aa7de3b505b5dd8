// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aConnection, fakeDesktop } from '../support/fake-desktop'
import { renderApp } from '../support/render-app'

const waiting = /The keychain hasn’t answered yet/

async function openWaiting() {
  const desktop = fakeDesktop({ list: { connections: [aConnection()], setAside: null, forgotten: [] } })
  const app = renderApp(desktop)
  await screen.findByRole('textbox', { name: 'Asset' })
  act(() => desktop.reportWaiting(true))
  return { ...app, desktop }
}

test('a keychain that keeps waiting is told of, with where to look', async () => {
  await openWaiting()
  expect(screen.getByText(waiting).getAttribute('role')).toBe('status')
})

test('once the keychain has answered, nothing more is said', async () => {
  const { desktop } = await openWaiting()
  act(() => desktop.reportWaiting(false))
  expect(screen.queryByText(waiting)).toBeNull()
})

test('the waiting can be ended', async () => {
  const { user, desktop } = await openWaiting()
  await user.click(screen.getByRole('button', { name: 'Stop waiting' }))
  expect(desktop.seen.waitsEnded).toBe(1)
})
