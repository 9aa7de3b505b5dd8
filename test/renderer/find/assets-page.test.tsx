// @vitest-environment happy-dom
import { act, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Result } from '../../../src/shared/result'
import { type FoundAsset, noFilters, type SearchCounts, type SearchOutcome } from '../../../src/shared/search'
import { aConnection, failed, fakeDesktop, ok } from '../support/fake-desktop'
import { renderApp } from '../support/render-app'

const list = { connections: [aConnection()], setAside: null, forgotten: [] }

function anAsset(number: number): FoundAsset {
  return {
    assetId: `urn:aaid:aem:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    title: `Asset ${number}`,
    name: null,
    path: `/content/dam/${number}.jpg`,
    format: 'image/jpeg',
    size: 1_000,
    state: 'approved',
    modified: '2026-03-01T09:00:00.000Z',
  }
}
const counts: SearchCounts = {
  read: 3,
  matching: 2,
  others: 1,
  repeated: 0,
  unreadable: 0,
  refused: 0,
  total: { value: 3, isExact: true },
}
const found = {
  outcome: 'found',
  counts,
  rest: [anAsset(1), anAsset(2)],
  stop: null,
  filteredHere: ['folder'],
  unknownPlace: null,
} as const satisfies SearchOutcome

async function open(answer: Result<SearchOutcome> | Promise<Result<SearchOutcome>>) {
  const desktop = fakeDesktop({ list, findAssets: async () => answer })
  const app = renderApp(desktop)
  await app.user.click(await screen.findByRole('button', { name: 'Assets' }))
  const field = await screen.findByRole('searchbox', { name: 'Find assets' })
  return { ...app, desktop, field }
}

test('the field has the focus, Enter finds, and every hit is accounted for', async () => {
  const { user, desktop, field } = await open(ok(found))
  expect(document.activeElement).toBe(field)
  await user.keyboard('tent{Enter}')
  expect((await screen.findByText(/^2 assets\./)).textContent).toBe(
    '2 assets. AEM sent 3 of 3. 1 left out by filters. Filtered in this program, not by AEM: folder.',
  )
  expect(desktop.seen.searches).toMatchObject([{ connectionId: 'dev-id', text: 'tent', filters: noFilters }])
  expect(screen.getByRole('grid', { name: 'Assets' }).getAttribute('aria-rowcount')).toBe('3')
})

test('filters go with the words; a day that is none is told at its field, and nothing is asked', async () => {
  const { user, desktop } = await open(ok(found))
  await user.click(screen.getByRole('button', { name: 'Filters' }))
  await user.type(await screen.findByRole('textbox', { name: 'Field' }), 'dc:rights')
  const from = screen.getByRole('textbox', { name: 'Modified from' })
  await user.type(from, '2026-02-30{Enter}')
  await waitFor(() => expect(from.getAttribute('aria-invalid')).toBe('true'))
  expect(desktop.seen.searches).toEqual([])
  await user.clear(from)
  await user.type(from, '2026-02-28{Enter}')
  await screen.findByText(/^2 assets\./)
  expect(desktop.seen.searches[0]?.filters).toEqual({
    ...noFilters,
    modifiedFrom: new Date(2026, 1, 28).toISOString(),
    field: { name: 'dc:rights', test: 'is', value: '' },
  })
})

test('what comes is told while it comes, and stays when the search is canceled', async () => {
  const { user, desktop } = await open(new Promise(() => undefined))
  await user.keyboard('{Enter}')
  await screen.findByRole('progressbar')
  const ticket = desktop.seen.searches[0]?.ticket ?? ''
  act(() => desktop.reportFound({ ticket, assets: [anAsset(1)], counts, pauseSeconds: 7 }))
  expect(await screen.findByText('AEM asked for a pause of 7 seconds.')).toBeTruthy()
  expect(screen.getByRole('grid', { name: 'Assets' }).getAttribute('aria-rowcount')).toBe('2')
  await user.keyboard('{Escape}')
  expect(await screen.findByText(/Canceled: the rest is missing\./)).toBeTruthy()
  expect(desktop.seen.cancelled).toEqual([ticket])
  expect(screen.getByRole('grid', { name: 'Assets' })).toBeTruthy()
})

test('a report that the answer overtakes is not lost', async () => {
  const { user, desktop } = await open(ok({ ...found, rest: [anAsset(2)] }))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(desktop.seen.searches).toHaveLength(1))
  const ticket = desktop.seen.searches[0]?.ticket ?? ''
  act(() => desktop.reportFound({ ticket, assets: [anAsset(1)], counts, pauseSeconds: null }))
  await screen.findByText(/^2 assets\./)
  expect(screen.getByRole('grid', { name: 'Assets' }).getAttribute('aria-rowcount')).toBe('3')
})

test.each([
  ['a lost cursor', { stop: { why: 'cursor-lost', evidence: null } }, /AEM lost its place/],
  ['duplicates', { counts: { ...counts, repeated: 2 } }, /2 came twice/],
  ['named assets that could not be read', { counts: { ...counts, refused: 1 } }, /1 couldn’t be read/],
  ['a place that nobody knows', { unknownPlace: 'found' }, /which is not documented/],
] as const)('gaps are told: %s', async (_what, part, words) => {
  const { user } = await open(ok({ ...found, ...part }))
  await user.keyboard('{Enter}')
  expect(await screen.findByText(words)).toBeTruthy()
})

test('a release without search is told, with what works instead', async () => {
  const evidence = {
    method: 'POST',
    url: 'https://author-p1-e2.adobeaemcloud.com/adobe/assets/search',
    status: 404,
    contentType: null,
    requestId: null,
    excerpt: '',
    at: '2026-03-01T09:00:00.000Z',
    durationMs: 1,
  }
  const { user } = await open(ok({ outcome: 'unavailable', reason: 'not-there', evidence }))
  await user.keyboard('tent{Enter}')
  expect((await screen.findByRole('alert')).textContent).toContain('This environment has no asset search')
})

test('a failure is told with its cause', async () => {
  const { user } = await open(
    failed({ kind: 'failure', cause: 'aem-throttled', values: { host: 'h' }, evidence: null }),
  )
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('alert')).toBeTruthy()
})
