// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { PathLookup } from '../../../src/shared/asset-reference'
import type { Connection } from '../../../src/shared/connections'
import type { Result } from '../../../src/shared/result'
import { aConnection, type FakeDesktop, failed, fakeDesktop, ok } from '../support/fake-desktop'
import { renderApp } from '../support/render-app'

const uuid = '6d3a1c52-8f0e-4a7b-9c41-2e5f7d90b8aa'
const assetId = `urn:aaid:aem:${uuid}`
const otherId = 'urn:aaid:aem:0b9f2f3c-11aa-4d5e-8f60-7a8b9c0d1e2f'
const path = '/content/dam/shop/tea.jpg'
const dev = aConnection()
const stage = aConnection({
  id: 'stage-id',
  name: 'Shop, stage',
  environment: 'stage',
  bucket: 'author-p1-e3',
})

function listOf(...connections: readonly Connection[]) {
  return { connections, setAside: null, forgotten: [] }
}

async function open(desktop: FakeDesktop) {
  const app = renderApp(desktop)
  const asset = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Asset' })
  async function paste(text: string) {
    await app.user.clear(asset)
    await app.user.paste(text)
  }
  function press() {
    return app.user.click(screen.getByRole('button', { name: 'Get metadata' }))
  }
  return { ...app, asset, paste, press }
}

function field(name: string) {
  return screen.getByRole<HTMLInputElement>('textbox', { name })
}

const evidence = {
  method: 'GET',
  url: `https://author-p1-e2.adobeaemcloud.com${path}.json`,
  status: 403,
  contentType: null,
  requestId: null,
  excerpt: '',
  at: '2026-03-01T09:00:00.000Z',
  durationMs: 1,
}
const address = `https://author-p1-e2.adobeaemcloud.com${path}.json`
const refused: Result<PathLookup> = ok({ path, address, outcome: 'refused', evidence })
const found: Result<PathLookup> = ok({ path, address, outcome: 'found', assetId })

describe('a pasted address with an asset ID', () => {
  const pasted = `https://author-p1-e2.adobeaemcloud.com/adobe/../assets/${assetId}/metadata`

  test('says at once what was understood', async () => {
    const { paste } = await open(fakeDesktop({ list: listOf(dev) }))
    await paste(pasted)
    expect(await screen.findByText(/Asset ID found in an address of AEM Assets API/)).toBeTruthy()
  })

  test('is read with one press, and the field then shows the ID', async () => {
    const desktop = fakeDesktop({ list: listOf(dev) })
    const { asset, paste, press } = await open(desktop)
    await paste(pasted)
    await press()
    await screen.findByText(/^Read at/)
    expect([desktop.seen.queries[0]?.asset, asset.value]).toEqual([assetId, assetId])
  })

  test('stays in the field until then', async () => {
    const { asset, paste } = await open(fakeDesktop({ list: listOf(dev) }))
    await paste(pasted)
    await screen.findByText(/Asset ID found/)
    expect(asset.value).toBe(pasted)
  })
})

test('an asset ID alone needs no words', async () => {
  const { paste } = await open(fakeDesktop({ list: listOf(dev) }))
  await paste(assetId)
  await screen.findByDisplayValue(assetId)
  expect(screen.queryByText(/found|Understood/)).toBeNull()
})

test('a cURL command with a token in it is not kept for the next start', async () => {
  const desktop = fakeDesktop({ list: listOf(dev) })
  const { paste } = await open(desktop)
  await paste(
    `curl https://author-p1-e2.adobeaemcloud.com/adobe/assets/${assetId}\n -H 'Authorization: Bearer canary'`,
  )
  expect(await screen.findByText(/Asset ID found in a cURL command/)).toBeTruthy()
  await waitFor(() => expect(desktop.seen.sessions).not.toHaveLength(0))
  expect(JSON.stringify(desktop.seen.sessions)).not.toContain('canary')
})

describe('an asset of another environment', () => {
  const pasted = `https://author-p1-e3.adobeaemcloud.com/adobe/assets/${assetId}/metadata`

  test('takes the bucket along where there is a connection for it', async () => {
    const { paste } = await open(fakeDesktop({ list: listOf(dev, stage) }))
    await paste(pasted)
    await waitFor(() => expect(field('Bucket').value).toBe('author-p1-e3'))
    expect(screen.getByText(/Get metadata reads it there, with the connection .*Shop, stage/)).toBeTruthy()
  })

  test('is read there with one press', async () => {
    const desktop = fakeDesktop({ list: listOf(dev, stage) })
    const { paste, press } = await open(desktop)
    await paste(pasted)
    await press()
    await waitFor(() => expect(desktop.seen.queries).toHaveLength(1))
    expect(desktop.seen.queries[0]).toMatchObject({
      connectionId: 'stage-id',
      bucket: 'author-p1-e3',
      asset: assetId,
    })
    expect(await screen.findByRole('heading', { name: /Shop, stage/ })).toBeTruthy()
  })

  test('is read here when the bucket was put back', async () => {
    const desktop = fakeDesktop({ list: listOf(dev, stage) })
    const { user, paste, press } = await open(desktop)
    await paste(pasted)
    await waitFor(() => expect(field('Bucket').value).toBe('author-p1-e3'))
    await user.clear(field('Bucket'))
    await user.type(field('Bucket'), 'author-p1-e2')
    await press()
    await waitFor(() => expect(desktop.seen.queries).toHaveLength(1))
    expect(desktop.seen.queries[0]).toMatchObject({ connectionId: 'dev-id', bucket: 'author-p1-e2' })
  })

  test('leaves the bucket to the connection again when the next text names none', async () => {
    const { paste } = await open(fakeDesktop({ list: listOf(dev, stage) }))
    await paste(pasted)
    await waitFor(() => expect(field('Bucket').value).toBe('author-p1-e3'))
    await paste(uuid)
    await waitFor(() => expect(field('Bucket').value).toBe('author-p1-e2'))
  })

  test('can be taken over to that connection without reading it', async () => {
    const desktop = fakeDesktop({ list: listOf(dev, stage) })
    const { user, paste } = await open(desktop)
    await paste(pasted)
    await user.click(await screen.findByRole('button', { name: /^Switch to .*Shop, stage/ }))
    await screen.findByRole('heading', { name: /Shop, stage/ })
    expect([field('Asset').value, field('Bucket').value, desktop.seen.queries]).toEqual([
      pasted,
      'author-p1-e3',
      [],
    ])
  })

  test('is only warned of where there is no connection for it', async () => {
    const { paste } = await open(fakeDesktop({ list: listOf(dev) }))
    await paste(pasted)
    expect(await screen.findByText(/you have no connection for that/)).toBeTruthy()
    expect(field('Bucket').value).toBe('author-p1-e2')
  })
})

test('a text with two environments says so, and takes no bucket along', async () => {
  const { paste } = await open(fakeDesktop({ list: listOf(dev, stage) }))
  await paste(`author-p1-e2 https://author-p1-e3.adobeaemcloud.com/adobe/../assets/${assetId}/metadata`)
  expect(await screen.findByText(/Names several environments: author-p1-e3, author-p1-e2/)).toBeTruthy()
  expect(field('Bucket').value).toBe('author-p1-e2')
})

describe('a path', () => {
  test('is asked for and read with one press', async () => {
    const desktop = fakeDesktop({ list: listOf(dev), findByPath: async () => found })
    const { asset, paste, press } = await open(desktop)
    await paste(path)
    await press()
    await screen.findByText(/^Read at/)
    expect(desktop.seen.paths).toEqual([{ connectionId: 'dev-id', bucket: 'author-p1-e2', path }])
    expect([asset.value, desktop.seen.queries[0]?.asset]).toEqual([assetId, assetId])
  })

  test('that AEM refuses says so, and opens that address in the browser when asked', async () => {
    const desktop = fakeDesktop({ list: listOf(dev), findByPath: async () => refused })
    const { user, asset, paste, press } = await open(desktop)
    await paste(path)
    await press()
    expect((await screen.findByRole('alert')).textContent).toContain('AEM requires a signed-in person here')
    expect([asset.value, desktop.seen.opened]).toEqual([path, []])
    await user.click(screen.getByRole('button', { name: 'Open in the browser' }))
    await screen.findByText(/Opened in your browser/)
    expect(desktop.seen.opened).toEqual([path])
  })

  test('whose page was pasted is read', async () => {
    const desktop = fakeDesktop({ list: listOf(dev), findByPath: async () => refused })
    const { paste, press } = await open(desktop)
    await paste(path)
    await press()
    await screen.findByRole('alert')
    await paste(JSON.stringify({ 'jcr:primaryType': 'dam:Asset', 'jcr:uuid': uuid }, null, 2))
    await press()
    await waitFor(() => expect(desktop.seen.queries[0]?.asset).toBe(assetId))
  })

  test('without an address for the browser offers none', async () => {
    const lookup: PathLookup = { path, address: null, outcome: 'missing', evidence }
    const { paste, press } = await open(
      fakeDesktop({ list: listOf(dev), findByPath: async () => ok(lookup) }),
    )
    await paste(path)
    await press()
    await screen.findByText('AEM shows no asset at this path')
    expect(screen.queryByRole('button', { name: 'Open in the browser' })).toBeNull()
  })

  test('that could not be asked for says why', async () => {
    async function findByPath() {
      return failed({ kind: 'keychain', problem: 'locked', detail: '' })
    }
    const { paste, press } = await open(fakeDesktop({ list: listOf(dev), findByPath }))
    await paste(path)
    await press()
    expect((await screen.findByRole('alert')).textContent).toContain('The keychain is locked.')
  })
})

test('a text of many megabytes is refused at the field, which keeps what was in it', async () => {
  const desktop = fakeDesktop({ list: listOf(dev) })
  const { user, asset } = await open(desktop)
  await user.clear(asset)
  await user.type(asset, 'tea')
  await user.paste(`${assetId} `.repeat(250_000))
  await waitFor(() => expect(asset.getAttribute('aria-invalid')).toBe('true'))
  expect(screen.getByText(/the limit is 1,000,000/)).toBeTruthy()
  expect(asset.value).toBe('tea')
  await user.type(asset, 'x')
  expect(screen.queryByText(/the limit is 1,000,000/)).toBeNull()
})

describe('several assets', () => {
  const pasted = `tea.jpg\t${uuid}\r\ncup.jpg\t${otherId}`
  function group() {
    return within(screen.getByRole('group', { name: 'Assets found' }))
  }

  test('pasted from a table keep their lines', async () => {
    const { paste } = await open(fakeDesktop({ list: listOf(dev) }))
    await paste(pasted)
    expect(await screen.findByText(/^2 assets found/)).toBeTruthy()
  })

  test('are read one after the other', async () => {
    const desktop = fakeDesktop({ list: listOf(dev) })
    const { user, asset, paste, press } = await open(desktop)
    await paste(pasted)
    await press()
    await waitFor(() => expect(asset.value).toBe(assetId))
    await user.click(group().getByRole('button', { name: 'Next asset' }))
    await waitFor(() => expect(desktop.seen.queries.map((query) => query.asset)).toEqual([assetId, otherId]))
    expect(group().getByText('2 of 2')).toBeTruthy()
  })

  test('are gone when something else is typed', async () => {
    const { user, asset, paste, press } = await open(fakeDesktop({ list: listOf(dev) }))
    await paste(pasted)
    await press()
    await screen.findByText(/^Read at/)
    await user.type(asset, 'x')
    expect(screen.queryByRole('group', { name: 'Assets found' })).toBeNull()
  })
})
