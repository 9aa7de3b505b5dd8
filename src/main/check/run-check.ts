import type { CheckReport, RightsMatrix, SecretSlot, StepResult, TokenCard } from '../../shared/check'
import type { AccessTokens } from '../calls/access-tokens'
import type { Clock } from '../calls/clock'
import type { SendHttp } from '../calls/http'
import type { TokenGrant } from '../calls/ims'
import { hostOriginOf } from '../connections/aem-hosts'
import type { ConnectionAccess, ResolveAccess } from '../connections/connection-access'
import type { ConnectionRecord } from '../connections/connection-record'
import type { Connections } from '../connections/connections'
import type { Lock } from '../edit/write-lock'
import { runAemSteps } from './aem-steps'
import { clockSkew, describeToken, examineClaims } from './claims'
import { examineInput } from './input-step'
import { examineSecret } from './keychain-step'
import type { NetworkProbe } from './network-probe'
import { probeHosts } from './network-step'
import { fact, recordSteps, type StepRecorder } from './step-recorder'
import { runWriteStep } from './write-step'

export type CheckOrder = {
  connectionId: string
  /** Already understood; null when the user named none. */
  assetId: string | null
  secretSlot: SecretSlot
  withUpdate: boolean
}

export type CheckConnection = (
  request: CheckOrder,
  signal: AbortSignal,
  publish: (result: StepResult) => void,
) => Promise<CheckReport>

type Collaborators = {
  connections: Connections
  resolveAccess: ResolveAccess
  tokens: AccessTokens
  lock: Lock
  http: SendHttp
  probe: NetworkProbe
  clock: Clock
  programVersion: string
}

/**
 * Checks a connection step by step, from the fields to the asset, and tells of each step as it runs.
 *
 * What does not work is a finding of its step, not an error; throws only `gone`, `input` and the signal's reason.
 */
export function createCheck(collaborators: Collaborators): CheckConnection {
  return async (request, signal, publish) => {
    const { connections, resolveAccess, clock, programVersion } = collaborators
    const record = await connections.find(request.connectionId)
    const access = await resolveAccess(record, request.secretSlot)
    const startedAt = clock.now()
    const steps = recordSteps(clock, publish)
    const seen = await runSteps(collaborators, { request, record, access, signal }, steps)
    if (!request.withUpdate) steps.skip('write', 'only-on-request')
    const results = steps.finish()
    return {
      connectionId: record.id,
      connectionName: record.name,
      environment: record.environment,
      bucket: record.bucket,
      clientId: record.clientId,
      imsHost: access.need.imsHost,
      aemHost: access.aemHost,
      hosts: hostOriginOf(record),
      scopes: record.scopes,
      assetId: request.assetId,
      assetPath: seen.assetPath,
      assetTitle: seen.assetTitle,
      secretSlot: request.secretSlot,
      startedAt: new Date(startedAt).toISOString(),
      finishedAt: new Date(clock.now()).toISOString(),
      steps: results,
      token: seen.token,
      rights: seen.rights,
      programVersion,
    }
  }
}

type Subject = {
  request: CheckOrder
  record: ConnectionRecord
  access: ConnectionAccess
  signal: AbortSignal
}

type Seen = Pick<CheckReport, 'token' | 'assetPath' | 'assetTitle' | 'rights'>

const nothingSeen: Seen = { token: null, assetPath: null, assetTitle: null, rights: null }

/** Each step only where the ones before it make sense; the claims of the token, where there is one. */
async function runSteps(collaborators: Collaborators, subject: Subject, steps: StepRecorder): Promise<Seen> {
  const { tokens, http, probe, clock } = collaborators
  const { request, record, access, signal } = subject
  const { need, aemHost } = access
  await steps.run('input', async () => ({ value: null, ...examineInput(record, access) }))
  const hasSecret = await steps.run('keychain', async () => ({
    value: true,
    ...(await examineSecret(record, request.secretSlot, () => need.readSecret(signal), clock)),
  }))
  const isReachable = await steps.run('network', async () => ({
    value: true,
    ...(await probeHosts(http, probe, clock, { ims: need.imsHost, aem: aemHost }, signal)),
  }))
  if (!hasSecret || !isReachable) return nothingSeen
  const grant = await steps.run('token', async () => {
    const value = await tokens.renew(need, signal)
    const { durationMs, evidence } = value
    return { value, facts: [fact('token-received', { durationMs })], evidence }
  })
  if (grant === null) return nothingSeen
  const token = await runClaimsStep(grant, subject, clock, steps)
  const target = { http, clock, target: access, assetId: request.assetId, grant, signal }
  const names = await runAemSteps(target, steps)
  const rights = names !== null && request.withUpdate ? await tryUpdate(collaborators, subject, steps) : null
  return { token, assetPath: names?.path ?? null, assetTitle: names?.title ?? null, rights }
}

async function tryUpdate(
  collaborators: Collaborators,
  { request, record, access, signal }: Subject,
  steps: StepRecorder,
): Promise<RightsMatrix | null> {
  if (request.assetId === null) return null
  const pass = collaborators.lock.passForTest(record)
  if (pass === null) {
    steps.skip('write', 'changes-locked')
    return null
  }
  return runWriteStep(collaborators, { target: { ...access, assetId: request.assetId }, pass }, signal, steps)
}

/** Also where the claims do not fit: AEM's own answer counts more than they do. */
async function runClaimsStep(
  grant: TokenGrant,
  { record, access }: Subject,
  clock: Clock,
  steps: StepRecorder,
): Promise<TokenCard> {
  const expected = {
    clientId: record.clientId,
    imsHost: access.need.imsHost,
    scopes: record.scopes,
    technicalAccountEmail: record.technicalAccountEmail,
  }
  const card = describeToken(grant, expected)
  const skewMs = clockSkew(grant)
  await steps.run('claims', async () => ({
    value: null,
    ...examineClaims(card, expected, skewMs, clock.now()),
    facts: [
      fact('scopes-granted', { scopes: card.scopesGranted.join(', ') }),
      fact('life-left', { minutes: Math.round((Date.parse(card.expiresAt) - clock.now()) / 60_000) }),
      ...(skewMs === null ? [] : [fact('clock-difference', { seconds: Math.round(skewMs / 1_000) })]),
    ],
  }))
  return card
}
