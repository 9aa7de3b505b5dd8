import type { CheckReport, StepResult, TokenCard, WhichSecret } from '../../shared/check'
import type { AccessTokens } from '../calls/access-tokens'
import type { Clock } from '../calls/clock'
import type { SendHttp } from '../calls/http'
import type { TokenGrant } from '../calls/ims'
import type { ConnectionAccess, ResolveAccess } from '../connections/connection-access'
import type { ConnectionRecord } from '../connections/connection-record'
import type { Connections } from '../connections/connections'
import { runAemSteps } from './aem-steps'
import { clockSkew, describeToken, examineClaims } from './claims'
import { examineInput } from './input-step'
import { examineSecret } from './keychain-step'
import type { NetworkProbe } from './network-probe'
import { probeHosts } from './network-step'
import { fact, recordSteps, type StepRecorder } from './step-recorder'

export type CheckOrder = {
  connectionId: string
  /** Already understood; null when the user named none. */
  assetId: string | null
  whichSecret: WhichSecret
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
    const access = await resolveAccess(record, request.whichSecret)
    const startedAt = clock.now()
    const steps = recordSteps(clock, publish)
    const token = await runSteps(collaborators, { request, record, access, signal }, steps)
    steps.skip('write', 'only-on-request')
    return {
      connectionId: record.id,
      connectionName: record.name,
      environment: record.environment,
      bucket: record.bucket,
      clientId: record.clientId,
      imsHost: access.need.imsHost,
      aemHost: access.aemHost,
      scopes: record.scopes,
      assetId: request.assetId,
      whichSecret: request.whichSecret,
      startedAt: new Date(startedAt).toISOString(),
      finishedAt: new Date(clock.now()).toISOString(),
      steps: steps.results(),
      token,
      rights: null,
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

async function runSteps(
  { tokens, http, probe, clock }: Collaborators,
  { request, record, access, signal }: Subject,
  steps: StepRecorder,
): Promise<TokenCard | null> {
  const { need, aemHost } = access
  await steps.run('input', async () => examineInput(record, access))
  const hasSecret = await steps.run('keychain', () =>
    examineSecret(record, request.whichSecret, need.readSecret, clock),
  )
  const network = await steps.run('network', () =>
    probeHosts(http, probe, clock, { ims: need.imsHost, aem: aemHost }, signal),
  )
  if (!hasSecret || !network) {
    for (const step of ['token', 'claims', 'aem', 'allow-list', 'read'] as const)
      steps.skip(step, 'not-reached')
    return null
  }

  let grant: TokenGrant | null = null
  await steps.run('token', async () => {
    grant = await tokens.renew(need, signal)
    const { durationMs, evidence } = grant
    return { facts: [fact('token-received', { durationMs })], evidence }
  })
  const received = grant as TokenGrant | null
  if (received === null) {
    for (const step of ['claims', 'aem', 'allow-list', 'read'] as const) steps.skip(step, 'not-reached')
    return null
  }

  const card = await runClaimsStep(received, { request, record, access, signal }, clock, steps)
  await runAemSteps({ http, clock, target: access, assetId: request.assetId, grant: received, signal }, steps)
  return card
}

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
    ...examineClaims(card, expected, skewMs, clock.now()),
    facts: [
      fact('scopes-granted', { scopes: card.scopesGranted.join(', ') }),
      fact('life-left', { minutes: Math.round((Date.parse(card.expiresAt) - clock.now()) / 60_000) }),
      ...(skewMs === null ? [] : [fact('clock-difference', { seconds: Math.round(skewMs / 1_000) })]),
    ],
  }))
  return card
}
