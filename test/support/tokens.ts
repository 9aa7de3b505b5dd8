/** A token in the form that IMS gives: a JWT, here without a signature that anybody could check. */
export function jwtOf(claims: Readonly<Record<string, unknown>>): string {
  return [{ alg: 'RS256', typ: 'JWT' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat('c2lnbmF0dXJl')
    .join('.')
}
