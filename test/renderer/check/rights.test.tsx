// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { CheckReport, CheckRequest } from '../../../src/shared/check'
import type { Environment } from '../../../src/shared/connections'
import type { HistoryEntry } from '../../../src/shared/kept'
import { type Answers, aConnection, failed, fakeDesktop, ok } from '../support/fake-desktop'
import { renderApp } from '../support/render-app'
import { aFailure, anEvidence, aReport, assetId, someRights, steps } from '../support/reports'

async function openCheck(environment: Environment, answers: Partial<Answers>) {
  const list = { connections: [aConnection({ environment })], setAside: null, forgotten: [] }
  const desktop = fakeDesktop({ list, check: async () => ok(aReport()), ...answers })
  const { user } = renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: 'Check' }))
  return { desktop, user }
}

/** The report of a check with an update test that ended so. */
function tested(update: 'not-refused' | 'refused'): CheckReport {
  const write =
    update === 'refused'
      ? {
          state: 'amber' as const,
          facts: [],
          findings: [aFailure('aem-write-refused', anEvidence({ method: 'PATCH' }))],
        }
      : { state: 'green' as const, facts: [{ code: 'update-not-refused' as const, values: {} }] }
  return aReport({ steps: steps({ write }), rights: someRights(update) })
}

function rowsOf(table: HTMLElement): string[] {
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent ?? '')
}

test('what was not tested is said to be so', async () => {
  const { desktop, user } = await openCheck('development', {})
  await user.click(screen.getByRole('button', { name: 'Check connection' }))
  expect(rowsOf(await screen.findByRole('table'))).toEqual([
    'ReadAllowedThe metadata was read.',
    'CreateNot provenNo request was sent: every possible test could change data.',
    'UpdateNot testedNot requested',
    'DeleteNot provenNo request was sent: every possible test could change data.',
  ])
  expect(desktop.seen.checks.map(({ withUpdate }) => withUpdate)).toEqual([false])
})

test('the update test is explained before it is sent, and its finding stands at its step alone', async () => {
  const { desktop, user } = await openCheck('development', { check: async () => ok(tested('refused')) })
  await user.click(screen.getByRole('switch', { name: 'Include update test (no data changes)' }))
  expect(screen.getByText(/A safe test: a PATCH that AEM has to refuse/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Check connection' }))
  expect(await screen.findByText('Ready to read, update refused')).toBeTruthy()
  expect(desktop.seen.checks.map(({ withUpdate }) => withUpdate)).toEqual([true])
  const findings = screen.getAllByRole('heading', { name: 'AEM refused the change' })
  expect(findings.map((heading) => heading.closest('li')?.id)).toEqual(['check-step-write'])
  expect(rowsOf(screen.getByRole('table'))[2]).toContain('UpdateRefused')
})

test('the verdict leads to the update test that it lacks', async () => {
  async function check({ withUpdate }: CheckRequest) {
    return ok(withUpdate ? tested('not-refused') : aReport())
  }
  const { desktop, user } = await openCheck('development', { check })
  await user.click(screen.getByRole('button', { name: 'Check connection' }))
  await user.click(await screen.findByRole('button', { name: 'Check again with update test' }))
  expect(await screen.findByText('9 of 9 steps passed.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Check again with update test' })).toBeNull()
  expect(desktop.seen.checks.map(({ asset, withUpdate }) => [asset, withUpdate])).toEqual([
    ['', false],
    [assetId, true],
  ])
})

test('on production the name is asked for, and main says whether it is right', async () => {
  const { desktop, user } = await openCheck('production', {
    check: async ({ confirmedName }) =>
      confirmedName === 'Shop, development'
        ? ok(tested('not-refused'))
        : failed({
            kind: 'input',
            problems: [{ field: 'confirmedName', code: 'name-not-confirmed', values: {} }],
          }),
  })
  await user.click(screen.getByRole('switch'))
  await user.click(screen.getByRole('button', { name: 'Check connection' }))
  expect(await screen.findByText(/This isn’t the connection’s name/)).toBeTruthy()
  await user.type(screen.getByRole('textbox', { name: 'Connection name' }), 'Shop, development')
  await user.click(screen.getByRole('button', { name: 'Check connection' }))
  expect(rowsOf(await screen.findByRole('table'))[2]).toContain('UpdateNot refused')
  expect(desktop.seen.checks).toHaveLength(2)
})

test('a check without an asset leads to the field of one', async () => {
  const findings = { state: 'unproven' as const, facts: [{ code: 'no-asset-given' as const, values: {} }] }
  const report = aReport({ assetId: null, steps: steps({ 'allow-list': findings, read: findings }) })
  const { user } = await openCheck('development', { check: async () => ok(report) })
  await user.click(screen.getByRole('button', { name: 'Check connection' }))
  await user.click(await screen.findByRole('button', { name: 'Enter an asset' }))
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Asset' }))
  expect(rowsOf(screen.getByRole('table'))[0]).toBe('ReadNot testedNo asset was read.')
})

function entry(title: string, parts: Partial<HistoryEntry> = {}): HistoryEntry {
  const { id, author, clientId } = aConnection()
  return {
    connectionId: id,
    author,
    clientId,
    assetId: `urn:aaid:aem:${title}`,
    names: { title, name: null, path: null },
    at: '2026-03-01T09:00:00.000Z',
    outcome: 'read',
    ...parts,
  }
}

test('before it starts, the check has the asset that was read last, and offers others', async () => {
  const history = [
    entry('Failed', { outcome: 'failed' }),
    entry('Elsewhere', { author: 'https://author-p9-e9.adobeaemcloud.com' }),
    entry('Tea'),
    entry('Sunset'),
  ]
  const { user } = await openCheck('development', { kept: { history } })
  const field = screen.getByRole('textbox', { name: 'Asset' })
  await waitFor(() => expect(field).toHaveProperty('value', 'urn:aaid:aem:Tea'))
  await user.clear(field)
  expect(screen.queryByRole('button', { name: 'Elsewhere' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Sunset' }))
  expect(field).toHaveProperty('value', 'urn:aaid:aem:Sunset')
})

test('where changes are locked, the update test says beforehand that it is not sent', async () => {
  const connection = aConnection({ environment: 'production', allowsChanges: false })
  const facts = [{ code: 'changes-locked' as const, values: {} }]
  const report = aReport({ steps: steps({ write: { state: 'skipped', facts } }) })
  const list = { connections: [connection], setAside: null, forgotten: [] }
  const { user } = renderApp(fakeDesktop({ list, check: async () => ok(report) }))
  await user.click(await screen.findByRole('button', { name: 'Check' }))
  expect(screen.getByText(/so the update test won’t be sent/)).toBeTruthy()
  await user.click(screen.getByRole('switch', { name: 'Include update test (no data changes)' }))
  expect(screen.queryByRole('textbox', { name: 'Connection name' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Check connection' }))
  expect(rowsOf(await screen.findByRole('table'))[2]).toBe(
    'UpdateNot testedChanges are locked for this connection.',
  )
  expect(screen.queryByRole('button', { name: 'Check again with update test' })).toBeNull()
})
