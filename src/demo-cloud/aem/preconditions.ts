import type { Reply } from '../http/replies'
import type { AemRequest } from './aem-request'
import { guessedDetails } from './problems'

/** RFC 9110 section 13.2.2 for GET and HEAD: 412, 304, or null for an answer with a body. */
export function checkRead({ exchange, problem }: AemRequest, etag: string): Reply | null {
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = exchange.headers
  if (ifMatch !== undefined && !matchesStrongly(ifMatch, etag)) {
    return problem('precondition_failed', guessedDetails.etagConflict)
  }
  return ifNoneMatch !== undefined && matchesWeakly(ifNoneMatch, etag)
    ? { status: 304, headers: { etag } }
    : null
}

/** The same for what changes an asset that exists. */
export function checkChange({ context, exchange, problem }: AemRequest, etag: string): Reply | null {
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = exchange.headers
  if (ifMatch !== undefined && !matchesStrongly(ifMatch, etag)) {
    return context.switches.staleIfMatchStatus === 409
      ? problem('conflict', guessedDetails.conflict)
      : problem('precondition_failed', guessedDetails.etagConflict)
  }
  return ifNoneMatch !== undefined && matchesWeakly(ifNoneMatch, etag)
    ? problem('precondition_failed', guessedDetails.exists)
    : null
}

/** Section 13.1.2: weak comparison. The tutorial's literal `string` is no ETag and never matches. */
function matchesWeakly(header: string, etag: string): boolean {
  return isStar(header) || listed(header).some((tag) => tag.replace(/^W\//, '') === etag)
}

/** Section 13.1.1: strong comparison, so a weak tag never matches. */
function matchesStrongly(header: string, etag: string): boolean {
  return isStar(header) || listed(header).includes(etag)
}

function isStar(header: string): boolean {
  return header.trim() === '*'
}

function listed(header: string): string[] {
  return header.split(',').map((tag) => tag.trim())
}
