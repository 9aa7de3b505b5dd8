import type { Clock } from './clock'
import type { SendHttp } from './http'
import { requestToken, type TokenGrant, type TokenRequest } from './ims'

/** A token that has less than this left is not used any more, as in adobe/aio-lib-ims (token-helper.js). */
const renewBeforeMs = 10 * 60 * 1_000

/** The subject of a token; the secret is read only when a request needs it. */
export type TokenNeed = Omit<TokenRequest, 'clientSecret'> & {
  connectionId: string
  readSecret: (signal: AbortSignal) => Promise<string>
}

type CachedToken = { need: string; grant: TokenGrant; gotAt: number }
type Flight = { promise: Promise<TokenGrant>; waiting: number; stop: AbortController }

export type AccessTokens = {
  /** The cached token, or a new one. Concurrent callers share one request. */
  obtain: (need: TokenNeed, signal: AbortSignal) => Promise<TokenGrant>
  /** A new token past the cache, for a check. */
  renew: (need: TokenNeed, signal: AbortSignal) => Promise<TokenGrant>
  /** A token instead of one that AEM refused; another call may have got it already. */
  replace: (refused: TokenGrant, need: TokenNeed, signal: AbortSignal) => Promise<TokenGrant>
  /** Drops the token of a connection that was changed or forgotten. */
  drop: (connectionId: string) => void
}

/**
 * Keeps one access token per connection, in memory alone.
 *
 * A token belongs to connection, IMS host, client ID and scopes (all environments of AEM share one token URL, so a
 * token cached by its URL would be sent to the wrong one), and to the secret: replacing it drops the token.
 */
export function createAccessTokens(http: SendHttp, clock: Clock): AccessTokens {
  const cached = new Map<string, CachedToken>()
  const flights = new Map<string, Flight>()

  function isFresh({ grant, gotAt }: CachedToken): boolean {
    const life = grant.expiresAt - grant.issuedAt
    // The wall clock may have been set back, the steady one may have slept: the larger age counts.
    const age = Math.max(clock.elapsed() - gotAt, clock.now() - grant.issuedAt)
    // A token that never lives ten minutes is used for half its life, or every call would ask for a new one.
    return age < Math.max(life - renewBeforeMs, life / 2)
  }

  async function request(need: TokenNeed, signal: AbortSignal): Promise<TokenGrant> {
    const clientSecret = await need.readSecret(signal)
    if (signal.aborted) throw signal.reason
    return requestToken(http, clock, { ...need, clientSecret }, signal)
  }

  function begin(key: string, need: TokenNeed): Flight {
    const stop = new AbortController()
    const flight: Flight = { promise: request(need, stop.signal), waiting: 0, stop }
    flights.set(key, flight)
    flight.promise.then(
      (grant) => {
        // A flight that was dropped meanwhile asked with a secret or for scopes that are no longer current.
        if (flights.get(key) !== flight) return
        flights.delete(key)
        cached.set(need.connectionId, { need: describe(need), grant, gotAt: clock.elapsed() })
      },
      () => {
        if (flights.get(key) === flight) flights.delete(key)
      },
    )
    return flight
  }

  function join(need: TokenNeed, signal: AbortSignal): Promise<TokenGrant> {
    if (signal.aborted) return Promise.reject(signal.reason)
    const key = `${need.connectionId} ${describe(need)}`
    const flight = flights.get(key) ?? begin(key, need)
    flight.waiting++
    return new Promise((resolve, reject) => {
      function leave(): void {
        flight.waiting--
        if (flight.waiting === 0) {
          if (flights.get(key) === flight) flights.delete(key)
          flight.stop.abort(signal.reason)
        }
        reject(signal.reason)
      }
      signal.addEventListener('abort', leave, { once: true })
      flight.promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
    })
  }

  function freshOne(need: TokenNeed): TokenGrant | null {
    const fresh = cached.get(need.connectionId)
    return fresh && fresh.need === describe(need) && isFresh(fresh) ? fresh.grant : null
  }

  return {
    obtain: async (need, signal) => freshOne(need) ?? join(need, signal),
    renew: join,
    replace: async (refused, need, signal) => {
      const fresh = freshOne(need)
      return fresh !== null && fresh !== refused ? fresh : join(need, signal)
    },
    drop: (connectionId) => {
      function belongs(key: string): boolean {
        return key === connectionId || key.startsWith(`${connectionId} `)
      }
      for (const key of cached.keys()) if (belongs(key)) cached.delete(key)
      for (const key of flights.keys()) if (belongs(key)) flights.delete(key)
    },
  }
}

function describe({ imsHost, clientId, scopes }: TokenNeed): string {
  return JSON.stringify([imsHost, clientId, scopes])
}
