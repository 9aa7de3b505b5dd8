import type { Environment, HostOrigin } from './connections'
import type { CheckStep } from './failure-signal'
import type { AppError, Evidence, MessageValues } from './result'

export const checkSteps = [
  'input',
  'keychain',
  'network',
  'token',
  'claims',
  'aem',
  'allow-list',
  'read',
  'write',
] as const satisfies readonly CheckStep[]

/** `unproven`: nothing that was seen tells whether the step holds. */
export type StepState = 'running' | 'green' | 'amber' | 'red' | 'unproven' | 'skipped'

/** Something that was sent or seen, as the message `fact.<code>` with its values; never a secret or a token. */
export type Fact = { code: FactCode; values: MessageValues }

export type FactCode =
  | 'hosts'
  | 'own-hosts'
  | 'secret-kept-since'
  | 'secret-in-memory'
  | 'secret-of-demo'
  | 'proxy'
  | 'no-proxy'
  | 'resolved'
  | 'reached'
  | 'token-received'
  | 'scopes-granted'
  | 'clock-difference'
  | 'life-left'
  | 'aem-answered'
  | 'client-let-in'
  | 'allow-list-not-proven'
  | 'asset-read'
  | 'no-asset-given'
  | 'not-reached'
  | 'only-on-request'
  | 'changes-locked'
  | 'update-not-refused'

export type StepResult = {
  step: CheckStep
  state: StepState
  durationMs: number
  facts: readonly Fact[]
  /** What is wrong, for a step that is amber or red. Several can be wrong with one token. */
  findings: readonly AppError[]
  evidence: Evidence | null
}

/** Claims of an access token as decoded on this machine; the signature is not checked. */
export type TokenCard = {
  clientId: string | null
  /** `user_id`: the technical account. */
  technicalAccountId: string | null
  technicalAccountEmail: string | null
  /** `as`: the IMS environment that issued the token. */
  issuer: string | null
  scopesAsked: readonly string[]
  scopesGranted: readonly string[]
  /** ISO 8601, UTC. */
  issuedAt: string
  expiresAt: string
  /** Every claim, as text, in the token's order. */
  claims: readonly { name: string; value: string }[]
}

export type SecretSlot = 'current' | 'second'

export type CheckRequest = {
  connectionId: string
  ticket: string
  /** As typed; empty when the user names no asset. */
  asset: string
  secretSlot: SecretSlot
  /** Also tries to change the asset, in a way that AEM has to refuse. */
  withUpdate: boolean
  /** For an update test on production: the name of the connection, typed by the user. */
  confirmedName: string
  /** One of many that the program starts by itself until one passes: of the others nobody is told. */
  isRepeated: boolean
}

export type CheckReport = {
  connectionId: string
  connectionName: string
  environment: Environment
  bucket: string
  clientId: string
  imsHost: string
  aemHost: string
  hosts: HostOrigin
  scopes: readonly string[]
  /** null when the user named none. */
  assetId: string | null
  /** Its `repo:path`; null when it was not read, or AEM tells none. */
  assetPath: string | null
  /** As `assetPath`. */
  assetTitle: string | null
  secretSlot: SecretSlot
  startedAt: string
  finishedAt: string
  steps: readonly StepResult[]
  token: TokenCard | null
  /** null where the update test was left out, or not reached. */
  rights: RightsMatrix | null
  programVersion: string
}

export type CheckProgress = { ticket: string; result: StepResult }

export const rights = ['read', 'create', 'update', 'delete'] as const
export type Right = (typeof rights)[number]

/**
 * `not-refused`: AEM did not refuse a change that could not succeed, which is as far as a test without a change can go.
 * `unproven`: the test could not tell, or there is none that could not change data.
 */
export type RightState = 'allowed' | 'refused' | 'not-refused' | 'unproven' | 'not-tried'

export type RightsMatrix = {
  assetId: string
  probedAt: string
  rows: readonly {
    right: Right
    state: RightState
    /** Message `right-reason.<code>`. */
    reason: RightReason
    error: AppError | null
    evidence: Evidence | null
  }[]
}

export type RightReason =
  | 'read-succeeded'
  | 'read-failed'
  | 'test-change-not-refused'
  | 'update-refused'
  | 'answer-not-known'
  | 'no-safe-probe'
  | 'not-asked-for'
  | 'changes-locked'
  | 'no-asset'
