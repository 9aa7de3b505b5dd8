import type { TokenCard } from '../../shared/check'
import type { CauseId } from '../../shared/failure-catalogue'
import type { AppError, MessageValues } from '../../shared/result'
import type { TokenGrant } from '../calls/ims'
import { decodeClaims, textClaim } from '../calls/token-claims'

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}

/** `created_at` and `expires_in` are milliseconds in strings; IMS tokens have no `exp` (adobe/aio-lib-ims, src/ims.js). */
function millisecondsClaim(claims: ReadonlyMap<string, unknown> | null, name: string): number | null {
  const value = Number(claims?.get(name) ?? Number.NaN)
  return Number.isFinite(value) && value > 0 && value < 8e15 ? value : null
}

export type ExpectedClaims = {
  clientId: string
  imsHost: string
  scopes: readonly string[]
  technicalAccountEmail: string | null
}

export function describeToken(grant: TokenGrant, expected: ExpectedClaims): TokenCard {
  const claims = decodeClaims(grant.accessToken)
  const createdAt = millisecondsClaim(claims, 'created_at') ?? grant.issuedAt
  const lifeMs = millisecondsClaim(claims, 'expires_in') ?? grant.expiresAt - grant.issuedAt
  return {
    clientId: textClaim(claims, 'client_id'),
    technicalAccountId: textClaim(claims, 'user_id'),
    technicalAccountEmail: expected.technicalAccountEmail,
    issuer: textClaim(claims, 'as'),
    scopesAsked: expected.scopes,
    scopesGranted: grant.scopes,
    issuedAt: dateText(createdAt, grant.issuedAt),
    expiresAt: dateText(createdAt + lifeMs, grant.expiresAt),
    claims: [...(claims ?? [])].map(([name, value]) => ({ name, value: textOf(value) })),
  }
}

const latestDate = 8.64e15

function dateText(milliseconds: number, fallback: number): string {
  return new Date(milliseconds <= latestDate ? milliseconds : fallback).toISOString()
}

/** More than this between our clock and that of IMS, and expiry times are no longer to be trusted. */
const toleratedSkewMs = 5 * 60 * 1_000
const shortestUsefulLifeMs = 10 * 60 * 1_000

/** The scope without which AEM refuses to read metadata (OpenAPI set-up guide). */
const neededScope = 'aem.assets.author'

function finding(cause: CauseId, values: MessageValues): AppError {
  return {
    kind: 'failure',
    cause,
    values,
    evidence: null,
  }
}

/** Mismatches between a token and its connection. `toldSkewMs` is our clock minus IMS's. */
export function examineClaims(
  card: TokenCard,
  expected: ExpectedClaims,
  toldSkewMs: number | null,
  now: number,
): { red: AppError[]; amber: AppError[] } {
  const red: AppError[] = []
  const amber: AppError[] = []
  const common = { clientId: expected.clientId, host: new URL(expected.imsHost).host }
  if (card.claims.length === 0) amber.push(finding('claims-not-readable', common))
  if (card.clientId !== null && card.clientId !== expected.clientId) {
    red.push(finding('claims-client-differs', { ...common, tokenClientId: card.clientId }))
  }
  const missing = card.scopesAsked.filter((scope) => !card.scopesGranted.includes(scope))
  if (!card.scopesGranted.includes(neededScope)) {
    red.push(finding('claims-scope-needed', { ...common, scopes: neededScope }))
  } else if (missing.length > 0) {
    amber.push(finding('claims-scopes-missing', { ...common, scopes: missing.join(', ') }))
  }
  if (card.issuer !== null && isOtherIms(card.issuer, expected.imsHost)) {
    red.push(finding('claims-other-ims', { ...common, issuer: card.issuer }))
  }
  const lifeMs = Date.parse(card.expiresAt) - Date.parse(card.issuedAt)
  if (lifeMs < shortestUsefulLifeMs) {
    amber.push(finding('claims-short-life', { ...common, minutes: Math.round(lifeMs / 60_000) }))
  }
  const skewMs = larger(toldSkewMs, skewOfClaims(card, now))
  if (skewMs !== null && Math.abs(skewMs) > toleratedSkewMs) {
    amber.push(finding('claims-clock-skew', { ...common, minutes: Math.round(Math.abs(skewMs) / 60_000) }))
  }
  return { red, amber }
}

/** `as` of production tokens is `ims-na1`, of stage tokens `ims-na1-stg1`; a custom host can be either. */
function isOtherIms(issuer: string, imsHost: string): boolean {
  const { hostname } = new URL(imsHost)
  return /^ims-na1(-stg1)?\.adobelogin\.com$/.test(hostname) && hostname !== `${issuer}.adobelogin.com`
}

/**
 * How wrong our clock is at least, by the claims alone: a token that was just received is neither from the future nor
 * over. Our clock minus that of IMS in milliseconds; null when the claims fit.
 */
function skewOfClaims({ issuedAt, expiresAt }: TokenCard, now: number): number | null {
  if (Date.parse(issuedAt) > now) return now - Date.parse(issuedAt)
  return Date.parse(expiresAt) < now ? now - Date.parse(expiresAt) : null
}

function larger(one: number | null, other: number | null): number | null {
  return Math.abs(one ?? 0) >= Math.abs(other ?? 0) ? one : other
}

/**
 * How wrong our clock is at least, by the `Date` header of IMS: our clock minus that of IMS in milliseconds, 0 where they may
 * agree, null where IMS gave no time. It was written at some moment of the call, and counts whole seconds.
 */
export function clockSkew({ issuedAt, durationMs, serverTime }: TokenGrant): number | null {
  if (serverTime === null) return null
  const least = issuedAt - (serverTime + 999)
  const most = issuedAt + durationMs - serverTime
  if (least > 0) return least
  return Math.min(most, 0)
}
