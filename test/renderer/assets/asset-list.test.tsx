// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import type { AssetOutcome, AssetsQuery, AssetsRead } from '../../../src/shared/asset-list'
import type { Result } from '../../../src/shared/result'
import { aConnection, aReading, failed, fakeDesktop, ok } from '../support/fake-desktop'
import { renderApp } from '../support/render-app'
import { prepareWindow } from '../support/shown-metadata'
// Parts of the window that are loaded when they are first shown: no test has to wait for them.
import '../../../src/renderer/features/assets/list/asset-list-pane'
import '../../../src/renderer/pages/browse/asset-reading'
import '../../../src/renderer/pages/browse/browse-page'

beforeEach(prepareWindow)

function idOf(number: number): string {
  return `urn:aaid:aem:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}
function ids(count: number): string[] {
  return Array.from({ length: count }, (_, index) => idOf(index))
}

function read(assetId: string, title: string): AssetOutcome {
  return {
    assetId,
    outcome: 'read',
    summary: { title, name: null, path: null, format: null, size: null },
  }
}
function notFound(assetId: string): AssetOutcome {
  return {
    assetId,
    outcome: 'failed',
    error: { kind: 'failure', cause: 'aem-asset-not-found', values: {}, evidence: null },
  }
}
function outcomeCounts(rest: readonly AssetOutcome[], left = 0): Result<AssetsRead> {
  function count(which: AssetOutcome['outcome']) {
    return rest.filter(({ outcome }) => outcome === which).length
  }
  return ok({ read: count('read'), failed: count('failed'), left, rest })
}

const stage = aConnection({
  id: 'stage-id',
  name: 'Shop, stage',
  environment: 'stage',
  bucket: 'author-p1-e3',
})

/** A program that reads lists for as long as the test wants. */
function slowDesktop() {
  const runs: { query: AssetsQuery; end: (result: Result<AssetsRead>) => void }[] = []
  const desktop = fakeDesktop({
    list: { connections: [aConnection(), stage], setAside: null, forgotten: [] },
    read: async ({ asset }) => ok(aReading({ assetId: asset })),
    readAssets: (query) => new Promise((end) => runs.push({ query, end })),
  })
  return { desktop, runs }
}

async function open(text: string) {
  const { desktop, runs } = slowDesktop()
  const { user } = renderApp(desktop)
  await user.click(await screen.findByRole('textbox', { name: 'Asset' }))
  await user.paste(text)
  const list = await screen.findByRole('listbox', { name: 'Assets in the text' })
  function rows() {
    return within(list).getAllByRole('option')
  }
  async function press(name: string) {
    return user.click(await screen.findByRole('button', { name }))
  }
  function run() {
    const latest = runs.at(-1)
    if (!latest) throw new Error('Nothing was asked for')
    return latest
  }
  function report(outcomes: readonly AssetOutcome[], pauseSeconds: number | null = null) {
    return act(() => desktop.reportAssets({ ticket: run().query.ticket, outcomes, pauseSeconds }))
  }
  function end(result: Result<AssetsRead>) {
    return act(async () => run().end(result))
  }
  return { desktop, user, list, rows, press, run, report, end }
}

function textOf(row: HTMLElement | undefined) {
  return row?.textContent
}

describe('a text with several assets', () => {
  test('is a list of them, none of which is read yet', async () => {
    const { desktop, rows } = await open(ids(3).join('\n'))
    expect(rows().map(textOf)).toEqual(ids(3).map((id) => `${id.slice(-36)}Not read`))
    expect([desktop.seen.lists, desktop.seen.queries]).toEqual([[], []])
  })

  test('of a thousand assets makes elements of the few in sight', async () => {
    const { rows } = await open(ids(1_000).join('\n'))
    expect(rows().length).toBeLessThan(60)
    expect(rows()[0]?.getAttribute('aria-setsize')).toBe('1000')
  })

  test('says which are of another environment or known by their path alone, and leaves them out', async () => {
    const { rows, press, run } = await open(
      [
        `https://author-p1-e2.adobeaemcloud.com/adobe/assets/${idOf(1)}/metadata`,
        `https://author-p9-e9.adobeaemcloud.com/adobe/assets/${idOf(2)}/metadata`,
        'https://author-p1-e2.adobeaemcloud.com/content/dam/shop/tea.jpg',
      ].join('\n'),
    )
    expect(rows().map((row) => textOf(row))).toEqual([
      `${idOf(1).slice(-36)}Not read`,
      `${idOf(2).slice(-36)}On author-p9-e9`,
      '/content/dam/shop/tea.jpgLooked up when opened',
    ])
    await press('Read all')
    await waitFor(() => expect(run().query.assetIds).toEqual([idOf(1)]))
    expect(screen.queryByText(/of another environment/)).toBeNull()
  })
})

describe('reading all', () => {
  test('asks for them once, with the bucket of the connection', async () => {
    const { press, run, desktop } = await open(ids(3).join('\n'))
    await press('Read all')
    await waitFor(() => expect(desktop.seen.lists).toHaveLength(1))
    expect(run().query).toMatchObject({
      connectionId: 'dev-id',
      bucket: 'author-p1-e2',
      assetIds: ids(3),
    })
  })

  test('of another environment goes to the connection for that, and takes the list along', async () => {
    function address(id: string) {
      return `https://author-p1-e3.adobeaemcloud.com/adobe/assets/${id}/metadata`
    }
    const { press, run, end } = await open(ids(2).map(address).join('\n'))
    await press('Read all')
    await screen.findByRole('heading', { name: /Shop, stage/ })
    expect(run().query).toMatchObject({
      connectionId: 'stage-id',
      bucket: 'author-p1-e3',
      assetIds: ids(2),
    })
    await end(outcomeCounts(ids(2).map((id) => read(id, 'Tea'))))
    expect(await screen.findByText('2 read.')).toBeTruthy()
  })

  test('shows how far it is, and what each asset is called or lacks', async () => {
    const { rows, press, report } = await open(ids(3).join('\n'))
    await press('Read all')
    await screen.findByRole('progressbar', { name: '0 of 3' })
    report([read(idOf(0), 'Tea'), notFound(idOf(1))])
    expect(await screen.findByRole('progressbar', { name: '2 of 3' })).toBeTruthy()
    expect(rows().map(textOf)).toEqual([
      `Tea${idOf(0).slice(-36)}`,
      expect.stringContaining('answered 404 for this asset ID'),
      `${idOf(2).slice(-36)}Reading…`,
    ])
  })

  test('says at its end how many were read and failed', async () => {
    const { press, end } = await open(ids(2).join('\n'))
    await press('Read all')
    await end(outcomeCounts([read(idOf(0), 'Tea'), notFound(idOf(1))]))
    expect(await screen.findByText('1 read, 1 failed.')).toBeTruthy()
  })

  test('has also what a report tells that its end has overtaken', async () => {
    const { rows, press, report, end } = await open(ids(2).join('\n'))
    await press('Read all')
    await end(ok({ read: 2, failed: 0, left: 0, rest: [read(idOf(1), 'Coffee')] }))
    report([read(idOf(0), 'Tea')])
    await waitFor(() => expect(rows().map(textOf).join()).toMatch(/Tea.*Coffee/s))
  })

  test('says when the rest was left, and why', async () => {
    const { press, end } = await open(ids(9).join('\n'))
    await press('Read all')
    await end(outcomeCounts([notFound(idOf(0))], 8))
    expect(
      await screen.findByText(/8 weren’t requested, because all before failed for the same reason/),
    ).toBeTruthy()
  })

  test('says for how long AEM wants it to wait', async () => {
    const { press, report } = await open(ids(2).join('\n'))
    await press('Read all')
    await screen.findByRole('progressbar', { name: '0 of 2' })
    report([], 7)
    expect(await screen.findByText(/Continuing in 7 seconds/)).toBeTruthy()
    report([], null)
    await waitFor(() => expect(screen.queryByText(/they go on in/)).toBeNull())
  })

  test('can be cancelled, and keeps what was read', async () => {
    const { desktop, rows, press, run, report, end } = await open(ids(3).join('\n'))
    await press('Read all')
    await screen.findByRole('progressbar', { name: '0 of 3' })
    report([read(idOf(0), 'Tea')])
    await press('Cancel')
    expect(desktop.seen.cancelled).toEqual([run().query.ticket])
    await end(failed({ kind: 'cancelled' }))
    expect(await screen.findByText('Canceled. 1 read.')).toBeTruthy()
    expect(rows().map(textOf).slice(0, 2)).toEqual([
      `Tea${idOf(0).slice(-36)}`,
      `${idOf(1).slice(-36)}Not read`,
    ])
  })

  test('is not what a later list is told of', async () => {
    const { user, press, end } = await open(ids(3).join('\n'))
    await press('Read all')
    await screen.findByRole('progressbar', { name: '0 of 3' })
    await press('Cancel')
    await end(failed({ kind: 'cancelled' }))
    await screen.findByText('Canceled.')
    await user.clear(screen.getByRole('textbox', { name: 'Asset' }))
    await user.paste([idOf(7), idOf(8)].join('\n'))
    await screen.findByRole('option', { name: new RegExp(idOf(7).slice(-36)) })
    expect(screen.queryByText('Canceled.')).toBeNull()
  })

  test('can go on with those that were not read', async () => {
    const { desktop, press, run, end } = await open(ids(3).join('\n'))
    await press('Read all')
    await end(outcomeCounts([read(idOf(0), 'Tea'), notFound(idOf(2))]))
    await press('Read the rest')
    await waitFor(() => expect(desktop.seen.lists).toHaveLength(2))
    expect(run().query.assetIds).toEqual([idOf(1), idOf(2)])
  })

  test('that cannot begin says why', async () => {
    const { press, end } = await open(ids(2).join('\n'))
    await press('Read all')
    await end(failed({ kind: 'keychain', problem: 'locked', detail: '' }))
    expect((await screen.findByRole('alert')).textContent).toContain('The keychain is locked.')
  })

  test('goes on while another page is looked at', async () => {
    const { desktop, press, report, end } = await open(ids(2).join('\n'))
    await press('Read all')
    await screen.findByRole('progressbar', { name: '0 of 2' })
    await press('Connection settings')
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull())
    report([read(idOf(0), 'Tea')])
    await press('Browse')
    expect(await screen.findByRole('progressbar', { name: '1 of 2' })).toBeTruthy()
    await end(outcomeCounts([notFound(idOf(1))]))
    expect(await screen.findByText('1 read, 1 failed.')).toBeTruthy()
    expect(desktop.seen.cancelled).toEqual([])
  })
})

describe('an asset of the list', () => {
  test('is opened by a click', async () => {
    const { desktop, user, rows } = await open(ids(3).join('\n'))
    const [, second] = rows()
    if (second) await user.click(second)
    await waitFor(() => expect(desktop.seen.queries.map(({ asset }) => asset)).toEqual([idOf(1)]))
    await waitFor(() => expect(rows()[1]?.getAttribute('aria-selected')).toBe('true'))
  })

  test('is opened by the keyboard alone', async () => {
    const { desktop, user, list } = await open(ids(9).join('\n'))
    list.focus()
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{End}{ArrowUp}{Enter}')
    await waitFor(() => expect(desktop.seen.queries.map(({ asset }) => asset)).toEqual([idOf(7)]))
    expect(document.activeElement).toBe(list)
  })

  test('that was opened counts as read', async () => {
    const { user, rows, press, run } = await open(ids(2).join('\n'))
    const [first] = rows()
    if (first) await user.click(first)
    await screen.findByText(/1 read\./)
    await press('Read the rest')
    await waitFor(() => expect(run().query.assetIds).toEqual([idOf(1)]))
  })

  test('with a hostile title is text, set apart from its neighbours', async () => {
    const { rows, press, report } = await open(ids(2).join('\n'))
    await press('Read all')
    await screen.findByRole('progressbar')
    report([read(idOf(0), 'a\u202eb<img src=x>')])
    await waitFor(() => expect(textOf(rows()[0])).toContain('a⟨U+202E⟩b<img src=x>'))
    expect(rows()[0]?.querySelector('img')).toBeNull()
    expect(rows()[0]?.querySelector('bdi')).not.toBeNull()
  })
})

test('the list can be put away, and the assets still be walked through', async () => {
  const { press } = await open(ids(2).join('\n'))
  await press('Hide list')
  expect(screen.queryByRole('listbox')).toBeNull()
  await press('Next asset')
  expect(await screen.findByText('1 of 2')).toBeTruthy()
})
