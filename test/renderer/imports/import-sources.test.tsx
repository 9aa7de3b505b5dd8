// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { ImportRefusal } from '../../../src/shared/imports'
import { aConnection, failed, ok } from '../support/fake-desktop'
import { aCandidate, drop, found, importing, openNew, refused, textOf } from '../support/imports'
import { renderApp } from '../support/render-app'

const marker = 'p8e-marker-secret'
const env = `CLIENT_ID=abc\nCLIENT_SECRET=${marker}`

function pasteOnPage(text: string, target: Element = document.body) {
  return fireEvent.paste(target, { clipboardData: { files: [], getData: () => text } })
}

test('a file dropped on any page is imported into a new connection', async () => {
  const list = { connections: [aConnection()], setAside: null, forgotten: [] }
  const desktop = importing(found(aCandidate()), { list })
  renderApp(desktop)
  await screen.findByRole('button', { name: 'Get metadata' })
  drop(new File([env], 'live.env'))
  await waitFor(() => expect(textOf('Connection name')).toBe('Asset export'))
  expect(desktop.texts).toEqual([{ text: env, fileName: 'live.env' }])
})

test('a file held over the window is told where it can go', async () => {
  renderApp(importing(found(aCandidate())))
  await screen.findByRole('button', { name: 'Add connection' })
  fireEvent.dragEnter(document.body, { dataTransfer: { types: ['Files'], files: [] } })
  expect(await screen.findByText('Drop the file to import its credential')).toBeTruthy()
  fireEvent.dragLeave(document.body, { dataTransfer: { types: ['Files'], files: [] }, relatedTarget: null })
  expect(screen.queryByText('Drop the file to import its credential')).toBeNull()
})

test('text in UTF-16, as PowerShell writes it, is read as such', async () => {
  const desktop = importing(found(aCandidate()))
  await openNew(desktop)
  drop(new File([new Uint8Array([0xff, 0xfe]), new Uint16Array([65, 61, 0xe9])], 'a.env'))
  await waitFor(() => expect(desktop.texts).toEqual([{ text: 'A=é', fileName: 'a.env' }]))
})

test('a file that is too large is refused unread', async () => {
  const desktop = importing(found(aCandidate()))
  await openNew(desktop)
  drop(new File([new Uint8Array(1_048_577)], 'video.mp4'))
  expect((await screen.findByRole('alert')).textContent).toContain('Too large to be a credential')
  expect(desktop.texts).toEqual([])
})

test('of several files none is read', async () => {
  const desktop = importing(found(aCandidate()))
  await openNew(desktop)
  drop(new File(['a'], 'a.json'), new File(['b'], 'b.json'))
  expect((await screen.findByRole('alert')).textContent).toContain('Drop one file at a time')
  expect(desktop.texts).toEqual([])
})

test('text pasted while no field has the focus is imported', async () => {
  const desktop = importing(found(aCandidate()))
  await openNew(desktop)
  pasteOnPage(env)
  await waitFor(() => expect(textOf('Connection name')).toBe('Asset export'))
  expect(desktop.texts).toEqual([{ text: env, fileName: null }])
})

test('text pasted into a field belongs to the field', async () => {
  const desktop = importing(found(aCandidate()))
  await openNew(desktop)
  pasteOnPage('author-p1-e2', screen.getByLabelText('Bucket'))
  expect(desktop.texts).toEqual([])
})

test('text pasted into the dialog is read at once and then nowhere', async () => {
  const desktop = importing(found(aCandidate()))
  const { user, client } = await openNew(desktop)
  await user.click(screen.getByRole('button', { name: 'Paste text…' }))
  await user.click(await screen.findByLabelText('Text to import'))
  await user.paste(env)
  await waitFor(() => expect(textOf('Connection name')).toBe('Asset export'))
  await waitFor(() => expect(screen.queryByLabelText('Text to import')).toBeNull())
  expect(desktop.texts).toEqual([{ text: env, fileName: null }])
  const cached = [client.getQueryCache().getAll(), client.getMutationCache().getAll()]
    .flat()
    .map((entry) => JSON.stringify([entry.state, entry.options]))
  const places = [
    ...cached,
    JSON.stringify(desktop.seen),
    document.body.innerHTML,
    JSON.stringify(localStorage),
  ]
  expect(places.filter((place) => place.includes(marker))).toEqual([])
})

test('text refused in the dialog stays there to be mended', async () => {
  const { user } = await openNew(importing(refused('broken-json')))
  await user.click(screen.getByRole('button', { name: 'Paste text…' }))
  const dialog = await screen.findByRole('dialog')
  await user.type(within(dialog).getByLabelText('Text to import'), 'x')
  await user.click(within(dialog).getByRole('button', { name: 'Import' }))
  expect((await within(dialog).findByRole('alert')).textContent).toContain('This JSON is damaged')
  expect(textOf('Text to import')).toBe('x')
})

test.each<[ImportRefusal, RegExp]>([
  ['aem-service-credentials', /AEM Developer Console.*developer\.adobe\.com\/console.*Download/],
  ['local-development-token', /expires after a day.*developer\.adobe\.com\/console.*Download/],
  ['user-auth-credential', /person in a browser.*developer\.adobe\.com\/console.*Download/],
  ['jwt-credential', /has retired these.*migrate.*Download/],
  ['api-key-only', /without a client secret.*Download/],
  ['no-credential', /AEM Assets Author API.*Download/],
])('a file that cannot be used says which one to fetch, and where: %s', async (refusal, words) => {
  const { user } = await openNew(importing(refused(refusal)))
  await user.click(screen.getByRole('button', { name: 'Choose file…' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(words)
})

test('a file that could not be read says so', async () => {
  const { user } = await openNew(importing(failed({ kind: 'storage', path: '/a/b.json', detail: '' })))
  await user.click(screen.getByRole('button', { name: 'Choose file…' }))
  expect((await screen.findByRole('alert')).textContent).toContain('/a/b.json')
})

test('closing a refusal goes on in the form', async () => {
  const { user } = await openNew(importing(refused('empty')))
  await user.click(screen.getByRole('button', { name: 'Choose file…' }))
  await user.click(await screen.findByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('alert')).toBeNull()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Connection name')))
})

test('a choice of a file that was cancelled changes nothing', async () => {
  const desktop = importing(found(aCandidate()))
  const cancelled = { ...desktop, api: { ...desktop.api, openImportFile: async () => ok(null) } }
  const { user } = await openNew(cancelled)
  await user.click(screen.getByRole('button', { name: 'Choose file…' }))
  expect(screen.getByRole('heading', { name: 'Drop a credential file here' })).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})
