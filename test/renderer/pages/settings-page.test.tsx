// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aConnection, failed, fakeDesktop } from '../support/fake-desktop'
import { renderApp } from '../support/render-app'

const list = { connections: [aConnection()], setAside: null, forgotten: [] }

async function open(answers: Parameters<typeof fakeDesktop>[0] = {}) {
  const desktop = fakeDesktop({ list, ...answers })
  const { user } = renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: 'Settings' }))
  await screen.findByRole('heading', { level: 1, name: 'Settings' })
  await screen.findByRole('heading', { name: 'Hosts contacted' })
  return { desktop, user }
}

test('Ctrl+comma opens the settings and leads back', async () => {
  const { user } = renderApp(fakeDesktop({ list }))
  await screen.findByRole('textbox', { name: 'Asset' })
  await user.keyboard('{Control>},{/Control}')
  await screen.findByRole('heading', { level: 1, name: 'Settings' })
  await user.keyboard('{Control>},{/Control}')
  expect(await screen.findByRole('textbox', { name: 'Asset' })).toBeTruthy()
})

test('a timeout is saved with Enter', async () => {
  const { desktop, user } = await open()
  const field = screen.getByRole('textbox', { name: 'AEM timeout (seconds)' })
  await user.clear(field)
  await user.type(field, '300{Enter}')
  await screen.findByText('Saved.')
  expect(desktop.seen.settings).toEqual([{ aemTimeout: '300' }])
})

test('a timeout that makes no sense is told at its field', async () => {
  const { user } = await open({
    changeSettings: () =>
      failed({
        kind: 'input',
        problems: [{ field: 'imsTimeout', code: 'seconds-out-of-range', values: { least: 5, most: 300 } }],
      }),
  })
  const field = screen.getByRole('textbox', { name: 'Adobe IMS timeout (seconds)' })
  await user.clear(field)
  await user.type(field, '2{Enter}')
  await screen.findByText('Enter whole seconds, from 5 to 300.')
  expect(field.getAttribute('aria-invalid')).toBe('true')
})

test('history is switched off', async () => {
  const { desktop, user } = await open()
  await user.click(screen.getByRole('switch', { name: 'Keep history' }))
  await waitFor(() => expect(desktop.seen.settings).toEqual([{ keepsHistory: false }]))
})

test('everything kept is deleted only after asking', async () => {
  const { desktop, user } = await open()
  await user.click(screen.getByRole('button', { name: 'Delete all saved data' }))
  const dialog = await screen.findByRole('alertdialog')
  expect(desktop.seen.deletedKept).toBe(0)
  await user.click(within(dialog).getByRole('button', { name: 'Delete everything' }))
  await screen.findByText('All saved data was deleted.')
  expect(desktop.seen.deletedKept).toBe(1)
})

test('says where things are kept and opens the folder', async () => {
  const { desktop, user } = await open()
  const places = screen.getByRole('table', { name: 'Storage locations' })
  expect(places.textContent).toContain('/home/user/.config/asset-inspector/kept')
  await user.click(screen.getByRole('button', { name: 'Open folder' }))
  await waitFor(() => expect(desktop.seen.openedFolder).toBe(1))
})

test('dates follow the language that was chosen', async () => {
  const history = [
    {
      connectionId: 'dev-id',
      author: 'https://author-p1-e2.adobeaemcloud.com',
      clientId: '0123456789abcdef0123456789abcdef',
      assetId: 'x',
      names: { title: 'Tea', name: null, path: null },
      at: '2026-03-01T09:00:00.000Z',
      outcome: 'read' as const,
    },
  ]
  renderApp(fakeDesktop({ list, kept: { history }, settings: { dateLocale: 'de-DE' } }))
  const entries = await screen.findByRole('list', { name: 'History' })
  await waitFor(() => expect(entries.textContent).toContain('01.03.2026'))
})

test('settings that are not known for certain are told of', async () => {
  const path = '/home/user/.config/asset-inspector/settings.json'
  renderApp(fakeDesktop({ list, settings: { trouble: { kind: 'unreadable', path }, keepsHistory: false } }))
  const notice = await screen.findByText(/^Your settings in/)
  expect(notice.textContent).toContain(path)
})
