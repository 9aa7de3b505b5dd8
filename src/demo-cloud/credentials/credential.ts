import { createHash } from 'node:crypto'
import type { FailureName } from '../failures/failure'
import type { OddTokenAnswer } from '../ims/odd-answers'

/** What a user of the demo cloud needs to know of one credential. */
export interface DemoCredential {
  name: string
  /** 32 hexadecimal characters, as Adobe Developer Console shows them. */
  clientId: string
  clientSecret: string
  scopes: string[]
  /** What a client meets with this credential, in one sentence. */
  shows: string
}

/** What Adobe's side knows of a credential: the same for IMS and AEM. */
export interface Account {
  clientId: string
  /** Adobe allows two valid secrets per credential, so that one can be rotated. */
  secrets: string[]
  /** Scopes that the credential may ask for. */
  granted: string[]
  /** `…@techacct.adobe.com`, the user that AEM sees. */
  technicalAccountId: string
  /** Null: IMS answers as documented. */
  odd: OddTokenAnswer | null
  token: TokenTraits
  aem: AemTraits
}

export interface TokenTraits {
  /** Milliseconds of life, null for the cloud's usual. */
  lifeMs: number | null
  /** Milliseconds by which the IMS clock in `created_at` is ahead of ours. */
  clockAheadMs: number
  /** `as` claim: which IMS environment issued the token. */
  issuer: string
  /** `client_id` claim, null for the credential's own. */
  claimedClientId: string | null
  /** Requested scopes that IMS silently leaves out. */
  droppedScopes: string[]
  /** An opaque string instead of a JWT. */
  opaque: boolean
}

export interface AemTraits {
  /** Whether the client ID is listed in the environment's `api.yaml`. */
  allowListed: boolean
  /** Rights by product profile and group. */
  rights: Rights
  /** Whether AEM accepts the token at all. */
  tokenAccepted: boolean
  /** Adobe's API gateway answers every call with this, before AEM sees it. */
  failsWith: FailureName | null
  requireExperimentalHeader: boolean
  slingJson: boolean
  /** The technical account is not known in AEM until a second token is taken. */
  unknownUntilSecondToken: boolean
}

export type Right = 'read' | 'create' | 'update' | 'delete'
export type Rights = Record<Right, boolean>

export interface CredentialSeed {
  credential: DemoCredential
  /** Null when the credential only re-uses, or is not known to, another's account. */
  account: Account | null
}

/** The scopes of the Assets Author API in Adobe's tutorials. */
export const usualScopes = ['AdobeID', 'openid', 'aem.folders', 'aem.assets.author']

export const readOnly: Rights = { read: true, create: false, update: false, delete: false }

interface SeedInput {
  /** Short stable word: client ID and secret are derived from it. */
  slug: string
  name: string
  shows: string
  scopes?: string[]
  clientSecret?: string
  secrets?: string[]
  granted?: string[]
  odd?: OddTokenAnswer
  token?: Partial<TokenTraits>
  aem?: Partial<AemTraits>
}

/** A documented credential with an account of its own; whatever is left out works as it should. */
export function credential(input: SeedInput): CredentialSeed {
  const { slug, name, shows, scopes = usualScopes } = input
  const clientSecret = input.clientSecret ?? secretOf(slug)
  const clientId = clientIdOf(slug)
  const account: Account = {
    clientId,
    secrets: input.secrets ?? [clientSecret],
    granted: input.granted ?? scopes,
    technicalAccountId: `${digest(`account:${slug}`).slice(0, 24).toUpperCase()}@techacct.adobe.com`,
    odd: input.odd ?? null,
    token: {
      lifeMs: null,
      clockAheadMs: 0,
      issuer: 'ims-na1',
      claimedClientId: null,
      droppedScopes: [],
      opaque: false,
      ...input.token,
    },
    aem: {
      allowListed: true,
      rights: readOnly,
      tokenAccepted: true,
      failsWith: null,
      requireExperimentalHeader: false,
      slingJson: false,
      unknownUntilSecondToken: false,
      ...input.aem,
    },
  }
  return { credential: { name, clientId, clientSecret, scopes, shows }, account }
}

/** Another way to use an account that is documented elsewhere, or one that does not exist. */
export function credentialWithoutAccount(input: DemoCredential): CredentialSeed {
  return { credential: input, account: null }
}

export function clientIdOf(slug: string): string {
  return digest(`client:${slug}`).slice(0, 32)
}

export function secretOf(slug: string): string {
  return `p8e-demo-${slug}-${digest(`secret:${slug}`).slice(0, 12)}`
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
