// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aConnection, failed, fakeDesktop, ok } from '../support/fake-desktop'
import { renderApp } from '../support/render-app'

const secret = 'p8e-marker-secret'

function withOne(parts = {}) {
  return {
    connections: [aConnection(parts)],
    setAside: null,
    forgotten: [],
  }
}

async function openNew(desktop: ReturnType<typeof fakeDesktop>) {
  const app = renderApp(desktop)
  await app.user.click(await screen.findByRole('button', { name: 'Add connection' }))
  return app
}

function field(name: string) {
  return screen.getByRole('textbox', { name })
}
function secretField() {
  return screen.getByLabelText<HTMLInputElement>('Client secret')
}

test('adding a connection begins in its first field, with the usual scopes', async () => {
  await openNew(fakeDesktop())
  expect(document.activeElement).toBe(field('Connection name'))
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Scopes' }).value).toBe(
    'AdobeID, openid, aem.folders, aem.assets.author',
  )
})

test('what was typed is sent as typed, with the secret and its place', async () => {
  const desktop = fakeDesktop()
  const { user } = await openNew(desktop)
  await user.type(field('Connection name'), 'Shop')
  await user.click(screen.getByRole('radio', { name: 'Production' }))
  await user.type(field('Bucket'), 'author-p1-e2')
  await user.type(field('Client ID'), 'abc')
  await user.type(secretField(), secret)
  await user.click(screen.getByRole('button', { name: 'Save connection' }))
  await screen.findByText('Connection saved.')
  expect(desktop.seen.drafts).toEqual([
    {
      id: null,
      name: 'Shop',
      environment: 'production',
      bucket: 'author-p1-e2',
      clientId: 'abc',
      secret,
      scopes: 'AdobeID, openid, aem.folders, aem.assets.author',
      imsHost: '',
      aemHost: '',
      keepSecretIn: 'keychain',
      imported: null,
    },
  ])
})

test('after the first save the connection is current and its check is next', async () => {
  const { user } = await openNew(fakeDesktop())
  await user.type(field('Connection name'), 'Shop')
  await user.click(screen.getByRole('button', { name: 'Save connection' }))
  await screen.findByText('Connection saved.')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Check connection' }))
  expect(screen.getByRole('button', { name: /^Shop/, current: 'page' })).toBeTruthy()
})

test('a refused draft shows each problem at its field and puts the focus on the first', async () => {
  const desktop = fakeDesktop({
    save: () =>
      failed({
        kind: 'input',
        problems: [
          { field: 'scopes', code: 'scope-characters', values: { scope: 'a"b' } },
          {
            field: 'bucket',
            code: 'bucket-not-author',
            values: { tier: 'delivery', author: 'author-p1-e2' },
          },
        ],
      }),
  })
  const { user } = await openNew(desktop)
  await user.type(field('Bucket'), 'delivery-p1-e2')
  await user.type(secretField(), secret)
  await user.click(screen.getByRole('button', { name: 'Save connection' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Check 2 fields')
  const bucket = screen.getByRole<HTMLInputElement>('textbox', { name: 'Bucket' })
  await waitFor(() => expect(document.activeElement).toBe(bucket))
  expect(bucket.getAttribute('aria-invalid')).toBe('true')
  expect(describedBy(bucket)).toContain('This is a delivery host. Use the author instead: author-p1-e2.')
  expect({ bucket: bucket.value, secret: secretField().value }).toEqual({ bucket: 'delivery-p1-e2', secret })
})

test('a problem under Advanced opens it', async () => {
  function save() {
    return failed({
      kind: 'input',
      problems: [{ field: 'imsHost', code: 'host-not-https', values: { host: 'x' } }],
    })
  }
  const { user } = await openNew(fakeDesktop({ save }))
  expect(screen.getByRole('button', { name: 'Advanced' }).getAttribute('aria-expanded')).toBe('false')
  await user.click(screen.getByRole('button', { name: 'Save connection' }))
  await screen.findByRole('alert')
  expect(screen.getByRole('button', { name: 'Advanced' }).getAttribute('aria-expanded')).toBe('true')
  await waitFor(() => expect(document.activeElement).toBe(field('IMS host')))
})

test('a stored secret is not shown, and an empty field keeps it', async () => {
  const desktop = fakeDesktop({ list: withOne() })
  const { user } = renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: 'Connection settings' }))
  expect(secretField().value).toBe('')
  expect(describedBy(secretField())).toContain('Stored in the keychain since March 1, 2026.')
  await user.type(field('Connection name'), '!')
  await user.click(screen.getByRole('button', { name: 'Save connection' }))
  await screen.findByText('Connection saved.')
  expect(desktop.seen.drafts[0]?.secret).toBe('')
})

test('a saved secret is in no field, cache or session', async () => {
  const desktop = fakeDesktop()
  const { user, client } = await openNew(desktop)
  await user.type(field('Connection name'), 'Shop')
  await user.type(secretField(), secret)
  await waitFor(() => expect(desktop.seen.sessions).not.toHaveLength(0))
  await user.click(screen.getByRole('button', { name: 'Save connection' }))
  await screen.findByText('Connection saved.')
  const cached = [client.getQueryCache().getAll(), client.getMutationCache().getAll()]
    .flat()
    .map((entry) => JSON.stringify([entry.state, entry.options]))
  const places = [
    ...cached,
    JSON.stringify(desktop.seen.sessions),
    document.body.innerHTML,
    secretField().value,
  ]
  expect(places.filter((place) => place.includes(secret))).toEqual([])
})

test('a keychain that cannot be used offers this session only', async () => {
  const desktop = fakeDesktop({
    save: (draft) =>
      draft.keepSecretIn === 'keychain'
        ? failed({ kind: 'keychain', problem: 'locked', detail: '' })
        : ok(aConnection({ id: 'new-id', secret: { place: 'session', since: '2026-03-01T09:00:00.000Z' } })),
  })
  const { user } = await openNew(desktop)
  await user.type(secretField(), secret)
  await user.click(screen.getByRole('button', { name: 'Save connection' }))
  expect((await screen.findByRole('alert')).textContent).toContain('The keychain is locked.')
  await user.click(screen.getByRole('button', { name: 'Keep for this session only' }))
  await screen.findByText('Secret in memory only, until you quit')
  expect(desktop.seen.drafts.map(({ keepSecretIn, secret: sent }) => [keepSecretIn, sent])).toEqual([
    ['keychain', secret],
    ['session', secret],
  ])
})

test('unsaved edits survive going to another page, and can be discarded', async () => {
  const desktop = fakeDesktop({ list: withOne() })
  const { user } = renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: 'Connection settings' }))
  await user.type(field('Connection name'), ' 2')
  await user.click(screen.getByRole('button', { name: 'Browse' }))
  await user.click(screen.getByRole('button', { name: 'Connection settings' }))
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Connection name' }).value).toBe(
    'Shop, development 2',
  )
  expect(within(screen.getByRole('main')).getByText('Unsaved changes')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Discard changes' }))
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Connection name' }).value).toBe(
    'Shop, development',
  )
  await waitFor(() => expect(desktop.seen.sessions.at(-1)).toEqual({ unsavedDrafts: [] }))
})

function describedBy(element: HTMLElement): string {
  return (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ')
}
