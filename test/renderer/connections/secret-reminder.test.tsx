// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aConnection, fakeDesktop } from '../support/fake-desktop'
import { renderApp } from '../support/render-app'

const old = aConnection({ rotationDueAfterDays: 190 })
const older = aConnection({ id: 'stage-id', name: 'Shop, stage', rotationDueAfterDays: 400 })

function open(connections: readonly ReturnType<typeof aConnection>[], remindedOn: string | null) {
  const session = { theme: 'light', lastWork: null, unsavedDrafts: [], remindedOn } as const
  const desktop = fakeDesktop({ session, list: { connections, setAside: null, forgotten: [] } })
  return { desktop, ...renderApp(desktop) }
}

async function remindedOf({ desktop }: ReturnType<typeof open>) {
  await waitFor(() => expect(desktop.seen.sessions.map((patch) => patch.remindedOn)).toHaveLength(1))
  return desktop.seen.sessions[0]?.remindedOn
}

test('the first start of a day reminds of the oldest secret, and leads to it', async () => {
  const app = open([old, older], '2026-01-01')
  await screen.findByText(/^2 client secrets are due for rotation.*Shop, stage.*400 days ago/)
  await app.user.click(screen.getByRole('button', { name: 'Show' }))
  await screen.findByRole('heading', { level: 1, name: 'Shop, stage' })
  expect(screen.queryByText(/due for rotation/)).toBeNull()
  expect(await remindedOf(app)).toMatch(/^20\d\d-\d\d-\d\d$/)
})

test('the next start of that day does not', async () => {
  const day = await remindedOf(open([old], null))
  const { desktop } = open([old], day ?? null)
  await screen.findAllByRole('textbox', { name: 'Asset' })
  expect(screen.queryAllByText(/time to rotate/)).toHaveLength(1)
  expect(desktop.seen.sessions).toEqual([])
})

test('nothing is said of secrets that are not old', async () => {
  const { desktop } = open([aConnection()], null)
  await screen.findByRole('textbox', { name: 'Asset' })
  expect([screen.queryByText(/secret/), desktop.seen.sessions]).toEqual([null, []])
})
