// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { CheckReport, StepResult } from '../../../../src/shared/check'
import type { Connection } from '../../../../src/shared/connections'
import type { Output } from '../../../../src/shared/contract'
import type { Result } from '../../../../src/shared/result'
import { aConnection, failed, fakeDesktop, ok } from '../../support/fake-desktop'
import { renderApp } from '../../support/render-app'

const since = '2026-03-01T09:00:00.000Z'
function withTwo(parts: Partial<Connection> = {}) {
  return aConnection({ secondSecret: { place: 'keychain', since }, ...parts })
}

type Changes = {
  store: (secret: string) => Result<Connection>
  promote: () => Result<Connection>
  forget: () => Result<Output<'forgetSecondSecret'>>
  check: () => Promise<Result<CheckReport>>
}

async function openSettings(connection: Connection, changes: Partial<Changes> = {}) {
  const desktop = fakeDesktop({
    list: { connections: [connection], setAside: null, forgotten: [] },
    ...(changes.check && { check: changes.check }),
  })
  const stored: string[] = []
  const api = {
    ...desktop.api,
    saveSecondSecret: async ({ secret }: { secret: string }) => {
      stored.push(secret)
      return changes.store?.(secret) ?? ok(withTwo())
    },
    promoteSecret: async () => changes.promote?.() ?? ok(withTwo()),
    forgetSecondSecret: async () =>
      changes.forget?.() ?? ok({ connection: aConnection(), isSecretLeft: false }),
  }
  const app = renderApp({ ...desktop, api })
  await app.user.click(await screen.findByRole('button', { name: 'Connection settings' }))
  return { ...app, desktop, stored, panel: within(screen.getByRole('region', { name: 'Client secrets' })) }
}

function aStep(parts: Partial<StepResult>): StepResult {
  return {
    step: 'token',
    state: 'green',
    durationMs: 1,
    facts: [],
    findings: [],
    evidence: null,
    ...parts,
  }
}
function aReport(...steps: StepResult[]): CheckReport {
  return {
    connectionId: 'dev-id',
    connectionName: 'Shop, development',
    environment: 'development',
    bucket: 'author-p1-e2',
    clientId: '0123456789abcdef0123456789abcdef',
    imsHost: 'https://ims-na1.adobelogin.com',
    aemHost: 'https://author-p1-e2.adobeaemcloud.com',
    hosts: 'adobe',
    scopes: [],
    assetId: null,
    assetPath: null,
    assetTitle: null,
    secretSlot: 'second',
    startedAt: since,
    finishedAt: since,
    steps,
    token: null,
    rights: null,
    programVersion: '0',
  }
}

test('a secret that is due for rotation is said to be, with the way to do it', async () => {
  const { panel } = await openSettings(aConnection({ rotationDueAfterDays: 190 }))
  expect(panel.getByText(/stored 190 days ago: time to rotate/)).toBeTruthy()
  expect(panel.getByText(/Add a new client secret/)).toBeTruthy()
})

test('Enter stores a second secret, and does not save the form', async () => {
  const { user, desktop, stored, panel } = await openSettings(aConnection())
  await user.type(panel.getByLabelText('Second client secret'), 'second{Enter}')
  await panel.findByText(/Check it before you promote it/)
  expect({ stored, saved: desktop.seen.drafts }).toEqual({ stored: ['second'], saved: [] })
})

test('after storing it, checking it is next', async () => {
  const { user, panel } = await openSettings(aConnection())
  await user.type(panel.getByLabelText('Second client secret'), 'second{Enter}')
  const check = await panel.findByRole('button', { name: 'Check the second secret' })
  await waitFor(() => expect(document.activeElement).toBe(check))
})

test('a stored secret is in no field, cache or session', async () => {
  const { user, client, desktop, panel } = await openSettings(aConnection())
  await user.type(panel.getByLabelText('Second client secret'), 'p8e-marker{Enter}')
  await panel.findByText(/Check it before you promote it/)
  const cached = [client.getQueryCache().getAll(), client.getMutationCache().getAll()]
    .flat()
    .map((entry) => JSON.stringify([entry.state, entry.options]))
  const places = [...cached, JSON.stringify(desktop.seen), document.body.innerHTML]
  expect(places.filter((place) => place.includes('p8e-marker'))).toEqual([])
})

test('a secret that cannot be kept has its problem at the field, until it is changed', async () => {
  function store() {
    return failed({ kind: 'input', problems: [{ field: 'secondSecret', code: 'secret-spaces', values: {} }] })
  }
  const { user, panel } = await openSettings(aConnection(), { store })
  const field = panel.getByLabelText('Second client secret')
  await user.type(field, ' x')
  await user.click(panel.getByRole('button', { name: 'Store second secret' }))
  expect(await panel.findByText(/starts or ends with a space/)).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(field))
  await user.type(field, 'y')
  expect(panel.queryByText(/starts or ends with a space/)).toBeNull()
})

test('a keychain that refuses is told of', async () => {
  function store() {
    return failed({ kind: 'keychain', problem: 'locked', detail: '' })
  }
  const { user, panel } = await openSettings(aConnection(), { store })
  await user.type(panel.getByLabelText('Second client secret'), 'second{Enter}')
  expect((await panel.findByRole('alert')).textContent).toContain('The keychain is locked.')
})

test('the other secret is checked by itself', async () => {
  async function check() {
    return ok(aReport(aStep({})))
  }
  const { user, desktop, panel } = await openSettings(withTwo(), { check })
  await user.click(panel.getByRole('button', { name: 'Check the second secret' }))
  expect(await panel.findByText('Adobe IMS issues access tokens for the second secret.')).toBeTruthy()
  expect(desktop.seen.checks.map(({ secretSlot }) => secretSlot)).toEqual(['second'])
})

test('what AEM refuses is no fault of the other secret', async () => {
  const finding = { kind: 'unexpected' } as const
  async function check() {
    return ok(aReport(aStep({}), aStep({ step: 'aem', state: 'red', findings: [finding] })))
  }
  const { user, panel } = await openSettings(withTwo(), { check })
  await user.click(panel.getByRole('button', { name: 'Check the second secret' }))
  expect(await panel.findByText('Adobe IMS issues access tokens for the second secret.')).toBeTruthy()
})

test('a refused other secret says why', async () => {
  const finding = {
    kind: 'failure',
    cause: 'ims-secret-refused',
    values: {},
    evidence: null,
  } as const
  async function check() {
    return ok(aReport(aStep({ state: 'red', findings: [finding] })))
  }
  const { user, panel } = await openSettings(withTwo(), { check })
  await user.click(panel.getByRole('button', { name: 'Check the second secret' }))
  expect((await panel.findByRole('alert')).textContent).toContain('rejects this client secret')
})

test('promoting asks first, and warns of a secret that was not checked', async () => {
  const { user, panel } = await openSettings(withTwo())
  await user.click(panel.getByRole('button', { name: 'Promote' }))
  const question = await screen.findByRole('alertdialog')
  expect(question.textContent).toMatch(
    /becomes the second.*Nothing changes at Adobe.*hasn’t been checked yet/,
  )
  await user.click(within(question).getByRole('button', { name: 'Promote' }))
  expect(await panel.findByText(/is now the current one/)).toBeTruthy()
})

test('promoting says when the last check of the secret failed', async () => {
  async function check() {
    return ok(aReport(aStep({ step: 'keychain', state: 'red', findings: [{ kind: 'unexpected' }] })))
  }
  const { user, panel } = await openSettings(withTwo(), { check })
  await user.click(panel.getByRole('button', { name: 'Check the second secret' }))
  await panel.findByRole('alert')
  await user.click(panel.getByRole('button', { name: 'Promote' }))
  expect((await screen.findByRole('alertdialog')).textContent).toContain('check of the second secret failed')
})

test('promoting says what becomes of a secret in memory', async () => {
  const { user, panel } = await openSettings(withTwo({ secret: { place: 'session', since } }))
  await user.click(panel.getByRole('button', { name: 'Promote' }))
  expect((await screen.findByRole('alertdialog')).textContent).toContain(
    'The one in memory becomes the second',
  )
})

test('forgetting the other secret asks first, then its field is back', async () => {
  const { user, panel } = await openSettings(withTwo())
  await user.click(panel.getByRole('button', { name: 'Forget the second secret' }))
  const question = await screen.findByRole('alertdialog')
  expect(question.textContent).toContain('It stays valid at Adobe')
  await user.click(within(question).getByRole('button', { name: 'Forget' }))
  expect(await panel.findByLabelText('Second client secret')).toBeTruthy()
})

test('an other secret that the keychain did not let go of is said to be there', async () => {
  const { user, panel } = await openSettings(withTwo(), {
    forget: () => ok({ connection: aConnection(), isSecretLeft: true }),
  })
  await user.click(panel.getByRole('button', { name: 'Forget the second secret' }))
  const question = await screen.findByRole('alertdialog')
  await user.click(within(question).getByRole('button', { name: 'Forget' }))
  expect(await panel.findByText(/it’s still in the keychain/)).toBeTruthy()
})

test('an other secret in memory is said to be there', async () => {
  const { panel } = await openSettings(withTwo({ secondSecret: { place: 'session', since } }))
  expect(panel.getByText('In memory only, until you quit')).toBeTruthy()
})

test('the demo has no secrets of its own', async () => {
  const demo = aConnection({ kind: 'demo', secret: { place: 'demo' } })
  const desktop = fakeDesktop({ list: { connections: [demo], setAside: null, forgotten: [] } })
  const { user } = renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: 'Connection settings' }))
  expect(screen.queryByRole('region', { name: 'Client secrets' })).toBeNull()
})
