// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { CheckReport } from '../../../src/shared/check'
import type { Connection } from '../../../src/shared/connections'
import type { AppError } from '../../../src/shared/result'
import { type Answers, aConnection, failed, fakeDesktop, ok } from '../support/fake-desktop'
import { renderApp } from '../support/render-app'
import {
  aFailure,
  anEvidence,
  aReport,
  aStep,
  assetId,
  aToken,
  clientId,
  notAllowListed,
  steps,
} from '../support/reports'

function listOf(...connections: Connection[]) {
  return { connections, setAside: null, forgotten: [] }
}

async function openCheck(answers: Partial<Answers> = {}) {
  const desktop = fakeDesktop({ list: listOf(aConnection()), ...answers })
  const { user } = renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: 'Check' }))
  return { desktop, user }
}

async function runCheck(report: CheckReport, answers: Partial<Answers> = {}) {
  const opened = await openCheck({ check: async () => ok(report), ...answers })
  await opened.user.click(screen.getByRole('button', { name: 'Check connection' }))
  await screen.findByText(/^Checked at/)
  return opened
}

function summaryOf(role: 'status' | 'alert'): string {
  return screen.getAllByRole(role)[0]?.textContent ?? ''
}
function stepNamed(name: string): HTMLElement {
  const item = screen.getAllByRole('listitem').find((candidate) => candidate.textContent?.startsWith(name))
  if (!item) throw new Error(`No step ${name}`)
  return item
}

test('a good check says how many steps are good and which one was left out', async () => {
  await runCheck(aReport())
  expect(summaryOf('status')).toMatch(
    /^Ready to read, update not proven8 of 9 steps passed. If the integration also writes, include the update test and check again.The access token is valid until .*, 23 hr 59 min left/,
  )
})

test('a check that stops says where, why and who can mend it', async () => {
  await runCheck(aReport({ steps: notAllowListed() }))
  expect(summaryOf('alert')).toMatch(
    /^Not readyStopped at step 7: Client ID allow-listed.*isn’t on the allow list.*Who can fix this: the person who deploys/,
  )
})

test('a failed step after which others went on is not told as the end', async () => {
  const findings = [aFailure('claims-other-ims', null)]
  await runCheck(aReport({ steps: steps({ claims: { state: 'red', findings } }) }))
  expect(summaryOf('alert')).toMatch(/^Not readyStep 5 failed: Token claims/)
})

test('an amber step is named in the summary', async () => {
  const findings = [aFailure('claims-scopes-missing', null)]
  await runCheck(aReport({ steps: steps({ claims: { state: 'amber', findings } }) }))
  expect(summaryOf('status')).toContain('7 of 9 steps passed, 1 needs attention: Token claims.')
})

test('steps appear as they run, each with its state in a word', async () => {
  let finish: (report: CheckReport) => void = () => undefined
  const { desktop, user } = await openCheck({
    check: () =>
      new Promise((resolve) => {
        finish = (report) => resolve(ok(report))
      }),
  })
  await user.click(screen.getByRole('button', { name: 'Check connection' }))
  await waitFor(() => expect(desktop.seen.checks).toHaveLength(1))
  const ticket = desktop.seen.checks[0]?.ticket ?? ''
  desktop.reportStep({ ticket, result: aStep('input') })
  desktop.reportStep({ ticket: 'of another check', result: aStep('keychain', { state: 'red' }) })
  desktop.reportStep({ ticket, result: aStep('keychain', { state: 'running' }) })
  await waitFor(() => expect(stepNamed('2. Keychain').textContent).toContain('Running'))
  expect(stepNamed('1. Input and hosts').textContent).toContain('OK')
  expect(stepNamed('3. Network').textContent).toContain('Waiting')
  finish(aReport())
  await screen.findByText('Ready to read, update not proven')
})

test('a cancelled check keeps what was found out and says that it was cancelled', async () => {
  const { desktop, user } = await openCheck({ check: () => new Promise(() => undefined) })
  await user.click(screen.getByRole('button', { name: 'Check connection' }))
  await waitFor(() => expect(desktop.seen.checks).toHaveLength(1))
  desktop.reportStep({ ticket: desktop.seen.checks[0]?.ticket ?? '', result: aStep('input') })
  await waitFor(() => expect(stepNamed('1. Input and hosts').textContent).toContain('OK'))
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect((await screen.findByText('Check canceled')).parentElement?.textContent).toContain('1 step finished.')
  expect(desktop.seen.cancelled).toEqual([desktop.seen.checks[0]?.ticket])
})

test('facts are told in words', async () => {
  const facts = [{ code: 'token-received', values: { durationMs: 230 } }] as const
  await runCheck(aReport({ steps: steps({ token: { facts } }) }))
  expect(stepNamed('4. Access token from IMS').textContent).toContain(
    'Adobe IMS issued an access token in 230 ms.',
  )
})

test('an asset that is none shows at its field, until it is edited', async () => {
  const error: AppError = {
    kind: 'input',
    problems: [{ field: 'asset', code: 'asset-not-an-id', values: {} }],
  }
  const { user } = await openCheck({ check: async () => failed(error) })
  await user.type(screen.getByRole('textbox', { name: 'Asset' }), 'tea')
  await user.click(screen.getByRole('button', { name: 'Check connection' }))
  expect(await screen.findByText(/This isn’t an asset ID/)).toBeTruthy()
  await user.type(screen.getByRole('textbox', { name: 'Asset' }), 's')
  expect(screen.queryByText(/This isn’t an asset ID/)).toBeNull()
})

test('the check of the settings page saves edits, then runs at once on the page of the check', async () => {
  const desktop = fakeDesktop({ list: listOf(aConnection()), check: async () => ok(aReport()) })
  const { user } = renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: 'Connection settings' }))
  await user.type(screen.getByRole('textbox', { name: 'Connection name' }), '!')
  await user.click(screen.getByRole('button', { name: 'Check connection' }))
  await screen.findByText('Ready to read, update not proven')
  expect(desktop.seen.drafts.map(({ name }) => name)).toEqual(['Shop, development!'])
})

test('api.yaml is offered for all environments that use the client ID', async () => {
  const production = aConnection({ id: 'prod-id', name: 'Shop, production', environment: 'production' })
  const list = listOf(aConnection({ clientId }), { ...production, clientId })
  const { desktop, user } = await runCheck(aReport({ steps: notAllowListed() }), { list })
  expect(screen.getByText(/envTypes: \["dev", "prod"\]/)).toBeTruthy()
  await user.click(screen.getByRole('checkbox', { name: 'Production' }))
  await user.click(screen.getByRole('button', { name: 'Copy: config/api.yaml' }))
  expect(desktop.seen.copied[0]).toContain('envTypes: ["dev"]')
  expect(desktop.seen.copied[0]).toContain(`- "${clientId}"`)
})

test('the request to the owner names what was tried, what is asked for and the request ID', async () => {
  const { desktop, user } = await runCheck(aReport({ steps: notAllowListed() }))
  await user.click(screen.getByRole('button', { name: 'Copy request to the Cloud Manager deployer' }))
  const request = desktop.seen.copied[0] ?? ''
  for (const part of [
    'Step 7 of 9, “Client ID allow-listed”, failed',
    'Please add the client ID below to data.allowedClientIDs.author',
    `- Client ID: ${clientId}`,
    '- Bucket: author-p1-e2',
    '- Request ID: request-1',
    '- Sent at (UTC): 2026-03-01T09:00:01.000Z',
    'kind: "API"',
    'no secret and no token',
  ]) {
    expect(request).toContain(part)
  }
})

test('a missing scope is marked by a word', async () => {
  await runCheck(aReport({ token: aToken({ scopesGranted: ['openid'] }) }))
  expect(screen.getByText('aem.assets.author: not granted')).toBeTruthy()
  expect(screen.getByText('openid: granted')).toBeTruthy()
})

test('the token is only copied after it was said what that means', async () => {
  const { desktop, user } = await runCheck(aReport())
  await user.click(screen.getByRole('button', { name: 'Copy access token' }))
  const dialog = await screen.findByRole('alertdialog')
  expect(dialog.textContent).toContain('It opens AEM for as long as it’s valid, up to a day.')
  expect(desktop.seen.copiedTokens).toEqual([])
  await user.click(within(dialog).getByRole('button', { name: 'Copy access token' }))
  expect(await screen.findByText(/cleared from the clipboard in 60 s/)).toBeTruthy()
  expect(desktop.seen.copiedTokens).toEqual(['dev-id'])
})

test('the second client secret can be checked where there is one', async () => {
  const connection = aConnection({ secondSecret: { place: 'keychain', since: '2026-02-01T09:00:00.000Z' } })
  const report = aReport({ secretSlot: 'second' })
  const { desktop, user } = await openCheck({ list: listOf(connection), check: async () => ok(report) })
  await user.click(screen.getByRole('radio', { name: 'Second' }))
  await user.click(screen.getByRole('button', { name: 'Check connection' }))
  await screen.findByText(/With the second client secret/)
  expect(desktop.seen.checks.map(({ secretSlot }) => secretSlot)).toEqual(['second'])
})

test('the evidence of a request that several steps share is shown once', async () => {
  const evidence = anEvidence({ status: 200 })
  const shared = { evidence }
  await runCheck(aReport({ steps: steps({ aem: shared, 'allow-list': shared, read: shared }) }))
  expect(screen.getAllByRole('button', { name: 'What was sent and seen' })).toHaveLength(1)
})

test('what was asked is asked again with the asset that was typed', async () => {
  const { desktop, user } = await openCheck({ check: async () => ok(aReport()) })
  // Letter by letter would render the whole page fifty times.
  await user.click(screen.getByRole('textbox', { name: 'Asset' }))
  await user.paste(assetId)
  await user.keyboard('{Enter}')
  await screen.findByText('Ready to read, update not proven')
  expect(desktop.seen.checks.map(({ asset }) => asset)).toEqual([assetId])
})
