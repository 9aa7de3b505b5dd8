/**
 * Behaviour of Adobe's cloud that no public source settles. Each switch defaults to the likeliest reading; tests and
 * curious users turn it to see that a client copes with the other one.
 */
export interface Switches {
  /** Milliseconds that an access token lives. Adobe documents 24 hours (adobe-dev-console, ServerToServerAuthentication/ims.md). */
  tokenLifeMs: number
  /** HTTP status of `invalid_client`: 400 in Adobe's client code, 401 in the older JWT guide. */
  invalidClientStatus: 400 | 401
  /** What parts the scopes of a token request. Adobe documents commas; whether IMS also forgives spaces is not known. */
  scopeSeparators: 'comma' | 'comma-or-space'
  /** The 2024.11 experimental Author API listed `X-Adobe-Accept-Experimental` as required, later versions do not. */
  requireExperimentalHeader: boolean
  /** Response header that repeats the body's `requestId`, or null for none. No public source confirms the header. */
  requestIdHeader: string | null
  /** Scheme of the `type` URI of a problem: Adobe's own tests hold `http`, captured answers hold `https`. */
  problemTypeScheme: 'https' | 'http'
  /** Answer to a PATCH without `If-Match`: RFC 6585 says 428; null lets it through. */
  missingIfMatchStatus: 428 | 400 | null
  /** Whether rights are checked before `If-Match` is compared, so that a read-only account sees 403 rather than 412. */
  rightsBeforePrecondition: boolean
  /** Status of a PATCH that was applied; Adobe says "2xx". */
  patchedStatus: 200 | 204
  /** Answer to a patch that is valid JSON Patch but cannot be applied (missing path, failed test, read-only part). */
  unpatchableStatus: 422 | 400
  /** Answer to a read that the account has no right to: a plain refusal, or as if the asset did not exist. */
  unreadableStatus: 403 | 404
  /** Answer to a DELETE: a job to poll (202) or nothing (204); the Author API documents both. */
  deleteAnswer: 'job' | 'no-content'
  /** Whether `/content/dam/….json` accepts server-to-server tokens. Community reports say that it answers 403. */
  slingJsonForTechnicalAccounts: boolean
  /** Milliseconds between the ten steps of the slow asset. */
  slowStepMs: number
  /** Milliseconds between the bytes of the dripping asset. */
  dripMs: number
  /** Decompressed size in bytes of the gzip bomb. */
  bombBytes: number
}

export const defaultSwitches: Switches = {
  tokenLifeMs: 86_400_000,
  invalidClientStatus: 400,
  scopeSeparators: 'comma',
  requireExperimentalHeader: false,
  requestIdHeader: 'x-request-id',
  problemTypeScheme: 'https',
  missingIfMatchStatus: 428,
  rightsBeforePrecondition: true,
  patchedStatus: 200,
  unpatchableStatus: 422,
  unreadableStatus: 403,
  deleteAnswer: 'job',
  slingJsonForTechnicalAccounts: false,
  slowStepMs: 300,
  dripMs: 1000,
  bombBytes: 200 * 1024 * 1024,
}
