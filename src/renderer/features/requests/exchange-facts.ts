import type { Exchange } from '../../../shared/http-exchange'

/** Headers in which Adobe's services, and the networks in front of them, name a request. */
const requestIdNames = [
  'x-request-id',
  'x-debug-id',
  'x-correlation-id',
  'x-adobe-request-id',
  'x-served-by',
  'cf-ray',
]

/** What Adobe's support can find the call by. */
export function requestIdsOf({
  responseHeaders,
}: Exchange): readonly (readonly [name: string, id: string])[] {
  return responseHeaders.filter(([name]) => requestIdNames.includes(name))
}

/** The ETag that was sent with the question whether anything has changed, or null. */
export function askedEtagOf({ requestHeaders }: Exchange): string | null {
  return requestHeaders.find(([name]) => name.toLowerCase() === 'if-none-match')?.[1] ?? null
}
