import type { AppError } from '../../shared/result'

const longestPauseSeconds = 30
/** Where AEM holds calls back and does not say for how long. */
const usualPauseSeconds = 5

/**
 * How long AEM wants all calls to be held back (RFC 9110 section 10.2.3, Retry-After): with 429 also where it does not say for
 * how long, with 503 only where it does. Null for everything else.
 */
export function secondsToPause(error: AppError): number | null {
  if (error.kind !== 'failure') return null
  const { status, retryAfterSeconds: told } = error.values
  if (status !== 429 && !(status === 503 && typeof told === 'number')) return null
  return Math.min(typeof told === 'number' ? told : usualPauseSeconds, longestPauseSeconds)
}
