import type { CheckReport, RightsMatrix, StepResult, TokenCard } from '../../../src/shared/check'
import { checkSteps } from '../../../src/shared/check'
import type { CauseId } from '../../../src/shared/failure-catalogue'
import type { CheckStep } from '../../../src/shared/failure-signal'
import type { AppError, Evidence } from '../../../src/shared/result'

export const assetId = 'urn:aaid:aem:6d3a1c52-8f0e-4a7b-9c41-2e5f7d90b8aa'
export const clientId = '0123456789abcdef0123456789abcdef'

export function anEvidence(parts: Partial<Evidence> = {}): Evidence {
  return {
    method: 'GET',
    url: 'https://author-p1-e2.adobeaemcloud.com/adobe/assets/x/metadata',
    status: 403,
    contentType: 'application/problem+json',
    requestId: 'request-1',
    excerpt: '{"title":"Forbidden"}',
    at: '2026-03-01T09:00:01.000Z',
    durationMs: 40,
    ...parts,
  }
}

export function aFailure(cause: CauseId, evidence: Evidence | null = anEvidence()): AppError {
  return {
    kind: 'failure',
    cause,
    values: { clientId, bucket: 'author-p1-e2' },
    evidence,
  }
}

export function aStep(step: CheckStep, parts: Partial<StepResult> = {}): StepResult {
  return {
    step,
    state: 'green',
    durationMs: 12,
    facts: [],
    findings: [],
    evidence: null,
    ...parts,
  }
}

/** All steps green but the last one, which is skipped; changed at the steps that are named. */
export function steps(changes: Partial<Record<CheckStep, Partial<StepResult>>> = {}): StepResult[] {
  return checkSteps.map((step) =>
    aStep(step, {
      ...(step === 'write'
        ? { state: 'skipped', durationMs: 0, facts: [{ code: 'only-on-request', values: {} }] }
        : {}),
      ...changes[step],
    }),
  )
}

const skipped: Partial<StepResult> = {
  state: 'skipped',
  durationMs: 0,
  facts: [{ code: 'not-reached', values: {} }],
}

export function notAllowListed(): StepResult[] {
  return steps({
    'allow-list': { state: 'red', findings: [aFailure('aem-client-not-allowlisted')] },
    read: skipped,
  })
}

export function aToken(parts: Partial<TokenCard> = {}): TokenCard {
  return {
    clientId,
    technicalAccountId: 'ABC@techacct.adobe.com',
    technicalAccountEmail: 'shop@techacct.adobe.com',
    issuer: 'ims-na1',
    scopesAsked: ['openid', 'aem.assets.author'],
    scopesGranted: ['openid', 'aem.assets.author'],
    issuedAt: new Date().toISOString(),
    expiresAt: new Date(Date.now() + 86_399_000).toISOString(),
    claims: [{ name: 'type', value: 'access_token' }],
    ...parts,
  }
}

export function aReport(parts: Partial<CheckReport> = {}): CheckReport {
  return {
    connectionId: 'dev-id',
    connectionName: 'Shop, development',
    environment: 'development',
    bucket: 'author-p1-e2',
    clientId,
    imsHost: 'https://ims-na1.adobelogin.com',
    aemHost: 'https://author-p1-e2.adobeaemcloud.com',
    hosts: 'adobe',
    scopes: ['openid', 'aem.assets.author'],
    assetId,
    assetPath: null,
    assetTitle: null,
    secretSlot: 'current',
    startedAt: '2026-03-01T09:00:00.000Z',
    finishedAt: '2026-03-01T09:00:02.000Z',
    steps: steps(),
    token: aToken(),
    rights: null,
    programVersion: '1.2.3',
    ...parts,
  }
}

export function someRights(update: 'not-refused' | 'refused' | 'not-tried' = 'not-tried'): RightsMatrix {
  return {
    assetId,
    probedAt: '2026-03-01T09:05:00.000Z',
    rows: [
      { right: 'read', state: 'allowed', reason: 'read-succeeded', error: null, evidence: null },
      { right: 'create', state: 'unproven', reason: 'no-safe-probe', error: null, evidence: null },
      {
        right: 'update',
        state: update,
        reason:
          update === 'not-refused'
            ? 'test-change-not-refused'
            : update === 'refused'
              ? 'update-refused'
              : 'not-asked-for',
        error: update === 'refused' ? aFailure('aem-write-refused', anEvidence({ method: 'PATCH' })) : null,
        evidence: null,
      },
      { right: 'delete', state: 'unproven', reason: 'no-safe-probe', error: null, evidence: null },
    ],
  }
}
