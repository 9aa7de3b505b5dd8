import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Account } from '../credentials/credential'

/** What both services remember of a token. */
export interface IssuedToken {
  text: string
  account: Account
  /** The client ID that the token speaks for. */
  clientId: string
  scopes: string[]
  /** Milliseconds since 1970 by the cloud's clock, not by the claims. */
  expiresAt: number
  /** Counts the tokens of one account, from 1. */
  serial: number
  /** The claims, which an opaque token has as well, without showing them. */
  claims: Record<string, string | number>
  /** Set once the token was invalidated or revoked. */
  withdrawn: boolean
}

/** Issued tokens, shared by IMS, which adds, and AEM, which looks up. */
export class TokenRegister {
  private readonly tokens = new Map<string, IssuedToken>()
  private readonly serials = new Map<string, number>()

  issue(account: Account, requestedScopes: string[], now: number, usualLifeMs: number): IssuedToken {
    const { token: traits } = account
    const lifeMs = traits.lifeMs ?? usualLifeMs
    const scopes = requestedScopes.filter((scope) => !traits.droppedScopes.includes(scope))
    const clientId = traits.claimedClientId ?? account.clientId
    const serial = (this.serials.get(account.clientId) ?? 0) + 1
    this.serials.set(account.clientId, serial)
    const claims = claimsOf({ account, clientId, scopes, createdAt: now + traits.clockAheadMs, lifeMs })
    const text = traits.opaque ? randomBytes(900).toString('base64url') : signedToken(claims)
    const expiresAt = now + lifeMs
    const issued = { text, account, clientId, scopes, expiresAt, serial, claims, withdrawn: false }
    this.tokens.set(text, issued)
    return issued
  }

  find(text: string): IssuedToken | undefined {
    return this.tokens.get(text)
  }
}

interface TokenFacts {
  account: Account
  clientId: string
  scopes: string[]
  createdAt: number
  lifeMs: number
}

/**
 * Claims as in published tokens of IMS (aio-lib-ims e2e tests, trufflehog's detectors). Times are milliseconds as strings, and
 * there is no `exp`, `iat`, `iss` or `aud`.
 */
function claimsOf({ account, clientId, scopes, createdAt, lifeMs }: TokenFacts): IssuedToken['claims'] {
  return {
    id: `${createdAt}_${randomUUID()}_uw2`,
    type: 'access_token',
    client_id: clientId,
    user_id: account.technicalAccountId,
    as: account.token.issuer,
    aa_id: account.technicalAccountId,
    ctp: 0,
    fg: randomBytes(40).toString('hex').toUpperCase(),
    sid: `${createdAt}_${randomUUID()}_uw2`,
    moi: createHash('sha256').update(clientId).digest('hex').slice(0, 8),
    expires_in: String(lifeMs),
    created_at: String(createdAt),
    scope: scopes.join(','),
  }
}

/** The signature is random: IMS publishes no key under the `x5u` of the header, so nobody can check one. */
function signedToken(claims: IssuedToken['claims']): string {
  const header = { alg: 'RS256', x5u: 'ims_na1-key-at-1.cer', kid: 'ims_na1-key-at-1', itt: 'at' }
  return [encode(header), encode(claims), randomBytes(256).toString('base64url')].join('.')
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
