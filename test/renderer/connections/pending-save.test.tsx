// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Connection } from '../../../src/shared/connections'
import type { Result } from '../../../src/shared/result'
import type { UnsavedDraft } from '../../../src/shared/session'
import { aConnection, fakeDesktop, ok } from '../support/fake-desktop'
import { renderApp } from '../support/render-app'

const connection = aConnection()
const other = aConnection({ id: 'live-id', name: 'Shop, live' })
const list = { connections: [connection, other], setAside: null, forgotten: [] }

function field(name: string) {
  return screen.getByLabelText<HTMLInputElement>(name)
}
function type(name: string, value: string) {
  fireEvent.change(field(name), { target: { value } })
}

/** A window whose saves end when a test says so. */
async function open(opened: typeof list, page: string) {
  const saves: ((result: Result<Connection>) => void)[] = []
  const desktop = fakeDesktop({ list: opened, save: () => new Promise((resolve) => saves.push(resolve)) })
  const { user } = renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: page }))
  await screen.findByLabelText('Connection name')
  async function save(button = 'Save connection') {
    await user.click(screen.getByRole('button', { name: button }))
    await waitFor(() => expect(saves).toHaveLength(1))
  }
  async function end(saved: Connection) {
    await act(async () => saves[0]?.(ok(saved)))
    await screen.findByText('Connection saved.')
  }
  return { desktop, user, save, end }
}

test('what is typed into a field while it is saved stays', async () => {
  const { save, end } = await open(list, 'Connection settings')
  type('Connection name', 'Renamed')
  await save()
  type('Scopes', 'openid')
  await end({ ...connection, name: 'Renamed' })
  expect([field('Connection name').value, field('Scopes').value]).toEqual(['Renamed', 'openid'])
  expect(screen.getAllByText('Unsaved changes').length).toBeGreaterThan(0)
})

test('what is set back while it is saved stays set back', async () => {
  const { save, end } = await open(list, 'Connection settings')
  type('Connection name', 'Renamed')
  await save()
  type('Connection name', connection.name)
  await end({ ...connection, name: 'Renamed' })
  expect(field('Connection name').value).toBe(connection.name)
})

test('a secret that is typed while another one is saved stays', async () => {
  const { save, end } = await open(list, 'Connection settings')
  type('Client secret', 'first')
  await save()
  type('Client secret', 'second')
  await end(connection)
  expect(field('Client secret').value).toBe('second')
})

test('a secret that was saved goes', async () => {
  const { save, end } = await open(list, 'Connection settings')
  type('Client secret', 'first')
  await save()
  await end(connection)
  expect(field('Client secret').value).toBe('')
})

test('what is typed while a new connection is saved goes along to it', async () => {
  const { save, end } = await open(list, 'Add connection')
  type('Connection name', 'New')
  await save()
  type('Bucket', 'author-p7-e8')
  expect(field('Client secret').readOnly).toBe(true)
  await end(aConnection({ id: 'new-id', name: 'New', bucket: 'author-p1-e2' }))
  await screen.findByRole('button', { name: 'Forget connection' })
  expect([field('Connection name').value, field('Bucket').value]).toEqual(['New', 'author-p7-e8'])
})

test.each(['Save connection', 'Check connection'])(
  '“%s” does not take a user along who has gone elsewhere',
  async (button) => {
    const { desktop, user, save, end } = await open(list, 'Add connection')
    type('Connection name', 'New')
    await save(button)
    await user.click(screen.getByRole('button', { name: /^Shop, live/ }))
    await screen.findByRole('textbox', { name: 'Asset' })
    await end(aConnection({ id: 'new-id', name: 'New' }))
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Shop, live')
    expect(desktop.seen.checks).toEqual([])
  },
)

test('the edits of several connections outlive a restart', async () => {
  function draftOf({ id, bucket, clientId }: Connection, name: string): UnsavedDraft {
    const hosts = { imsHost: '', aemHost: '' }
    return { id, name, environment: 'stage', bucket, clientId, scopes: 'openid', ...hosts }
  }
  const unsavedDrafts = [draftOf(connection, 'One'), draftOf(other, 'Two')]
  const desktop = fakeDesktop({
    list,
    session: { theme: 'light', lastWork: null, unsavedDrafts, remindedOn: null },
  })
  const { user } = renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: 'Connection settings' }))
  await waitFor(() => expect(field('Connection name').value).toBe('One'))
  type('Connection name', 'One more')
  const names = ['Two', 'One more']
  await waitFor(() =>
    expect(desktop.seen.sessions.at(-1)?.unsavedDrafts?.map(({ name }) => name)).toEqual(names),
  )
})
