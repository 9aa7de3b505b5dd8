// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aConnection, failed, ok } from '../support/fake-desktop'
import { aCandidate, found, importing, openNew, textOf } from '../support/imports'

function chooseFile() {
  return screen.getByRole('button', { name: 'Choose file…' })
}
function saveButton() {
  return screen.getByRole('button', { name: 'Save connection' })
}
function secretWords(): string {
  const field = screen.getByLabelText('Client secret')
  const ids = (field.getAttribute('aria-describedby') ?? '').split(' ')
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
}

test('a file with one credential fills the form, and the bucket is next', async () => {
  const { user } = await openNew(importing(found(aCandidate())))
  await user.click(chooseFile())
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Bucket')))
  expect(['Connection name', 'Client ID', 'Scopes', 'Client secret'].map(textOf)).toEqual([
    'Asset export',
    '0123456789abcdef0123456789abcdef',
    'openid, aem.assets.author',
    '',
  ])
})

test('a shared connection needs a secret, which is next', async () => {
  const shared = aCandidate({ secretCount: 0, bucket: 'author-p1-e2', environment: 'stage' })
  const { user } = await openNew(importing(found(shared)))
  await user.click(chooseFile())
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Client secret')))
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Stage' }).checked).toBe(true)
})

test('a credential without a name leaves the name to the user', async () => {
  const clientId = '0123456789abcdef0123456789abcdef'
  const { user } = await openNew(importing(found(aCandidate({ name: clientId, clientId }))))
  await user.click(chooseFile())
  await waitFor(() => expect(textOf('Client ID')).toBe(clientId))
  expect(textOf('Connection name')).toBe('')
})

test('a name that another connection has gets a number', async () => {
  const list = { connections: [aConnection({ name: 'Asset export' })], setAside: null, forgotten: [] }
  const { user } = await openNew(importing(found(aCandidate()), { list }))
  await user.click(chooseFile())
  await waitFor(() => expect(textOf('Connection name')).toBe('Asset export (2)'))
})

test('the field of an imported secret is empty and says why', async () => {
  const { user } = await openNew(importing(found(aCandidate())))
  await user.click(chooseFile())
  await waitFor(() =>
    expect(screen.getByLabelText('Client secret').getAttribute('placeholder')).toBe('Imported, not shown'),
  )
  expect(textOf('Client secret')).toBe('')
})

test('who has no credential copies the request for one', async () => {
  const desktop = importing(found(aCandidate()))
  const { user } = await openNew(desktop)
  await user.click(screen.getByRole('button', { name: /^I don’t have one/ }))
  await waitFor(() => expect(desktop.seen.copied[0]).toContain('OAuth Server-to-Server'))
  expect(desktop.seen.copied[0]).toContain('aem.assets.author')
})

test('what the import left out is told', async () => {
  const leftOut = { secretCount: 1, imsHost: 'https://ims.example.com', aemHost: null }
  const { user } = await openNew(importing(found(aCandidate({ secretCount: 2, leftOut }))))
  await user.click(chooseFile())
  const taken = (await screen.findByText('Imported from an Adobe Developer Console project')).parentElement
  expect(taken?.textContent).toContain('One secret was left out')
  expect(taken?.textContent).toMatch(/IMS host .https:\/\/ims\.example\.com. was left out/)
  expect(taken?.textContent).not.toContain('AEM host')
})

test('saving names the credential of the import', async () => {
  const desktop = importing(found(aCandidate()))
  const { user } = await openNew(desktop)
  await user.click(chooseFile())
  await waitFor(() => expect(textOf('Connection name')).toBe('Asset export'))
  await user.click(saveButton())
  await screen.findByText('Connection saved.')
  expect(desktop.seen.drafts.map(({ imported, secret }) => ({ imported, secret }))).toEqual([
    { imported: { importId: 'import-id', candidate: 0 }, secret: '' },
  ])
})

test('of several credentials the user takes one', async () => {
  const desktop = importing(found(aCandidate(), aCandidate({ name: 'Second', migrated: true })))
  const { user } = await openNew(desktop)
  await user.click(chooseFile())
  const dialog = await screen.findByRole('dialog', { name: 'Which credential?' })
  await user.click(within(dialog).getByRole('button', { name: /^Second.*migrated from JWT/ }))
  await waitFor(() => expect(textOf('Connection name')).toBe('Second'))
  await user.click(saveButton())
  await screen.findByText('Connection saved.')
  expect(desktop.seen.drafts[0]?.imported).toEqual({ importId: 'import-id', candidate: 1 })
})

test('cancelling the choice leaves the form as it was', async () => {
  const { user } = await openNew(importing(found(aCandidate(), aCandidate({ name: 'Second' }))))
  await user.click(chooseFile())
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Cancel' }))
  expect(textOf('Connection name')).toBe('')
})

test.each([
  { answer: 'Keep what I typed', name: 'Mine' },
  { answer: 'Replace', name: 'Asset export' },
  { answer: 'Cancel', name: 'Mine' },
])('typed text is not overwritten without asking: $answer', async ({ answer, name }) => {
  const { user } = await openNew(importing(found(aCandidate())))
  await user.type(screen.getByLabelText('Connection name'), 'Mine')
  await user.click(chooseFile())
  const question = await screen.findByRole('alertdialog')
  expect(question.textContent).toContain('Connection name')
  await user.click(within(question).getByRole('button', { name: answer }))
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
  expect(textOf('Connection name')).toBe(name)
})

test('what the import says nothing about stays without a question', async () => {
  const { user } = await openNew(importing(found(aCandidate())))
  await user.type(screen.getByLabelText('Bucket'), 'author-p1-e2')
  await user.click(chooseFile())
  await waitFor(() => expect(textOf('Connection name')).toBe('Asset export'))
  expect(textOf('Bucket')).toBe('author-p1-e2')
})

test('undoing takes back what was filled in, not what was typed since', async () => {
  const desktop = importing(found(aCandidate()))
  const { user } = await openNew(desktop)
  await user.click(chooseFile())
  await user.click(await screen.findByRole('button', { name: 'Undo import' }))
  expect(textOf('Client ID')).toBe('')

  await user.click(chooseFile())
  await waitFor(() => expect(textOf('Connection name')).toBe('Asset export'))
  await user.type(screen.getByLabelText('Bucket'), 'author-p1-e2')
  await user.click(screen.getByRole('button', { name: 'Undo import' }))
  expect(['Connection name', 'Bucket'].map(textOf)).toEqual(['', 'author-p1-e2'])
})

test('after undoing, its secrets are not saved', async () => {
  const desktop = importing(found(aCandidate()))
  const { user } = await openNew(desktop)
  await user.click(chooseFile())
  await user.click(await screen.findByRole('button', { name: 'Undo import' }))
  await user.click(saveButton())
  await waitFor(() => expect(desktop.seen.drafts.map(({ imported }) => imported)).toEqual([null]))
})

test('the field of the secret tells how many were imported, and what typing one means', async () => {
  const { user } = await openNew(importing(found(aCandidate({ secretCount: 2 }))))
  await user.click(chooseFile())
  await waitFor(() => expect(secretWords()).toContain('2 secrets imported'))
  await user.type(screen.getByLabelText('Client secret'), 'typed')
  expect(secretWords()).toContain('in place of the first imported secret')
})

test('an import survives going to another page and back', async () => {
  const list = { connections: [aConnection()], setAside: null, forgotten: [] }
  const desktop = importing(found(aCandidate()), { list })
  const { user } = await openNew(desktop)
  await user.click(chooseFile())
  await waitFor(() => expect(textOf('Connection name')).toBe('Asset export'))
  await user.click(screen.getByRole('button', { name: /^Shop, development/ }))
  await user.click(screen.getByRole('button', { name: /^New connection/ }))
  await user.click(saveButton())
  await screen.findByText('Connection saved.')
  expect(desktop.seen.drafts[0]?.imported).toEqual({ importId: 'import-id', candidate: 0 })
})

test('when its secrets are no longer available, a typed one is saved alone', async () => {
  const desktop = importing(found(aCandidate()), {
    save: ({ imported }) =>
      imported
        ? failed({ kind: 'input', problems: [{ field: 'secret', code: 'import-gone', values: {} }] })
        : ok(aConnection({ id: 'new-id' })),
  })
  const { user } = await openNew(desktop)
  await user.click(chooseFile())
  await waitFor(() => expect(textOf('Connection name')).toBe('Asset export'))
  await user.click(saveButton())
  expect((await screen.findByRole('alert')).textContent).toContain('no longer available')
  await user.type(screen.getByLabelText('Client secret'), 'typed')
  await user.click(saveButton())
  await screen.findByText('Connection saved.')
  expect(desktop.seen.drafts.at(-1)).toMatchObject({ secret: 'typed', imported: null })
})

test('a saved import says that the file still holds the secret', async () => {
  const { user } = await openNew(importing(found(aCandidate())))
  await user.click(chooseFile())
  await waitFor(() => expect(textOf('Connection name')).toBe('Asset export'))
  await user.click(saveButton())
  expect(await screen.findByText(/^The imported file still contains the client secret/)).toBeTruthy()
})

test('a secret in memory alone is no reason to delete its file', async () => {
  const { user } = await openNew(
    importing(found(aCandidate()), {
      save: () =>
        ok(aConnection({ id: 'new-id', secret: { place: 'session', since: '2026-03-01T09:00:00.000Z' } })),
    }),
  )
  await user.click(chooseFile())
  await waitFor(() => expect(textOf('Connection name')).toBe('Asset export'))
  await user.click(saveButton())
  await screen.findByText('Connection saved.')
  expect(screen.queryByText(/^The file that you imported/)).toBeNull()
})
