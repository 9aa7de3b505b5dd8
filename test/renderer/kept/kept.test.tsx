// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { HistoryEntry, SnapshotReading } from '../../../src/shared/kept'
import { aConnection, aReading, fakeDesktop, ok } from '../support/fake-desktop'
import { documentOf } from '../support/json-nodes'
import { renderApp } from '../support/render-app'

const assetId = 'urn:aaid:aem:6d3a1c52-8f0e-4a7b-9c41-2e5f7d90b8aa'
const list = {
  connections: [aConnection(), aConnection({ id: 'prod-id', name: 'Shop, live', bucket: 'author-p1-e9' })],
  setAside: null,
  forgotten: [],
}
function entry(title: string, parts: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    connectionId: 'dev-id',
    author: 'https://author-p1-e2.adobeaemcloud.com',
    clientId: '0123456789abcdef0123456789abcdef',
    assetId: `urn:aaid:aem:${title}`,
    names: { title, name: null, path: `/content/dam/${title}.jpg` },
    at: '2026-03-01T09:00:00.000Z',
    outcome: 'read',
    ...parts,
  }
}
const room = { count: 0, bytes: 0, limit: 200_000_000 }

async function openOn(answers: Parameters<typeof fakeDesktop>[0]) {
  const desktop = fakeDesktop({ list, ...answers })
  const app = renderApp(desktop)
  await screen.findByRole('textbox', { name: 'Asset' })
  return { ...app, desktop }
}
async function historyEntries() {
  return within(await screen.findByRole('list', { name: 'History' })).getAllByRole('button', { name: /Shop/ })
}

describe('the history in the sidebar', () => {
  const history = [
    entry('Tea'),
    entry('Coffee', { connectionId: 'prod-id' }),
    entry('Élan', { outcome: 'failed' }),
  ]

  test('is not there before anything was read', async () => {
    await openOn({})
    expect(screen.queryByRole('searchbox', { name: 'Search history' })).toBeNull()
  })

  test('says of each asset what it is, where, and whether it was read', async () => {
    await openOn({ kept: { history } })
    const texts = (await historyEntries()).map((button) => button.textContent)
    expect(texts).toEqual([
      expect.stringMatching(/^TeaShop, development/),
      expect.stringMatching(/^CoffeeShop, live/),
      expect.stringMatching(/^ÉlanNot read · Shop, development/),
    ])
  })

  test('leaves out connections that are not there', async () => {
    await openOn({ kept: { history: [...history, entry('Gone', { connectionId: 'gone-id' })] } })
    expect(await historyEntries()).toHaveLength(3)
  })

  test.each([
    ['elan', ['Élan']],
    ['live', ['Coffee']],
    ['DAM tea.jpg', ['Tea']],
  ])('is searched by title, path and connection: %s', async (typed, titles) => {
    const { user } = await openOn({ kept: { history } })
    await user.type(await screen.findByRole('searchbox', { name: 'Search history' }), typed)
    await waitFor(async () => expect(await historyEntries()).toHaveLength(titles.length))
    expect((await historyEntries()).map((button) => button.textContent?.startsWith(titles[0] ?? ''))).toEqual(
      [true],
    )
  })

  test('says so when nothing matches', async () => {
    const { user } = await openOn({ kept: { history } })
    await user.type(await screen.findByRole('searchbox', { name: 'Search history' }), 'xyz')
    expect(await screen.findByText(/Nothing matches/)).toBeTruthy()
  })

  test('opens the connection and the asset of an entry', async () => {
    const { user, desktop } = await openOn({ kept: { history } })
    await user.click((await historyEntries())[1] ?? document.body)
    await waitFor(() =>
      expect(desktop.seen.queries.at(-1)).toMatchObject({
        connectionId: 'prod-id',
        bucket: 'author-p1-e9',
        asset: 'urn:aaid:aem:Coffee',
      }),
    )
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Shop, live')
  })

  test('is walked with the arrow keys, and Delete removes an entry', async () => {
    const { user, desktop } = await openOn({ kept: { history } })
    const [first] = await historyEntries()
    first?.focus()
    await user.keyboard('{ArrowDown}{Delete}')
    await waitFor(async () => expect(await historyEntries()).toHaveLength(2))
    expect(desktop.seen.cleared).toMatchObject([
      { asset: { connectionId: 'prod-id', assetId: 'urn:aaid:aem:Coffee' } },
    ])
  })

  test('keeps the focus beside what Delete removed', async () => {
    const { user } = await openOn({ kept: { history } })
    const [first] = await historyEntries()
    first?.focus()
    await user.keyboard('{Delete}')
    await waitFor(async () => expect(await historyEntries()).toHaveLength(2))
    expect(document.activeElement).toBe((await historyEntries())[0])
    await user.keyboard('{ArrowDown}{Delete}')
    await waitFor(async () => expect(await historyEntries()).toHaveLength(1))
    expect(document.activeElement).toBe((await historyEntries())[0])
  })

  test('keeps the focus near the last entry that was removed', async () => {
    const { user } = await openOn({ kept: { history: history.slice(0, 1) } })
    const [only] = await historyEntries()
    only?.focus()
    await user.keyboard('{Delete}')
    await waitFor(() => expect(screen.queryByRole('list', { name: 'History' })).toBeNull())
    await waitFor(() => expect(document.activeElement).not.toBe(document.body))
  })

  test('keeps the focus near the menu that cleared it', async () => {
    const { user } = await openOn({ kept: { history } })
    await user.click(await screen.findByRole('button', { name: 'Clear history' }))
    await user.click(await screen.findByRole('menuitem', { name: 'For all connections' }))
    await waitFor(() => expect(screen.queryByRole('list', { name: 'History' })).toBeNull())
    await waitFor(() => expect(document.activeElement).not.toBe(document.body))
  })

  test('is one stop of the Tab key', async () => {
    await openOn({ kept: { history } })
    expect((await historyEntries()).map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1])
  })

  test('is cleared as a whole', async () => {
    const { user, desktop } = await openOn({ kept: { history } })
    await user.click(await screen.findByRole('button', { name: 'Clear history' }))
    await user.click(await screen.findByRole('menuitem', { name: 'For all connections' }))
    await waitFor(() => expect(screen.queryByRole('list', { name: 'History' })).toBeNull())
    expect(desktop.seen.cleared).toEqual(['everything'])
  })

  test('can be closed', async () => {
    const { user } = await openOn({ kept: { history } })
    await user.click(await screen.findByRole('button', { name: 'History', expanded: true }))
    expect(screen.queryByRole('list', { name: 'History' })).toBeNull()
  })
})

describe('a reading', () => {
  async function read(answers: Parameters<typeof fakeDesktop>[0] = {}) {
    const opened = await openOn(answers)
    await opened.user.click(screen.getByRole('textbox', { name: 'Asset' }))
    await opened.user.paste(assetId)
    await opened.user.keyboard('{Enter}')
    await screen.findByRole('button', { name: 'Keep snapshot' })
    return opened
  }
  function older(text: string): SnapshotReading {
    return {
      snapshot: {
        id: 'one',
        connectionId: 'dev-id',
        author: 'https://author-p1-e2.adobeaemcloud.com',
        clientId: '0123456789abcdef0123456789abcdef',
        assetId,
        readAt: '2026-02-01T09:00:00.000Z',
        etag: null,
        bytes: text.length,
        kind: 'asked',
      },
      ...documentOf(text),
    }
  }
  function bodyOf(text: string) {
    return { read: async () => ok(aReading({ assetId, ...documentOf(text) })) }
  }

  test('becomes a favourite with a note, and is none again', async () => {
    const { user } = await read(bodyOf('{"assetMetadata":{"dc:title":"Harbour"}}'))
    await user.click(screen.getByRole('button', { name: 'Add to favorites' }))
    await user.type(await screen.findByRole('textbox', { name: 'Note' }), 'spring{Enter}')
    const favourites = await screen.findByRole('list', { name: 'Favorites' })
    await waitFor(() => expect(favourites.textContent).toContain('HarbourShop, development · spring'))
    await user.click(screen.getByRole('button', { name: 'Remove from favorites' }))
    await waitFor(() => expect(screen.queryByRole('list', { name: 'Favorites' })).toBeNull())
  })

  test('is kept as the exact text', async () => {
    const text = '{"assetMetadata":{"a":1.0, "a":2}}'
    const { user, desktop } = await read(bodyOf(text))
    await user.click(screen.getByRole('button', { name: 'Keep snapshot' }))
    await screen.findByText('Snapshot kept.')
    expect(desktop.seen.keptTexts).toEqual([text])
  })

  test('that cannot be kept says why', async () => {
    const { user } = await read({ kept: { room }, keepSnapshot: () => ({ outcome: 'no-room' }) })
    await user.click(screen.getByRole('button', { name: 'Keep snapshot' }))
    expect(await screen.findByText(/Snapshots have reached their limit of 200 MB/)).toBeTruthy()
  })

  async function compare(before: string, now: string) {
    const { user } = await read({ ...bodyOf(now), snapshots: [older(before)] })
    await user.click(await screen.findByRole('button', { name: 'What changed since' }))
    await user.click(await screen.findByRole('menuitem'))
    return screen.findByRole('dialog')
  }

  async function changesIn(dialog: HTMLElement) {
    const table = await within(dialog).findByRole('table', { name: 'Changed values' })
    return within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.children].map((cell) => cell.textContent?.trim()))
  }

  test('shows what changed since a snapshot, digits included', async () => {
    const dialog = await compare('{"w":1.0,"old":true,"same":1}', '{"w":1.00,"same":1,"new":"x"}')
    expect(await changesIn(dialog)).toEqual([
      ['/w', 'Changed', '1.0', '1.00'],
      ['/new', 'Added', 'None', '"x"'],
      ['/old', 'Removed', 'true', 'None'],
    ])
    expect(dialog.textContent).toContain('1 changed, 1 added, 1 removed. 1 value is unchanged.')
  })

  test('shows a tag that was put in between without those behind it', async () => {
    const dialog = await compare(
      '{"tags":["beach","surf","tea"]}',
      '{"tags":["beach","iceland","surf","wave"]}',
    )
    expect(await changesIn(dialog)).toEqual([
      ['/tags/1', 'Added', 'None', '"iceland"'],
      ['/tags/3', 'Changed', '"tea"', '"wave"'],
    ])
    expect(dialog.textContent).toContain('2 values are unchanged.')
  })

  test('says in words when nothing changed', async () => {
    const dialog = await compare('{"a":1,"b":[]}', '{"a":1,"b":[]}')
    await within(dialog).findByText(/Nothing changed. All 2 values are identical/)
    expect(within(dialog).queryByRole('table')).toBeNull()
  })

  test('says when only the order is another', async () => {
    const dialog = await compare('{"a":1,"b":2}', '{"b":2,"a":1}')
    await within(dialog).findByText(/Only the order of the fields or the whitespace/)
    expect(dialog.textContent).toContain('Nothing changed.')
  })
})
