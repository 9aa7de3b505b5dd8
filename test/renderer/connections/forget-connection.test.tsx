// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aConnection, failed, fakeDesktop, ok } from '../support/fake-desktop'
import { renderApp } from '../support/render-app'

const list = { connections: [aConnection()], setAside: null, forgotten: [] }

async function forget(desktop: ReturnType<typeof fakeDesktop>) {
  const app = renderApp(desktop)
  await app.user.click(await screen.findByRole('button', { name: 'Connection settings' }))
  await app.user.click(screen.getByRole('button', { name: 'Forget connection' }))
  const dialog = await screen.findByRole('alertdialog')
  return { ...app, dialog }
}

test('forgetting asks first and says what is removed', async () => {
  const { dialog } = await forget(fakeDesktop({ list }))
  expect(dialog.textContent).toContain('Removes its client secret from the keychain')
})

test('a forgotten connection is gone from the list and can be brought back', async () => {
  const { user, dialog } = await forget(fakeDesktop({ list }))
  await user.click(within(dialog).getByRole('button', { name: 'Forget' }))
  await screen.findByText(/was forgotten/)
  expect(screen.queryByRole('button', { name: /^Shop, development/ })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(await screen.findByRole('button', { name: /^Shop, development/, current: 'page' })).toBeTruthy()
})

test('after the notice is closed, the sidebar still brings it back', async () => {
  const { user, dialog } = await forget(fakeDesktop({ list }))
  await user.click(within(dialog).getByRole('button', { name: 'Forget' }))
  await user.click(await screen.findByRole('button', { name: /^Restore/ }))
  expect(await screen.findByText(/is back/)).toBeTruthy()
})

test('a connection that could not be forgotten stays, with the reason', async () => {
  const desktop = fakeDesktop({
    list,
    forget: () => failed({ kind: 'keychain', problem: 'hung', detail: '' }),
  })
  const { user, dialog } = await forget(desktop)
  await user.click(within(dialog).getByRole('button', { name: 'Forget' }))
  expect((await screen.findByRole('alert')).textContent).toContain('The keychain isn’t responding.')
  await waitFor(() => expect(screen.getByRole('button', { name: /^Shop, development/ })).toBeTruthy())
})

test('a connection whose secret cannot be read is forgotten only when that is asked for', async () => {
  const asked: boolean[] = []
  const desktop = fakeDesktop({
    list,
    forget: ({ forGood }) => {
      asked.push(forGood)
      return forGood
        ? ok({ list: { ...list, connections: [] }, isSecretLeft: true })
        : failed({ kind: 'keychain', problem: 'locked', detail: '' })
    },
  })
  const { user, dialog } = await forget(desktop)
  await user.click(within(dialog).getByRole('button', { name: 'Forget' }))
  await user.click(await screen.findByRole('button', { name: 'Forget anyway' }))
  expect(await screen.findByText(/client secret is still in the keychain/)).toBeTruthy()
  expect([asked, screen.queryByRole('button', { name: 'Undo' })]).toEqual([[false, true], null])
})

test.each(['{Control>},{/Control}', '{F6}'])(
  'the shortcut %s does nothing behind the question',
  async (keys) => {
    const { user, dialog } = await forget(fakeDesktop({ list }))
    await user.keyboard(keys)
    expect([dialog.isConnected, dialog.contains(document.activeElement)]).toEqual([true, true])
  },
)
