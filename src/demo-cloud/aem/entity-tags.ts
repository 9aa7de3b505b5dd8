/** RFC 9110 section 13.1.2: weak comparison of a list. The tutorial's literal `string` is no ETag and never matches. */
export function matchesAny(ifNoneMatch: string | undefined, etag: string): boolean {
  return listed(ifNoneMatch).some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag)
}

/** RFC 9110 section 13.1.1: strong comparison, so a weak tag never matches. */
export function matchesStrongly(ifMatch: string, etag: string): boolean {
  return listed(ifMatch).some((tag) => tag === '*' || tag === etag)
}

function listed(header: string | undefined): string[] {
  return (header ?? '').split(',').map((tag) => tag.trim())
}
