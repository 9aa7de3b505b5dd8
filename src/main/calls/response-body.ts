import type { HttpAnswer } from './http'

/** A body as text. A byte order mark is dropped; bytes that are not UTF-8 become U+FFFD and are reported. */
export function decodeBody(body: Uint8Array): { text: string; hasInvalidBytes: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(body), hasInvalidBytes: false }
  } catch {
    return { text: new TextDecoder('utf-8').decode(body), hasInvalidBytes: true }
  }
}

/** What kind of body an answer says it has: `+json` counts as JSON, as problem+json does. */
export function bodyKind(answer: HttpAnswer): 'json' | 'html' | 'empty' | 'other' {
  if (answer.body.length === 0) return 'empty'
  const type = (answer.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (type === 'application/json' || type.endsWith('+json')) return 'json'
  return type === 'text/html' || type === 'application/xhtml+xml' ? 'html' : 'other'
}
