import { expect, it } from 'vitest'
import { type CheckReport, checkSteps, type StepResult } from '../../../src/shared/check'
import { assetOf, credentialOf, openCheck, openCloud, runCheck } from '../../support/check-bench'
import { serve } from '../../support/serve'
import { answerJson } from '../../support/test-server'

function findingsAt(report: CheckReport, step: string): string[] {
  return report.steps
    .filter((result) => result.step === step)
    .flatMap(({ findings }) => findings.map((error) => (error.kind === 'failure' ? error.cause : error.kind)))
}

function factsAt(report: CheckReport, step: string): string[] {
  return report.steps
    .filter((result) => result.step === step)
    .flatMap(({ facts }) => facts.map(({ code }) => code))
}

it('goes through all steps in their order, and leaves rights to change to a request', async () => {
  const cloud = await openCloud()
  const services = openCheck()
  const { states } = await runCheck(services, await services.save(cloud, 'Reader'), assetOf(cloud))
  expect(states).toEqual([...checkSteps.slice(0, -1).map((step) => `${step} green`), 'write skipped'])
})

it('tells of each step when it begins and when it ends; one answer of AEM decides three', async () => {
  const cloud = await openCloud()
  const services = openCheck()
  const { told } = await runCheck(services, await services.save(cloud, 'Reader'), assetOf(cloud))
  const firstSix = checkSteps.slice(0, 6).flatMap((step) => [`${step} running`, `${step} green`])
  expect(told.map(({ step, state }) => `${step} ${state}`)).toEqual([
    ...firstSix,
    'allow-list green',
    'read green',
    'write skipped',
  ])
})

it('says that reading is not proven when no asset was named', async () => {
  const cloud = await openCloud()
  const services = openCheck()
  const { report, states } = await runCheck(services, await services.save(cloud, 'Reader'), null)
  expect([states.slice(5), factsAt(report, 'read')]).toEqual([
    ['aem green', 'allow-list unproven', 'read unproven', 'write skipped'],
    ['no-asset-given'],
  ])
})

it('stops at IMS when it refuses the secret, and asks AEM nothing', async () => {
  const cloud = await openCloud()
  const services = openCheck()
  const { states } = await runCheck(services, await services.save(cloud, 'Wrong secret'), assetOf(cloud))
  expect(states.slice(3)).toEqual([
    'token red',
    'claims skipped',
    'aem skipped',
    'allow-list skipped',
    'read skipped',
    'write skipped',
  ])
  expect(
    cloud.requests.filter(({ server, target }) => server === 'aem' && target.startsWith('/adobe/')),
  ).toEqual([])
})

it('still looks at the network when the keychain has no secret', async () => {
  const cloud = await openCloud()
  const services = openCheck()
  const connection = await services.save(cloud, 'Reader')
  services.secrets.kept.clear()
  const { report, states } = await runCheck(services, connection, null)
  expect(states.slice(0, 4)).toEqual(['input green', 'keychain red', 'network green', 'token skipped'])
  expect(findingsAt(report, 'keychain')).toEqual(['keychain'])
})

it('names the allow list where AEM is reached but does not let the client ID in', async () => {
  const cloud = await openCloud()
  const services = openCheck()
  const { report, states } = await runCheck(
    services,
    await services.save(cloud, 'Not allow-listed'),
    assetOf(cloud),
  )
  expect(states.slice(5)).toEqual(['aem green', 'allow-list red', 'read skipped', 'write skipped'])
  expect(findingsAt(report, 'allow-list')).toEqual(['aem-client-not-allowlisted'])
})

it.each(['IMS clock two days ahead', 'IMS clock two days behind'])(
  'sees by the claims that a clock is wrong: %s',
  async (name) => {
    const cloud = await openCloud()
    const services = openCheck()
    const { report } = await runCheck(services, await services.save(cloud, name), null)
    expect(findingsAt(report, 'claims')).toEqual(['claims-clock-skew'])
  },
)

it('sees that a token is valid for a minute only', async () => {
  const cloud = await openCloud()
  const services = openCheck()
  const { report } = await runCheck(services, await services.save(cloud, 'Token of one minute'), null)
  expect(findingsAt(report, 'claims')).toEqual(['claims-short-life'])
})

it('decodes the token: technical account, issuer, scopes and life', async () => {
  const cloud = await openCloud()
  const services = openCheck()
  const { report } = await runCheck(services, await services.save(cloud, 'Reader'), null)
  const { token } = report
  expect(token).toMatchObject({
    clientId: credentialOf(cloud, 'Reader').clientId,
    technicalAccountId: expect.stringMatching(/@techacct\.adobe\.com$/),
    issuer: 'ims-na1',
    scopesGranted: credentialOf(cloud, 'Reader').scopes,
  })
  expect(Date.parse(token?.expiresAt ?? '') - Date.parse(token?.issuedAt ?? '')).toBe(86_400_000)
})

it('puts neither the secret nor the token into what the window gets', async () => {
  const cloud = await openCloud()
  const services = openCheck()
  const credential = credentialOf(cloud, 'Reader')
  const connection = await services.save(cloud, 'Reader')
  const { report, told } = await runCheck(services, connection, assetOf(cloud))
  const { need } = await services.resolveAccess(await services.connections.find(connection.id))
  const { accessToken } = await services.tokens.obtain(need, new AbortController().signal)
  const all = JSON.stringify([report, told])
  const parts = [credential.clientSecret, accessToken, ...accessToken.split('.')]
  expect(parts.filter((part) => all.includes(part))).toEqual([])
})

it('hides the token where AEM sends the token back', async () => {
  const cloud = await openCloud()
  const echo = await serve(({ headers }, response) =>
    answerJson(response, { detail: `Refused: ${headers.authorization?.slice('Bearer '.length)}` }, 403),
  )
  const services = openCheck()
  const connection = await services.save(cloud, 'Token that is not a JWT', { aemHost: echo.origin })
  const { report, told } = await runCheck(services, connection, assetOf(cloud))
  const token =
    echo.seen.flatMap(({ headers }) => headers.authorization ?? [])[0]?.slice('Bearer '.length) ?? ''
  expect(token).not.toBe('')
  expect(findingsAt(report, 'aem')).toEqual(['unknown-aem-answer'])
  expect(JSON.stringify([report, told])).not.toContain(token)
})

it('tries the other secret, and does not take its token for one of the current secret', async () => {
  const cloud = await openCloud()
  const services = openCheck()
  const wrong = { secret: 'p8e-not-the-right-one' }
  const { id } = await services.save(cloud, 'Rotation: old secret', wrong)
  const { clientSecret } = credentialOf(cloud, 'Rotation: new secret')
  const connection = await services.connections.saveSecondSecret(id, clientSecret)
  const other = await runCheck(services, connection, null, { secretSlot: 'second' })
  const current = await runCheck(services, connection, null, { secretSlot: 'current' })
  expect([other.states[3], current.states[3]]).toEqual(['token green', 'token red'])
})

it('ends with the reason of the signal when it is cancelled, and tells of nothing after that', async () => {
  const cloud = await openCloud()
  const services = openCheck()
  const { id } = await services.save(cloud, 'IMS never answers')
  const controller = new AbortController()
  const told: StepResult[] = []
  const reason = new Error('Cancelled by the test')
  const running = services.check(
    { connectionId: id, assetId: null, secretSlot: 'current', withUpdate: false },
    controller.signal,
    (result) => {
      told.push(result)
      if (result.step === 'token' && result.state === 'running') controller.abort(reason)
    },
  )
  await expect(running).rejects.toBe(reason)
  expect(told.at(-1)).toMatchObject({ step: 'token', state: 'running' })
})

it('does not wait for the keychain when it is cancelled', async () => {
  const cloud = await openCloud()
  const services = openCheck()
  const { id } = await services.save(cloud, 'Reader')
  services.secrets.hold()
  const controller = new AbortController()
  const reason = new Error('Cancelled by the test')
  const running = services.check(
    { connectionId: id, assetId: null, secretSlot: 'current', withUpdate: false },
    controller.signal,
    ({ step, state }) => {
      if (step === 'keychain' && state === 'running') controller.abort(reason)
    },
  )
  await expect(running).rejects.toBe(reason)
})

it('says what was checked, with which hosts and by which version', async () => {
  const cloud = await openCloud()
  const services = openCheck()
  const connection = await services.save(cloud, 'Reader', { environment: 'production' })
  const { report } = await runCheck(services, connection, assetOf(cloud))
  expect(report).toMatchObject({
    connectionName: 'Reader',
    environment: 'production',
    bucket: cloud.bucket,
    imsHost: cloud.ims,
    aemHost: cloud.aem,
    hosts: 'custom',
    assetId: assetOf(cloud),
    assetPath: cloud.assets.find(({ assetId }) => assetId === assetOf(cloud))?.path,
    secretSlot: 'current',
    programVersion: '1.2.3',
  })
})

it.each([
  ['Editor', 'green', 'not-refused'],
  ['Reader', 'amber', 'refused'],
])('includes the update test where it is asked for: %s is %s', async (name, state, update) => {
  const cloud = await openCloud()
  const services = openCheck()
  const connection = await services.save(cloud, name)
  const { report } = await runCheck(services, connection, assetOf(cloud), { withUpdate: true })
  expect(report.steps.at(-1)).toMatchObject({ step: 'write', state })
  expect(report.rights?.rows.find(({ right }) => right === 'update')?.state).toBe(update)
})

it('sends no update test for an asset that was not read', async () => {
  const cloud = await openCloud()
  const services = openCheck()
  const connection = await services.save(cloud, 'Not allow-listed')
  const { states } = await runCheck(services, connection, assetOf(cloud), { withUpdate: true })
  expect(states.at(-1)).toBe('write skipped')
  expect(cloud.requests.filter(({ method }) => method === 'PATCH')).toEqual([])
})
