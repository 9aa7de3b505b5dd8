import { parseJson } from '../input/parse-json'
/** Claims of a token in their order, decoded for display alone: the signature is not checked. Null for a token that is no JWT. */
export function decodeClaims(token: string): ReadonlyMap<string, unknown> | null {
  const payload = parseJson(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return null
  return new Map(Object.entries(payload))
}

/** A claim that is a text, or null. */
export function textClaim(claims: ReadonlyMap<string, unknown> | null, name: string): string | null {
  const value = claims?.get(name)
  return typeof value === 'string' ? value : null
}
