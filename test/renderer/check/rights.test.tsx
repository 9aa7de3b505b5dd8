// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Environment } from '../../../src/shared/connections'
import { type Answers, aConnection, failed, fakeDesktop, ok } from '../support/fake-desktop'
import { renderApp } from '../support/render-app'
import { aReport, someRights } from '../support/reports'

async function openCheck(environment: Environment, answers: Partial<Answers>) {
  const list = { connections: [aConnection({ environment })], setAside: null, forgotten: [] }
  const desktop = fakeDesktop({ list, check: async () => ok(aReport()), ...answers })
  const { user } = renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: 'Check' }))
  return { desktop, user }
}

function rowsOf(table: HTMLElement): string[] {
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent ?? '')
}

test('reading is tried alone, and what was not tried is said to be so', async () => {
  const { desktop, user } = await openCheck('development', { rights: async () => ok(someRights()) })
  await user.click(screen.getByRole('button', { name: 'Test read' }))
  expect(rowsOf(await screen.findByRole('table'))).toEqual([
    'ReadAllowedThe metadata was read.',
    'CreateNot provenNo request was sent: every possible test could change data.',
    'UpdateNot testedNot requested',
    'DeleteNot provenNo request was sent: every possible test could change data.',
  ])
  expect(desktop.seen.probes.map(({ withChange }) => withChange)).toEqual([false])
})

test('the probe of the right to update is explained before it is sent', async () => {
  const { desktop, user } = await openCheck('development', {
    rights: async () => ok(someRights('refused')),
  })
  await user.click(screen.getByRole('switch', { name: 'Also test the right to update' }))
  expect(screen.getByText(/A safe test: a PATCH that AEM has to refuse/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Test read and update' }))
  await screen.findByRole('table')
  expect(desktop.seen.probes.map(({ withChange }) => withChange)).toEqual([true])
  const finding = screen.getByRole('heading', { name: 'AEM refused the change' }).parentElement
  expect(finding?.textContent).toContain('Tools > Security > Permissions > AEM Assets Collaborator')
})

test('on production the name is asked for, and main says whether it is right', async () => {
  const { desktop, user } = await openCheck('production', {
    rights: async ({ confirmedName }) =>
      confirmedName === 'Shop, development'
        ? ok(someRights('not-refused'))
        : failed({
            kind: 'input',
            problems: [{ field: 'confirmedName', code: 'name-not-confirmed', values: {} }],
          }),
  })
  await user.click(screen.getByRole('switch'))
  await user.click(screen.getByRole('button', { name: 'Test read and update' }))
  expect(await screen.findByText(/This isn’t the connection’s name/)).toBeTruthy()
  await user.type(screen.getByRole('textbox', { name: 'Connection name' }), 'Shop, development')
  await user.click(screen.getByRole('button', { name: 'Test read and update' }))
  expect(rowsOf(await screen.findByRole('table'))[2]).toContain('UpdateNot refused')
  expect(desktop.seen.probes).toHaveLength(2)
})

test('what was found out about changing becomes step 9 of the check', async () => {
  const { user } = await openCheck('development', { rights: async () => ok(someRights('not-refused')) })
  await user.click(screen.getByRole('button', { name: 'Check connection' }))
  await screen.findByText(/8 of 9 steps passed/)
  await user.click(screen.getByRole('switch'))
  await user.click(screen.getByRole('button', { name: 'Test read and update' }))
  expect(await screen.findByText('9 of 9 steps passed.')).toBeTruthy()
})

test('rights are forgotten when the check fetches a new token', async () => {
  const { user } = await openCheck('development', { rights: async () => ok(someRights()) })
  await user.click(screen.getByRole('button', { name: 'Test read' }))
  await screen.findByRole('table')
  await user.click(screen.getByRole('button', { name: 'Check connection' }))
  await screen.findByText('Ready to read, update not proven')
  expect(screen.queryByRole('table')).toBeNull()
})

test('a probe can be cancelled', async () => {
  const { desktop, user } = await openCheck('development', { rights: () => new Promise(() => undefined) })
  await user.click(screen.getByRole('button', { name: 'Test read' }))
  await user.click(await screen.findByRole('button', { name: 'Cancel' }))
  expect(desktop.seen.cancelled).toEqual(desktop.seen.probes.map(({ ticket }) => ticket))
})
