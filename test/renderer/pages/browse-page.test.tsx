// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { ConnectionDraft } from '../../../src/shared/connections'
import type { MetadataReading } from '../../../src/shared/metadata'
import type { Result } from '../../../src/shared/result'
import { aConnection, aReading, failed, fakeDesktop, ok } from '../support/fake-desktop'
import { documentOf } from '../support/json-nodes'
import { renderApp } from '../support/render-app'

const list = { connections: [aConnection()], setAside: null, forgotten: [] }
const assetId = 'urn:aaid:aem:6d3a1c52-8f0e-4a7b-9c41-2e5f7d90b8aa'

async function open(desktop: ReturnType<typeof fakeDesktop>) {
  const app = renderApp(desktop)
  const asset = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Asset' })
  async function ask() {
    await app.user.click(asset)
    await app.user.paste(assetId)
    await app.user.keyboard('{Enter}')
  }
  return { ...app, asset, ask }
}

/** Answers that a test gives one by one. */
function oneByOne(answers: readonly Result<MetadataReading>[]) {
  const left = [...answers]
  return async () => left.shift() ?? failed({ kind: 'unexpected' })
}

const notAllowListed = failed({
  kind: 'failure',
  cause: 'aem-client-not-allowlisted',
  values: { clientId: 'abc', bucket: 'author-p1-e2' },
  evidence: null,
})

test('the first field to type in has the focus, and the page teaches what belongs there', async () => {
  const { asset } = await open(fakeDesktop({ list }))
  expect(document.activeElement).toBe(asset)
  expect(screen.getByText(/jcr:uuid/)).toBeTruthy()
})

test('Enter asks for the asset and shows what was read', async () => {
  const desktop = fakeDesktop({ list })
  const { ask } = await open(desktop)
  await ask()
  const status = await screen.findByText(/^Read at/)
  expect(status.closest('[role=status]')?.textContent).toContain(assetId)
  expect(desktop.seen.queries[0]).toMatchObject({
    connectionId: 'dev-id',
    bucket: 'author-p1-e2',
    asset: assetId,
  })
})

test('Ctrl+Enter asks from anywhere on the page', async () => {
  const desktop = fakeDesktop({ list })
  const { user } = await open(desktop)
  await user.click(screen.getByRole('button', { name: /^Shop/ }))
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(desktop.seen.queries).toHaveLength(1))
})

test('while it works it says what it does, and Escape ends it', async () => {
  const desktop = fakeDesktop({ list, read: () => new Promise(() => undefined) })
  const { user, asset } = await open(desktop)
  await user.type(asset, 'x{Enter}')
  const bar = await screen.findByRole('progressbar')
  const ticket = desktop.seen.queries[0]?.ticket ?? ''
  act(() => desktop.report({ ticket, stage: 'body', receivedBytes: 1_200_000 }))
  await waitFor(() => expect(document.body.textContent).toContain('Receiving the metadata: 1.2 MB'))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(bar.isConnected).toBe(false))
  expect(desktop.seen.cancelled).toEqual([ticket])
})

test('progress of other work is not shown', async () => {
  const desktop = fakeDesktop({ list, read: () => new Promise(() => undefined) })
  const { user, asset } = await open(desktop)
  await user.type(asset, 'x{Enter}')
  await screen.findByRole('progressbar')
  act(() => desktop.report({ ticket: 'other', stage: 'parse', receivedBytes: 0 }))
  expect(document.body.textContent).not.toContain('Reading the metadata')
})

test('an asset that has not changed says since when', async () => {
  const read = oneByOne([ok(aReading()), ok(aReading({ confirmedAt: '2026-03-01T10:00:00.000Z' }))])
  const { user, ask } = await open(fakeDesktop({ list, read }))
  await ask()
  await screen.findByText(/^Read at/)
  await user.click(screen.getByRole('button', { name: 'Get metadata' }))
  expect(await screen.findByText(/^Unchanged since/)).toBeTruthy()
})

test('a failed second read keeps what was there, marked as from before', async () => {
  const read = oneByOne([ok(aReading()), notAllowListed])
  const { user, ask } = await open(fakeDesktop({ list, read }))
  await ask()
  await screen.findByText(/^Read at/)
  await user.click(screen.getByRole('button', { name: 'Get metadata' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Add abc to data.allowedClientIDs.author')
  expect(screen.getByText(/^Older: read at/)).toBeTruthy()
  expect(screen.getByRole('treegrid', { name: 'Metadata' })).toBeTruthy()
})

test('a failed read has the texts for the developer, after the request to whoever can fix it', async () => {
  const { user, ask } = await open(fakeDesktop({ list, read: oneByOne([notAllowListed]) }))
  await ask()
  const request = await screen.findByRole('button', { name: 'Copy request to the Cloud Manager deployer' })
  const developer = screen.getByRole('button', { name: 'For the developer' })
  expect(request.compareDocumentPosition(developer)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  await user.click(developer)
  expect(screen.getByRole('button', { name: 'Copy: config/api.yaml' })).toBeTruthy()
})

test('a scope that the connection lacks is added with one press, and the asset read again', async () => {
  const lacking = aConnection({ scopes: ['openid'] })
  function save(draft: ConnectionDraft) {
    return ok({ ...lacking, scopes: draft.scopes.split(', ') })
  }
  const error = { kind: 'failure', cause: 'aem-scopes-missing', values: {}, evidence: null } as const
  const desktop = fakeDesktop({
    list: { ...list, connections: [lacking] },
    save,
    read: oneByOne([failed(error), ok(aReading())]),
  })
  const { user, ask } = await open(desktop)
  await ask()
  await user.click(await screen.findByRole('button', { name: 'Add aem.assets.author and try again' }))
  await screen.findByText(/^Read at/)
  expect(desktop.seen.drafts.map(({ scopes, secret }) => [scopes, secret])).toEqual([
    ['openid, aem.assets.author', ''],
  ])
})

test('a failed read is handed to whoever can fix it', async () => {
  const desktop = fakeDesktop({ list, read: oneByOne([notAllowListed]) })
  const { user, ask } = await open(desktop)
  await ask()
  await user.click(await screen.findByRole('button', { name: 'Copy request to the Cloud Manager deployer' }))
  const request = desktop.seen.copied[0]
  expect(request).toContain('Please add the client ID below to data.allowedClientIDs.author')
  expect(request).toContain(`- Asset: ${assetId}`)
  expect(request).not.toContain('Step ')
})

test('an asset ID that is none is told at the field until it is edited', async () => {
  async function read() {
    return failed({ kind: 'input', problems: [{ field: 'asset', code: 'asset-has-path', values: {} }] })
  }
  const { user, asset } = await open(fakeDesktop({ list, read }))
  await user.type(asset, 'a/b{Enter}')
  await screen.findByRole('alert')
  expect(asset.getAttribute('aria-invalid')).toBe('true')
  await user.type(asset, 'c')
  expect(asset.getAttribute('aria-invalid')).toBeNull()
})

test('what was last asked for is kept, and back after a restart without being sent', async () => {
  const first = fakeDesktop({ list })
  const { ask } = await open(first)
  await ask()
  const lastWork = { connectionId: 'dev-id', bucket: 'author-p1-e2', asset: assetId }
  await waitFor(() => expect(first.seen.sessions.at(-1)).toEqual({ lastWork }))

  document.body.replaceChildren()
  const second = fakeDesktop({
    list,
    session: { theme: 'dark', lastWork, unsavedDrafts: [], remindedOn: null },
  })
  const again = await open(second)
  expect(again.asset.value).toBe(assetId)
  expect(second.seen.queries).toEqual([])
})

test('a right click on the tree offers to copy its active row, and what is chosen is copied', async () => {
  const desktop = fakeDesktop({
    list,
    read: async () => ok(aReading(documentOf('{"assetMetadata":{"dc:title":"Tea"}}'))),
  })
  const { ask, user } = await open(desktop)
  await ask()
  const tree = await screen.findByRole('treegrid', { name: 'Metadata' })
  tree.focus()
  await user.keyboard('{Home}')
  fireEvent.contextMenu(tree)
  await waitFor(() => expect(desktop.seen.menus).toHaveLength(1))
  expect(desktop.seen.menus[0]?.slice(0, 3)).toEqual(['value', 'key', 'pointer'])
  act(() => desktop.chooseFromMenu('pointer'))
  await waitFor(() => expect(desktop.seen.copied).toEqual(['/assetMetadata']))
})
