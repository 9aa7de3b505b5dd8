import type { TokenGrant } from './ims'

/** The headers that every call of the Assets Author API carries (AEM Assets Author API, security scheme). */
export function authorHeaders(
  { accessToken }: Pick<TokenGrant, 'accessToken'>,
  clientId: string,
): Record<string, string> {
  return {
    Accept: 'application/json',
    Authorization: `Bearer ${accessToken}`,
    'X-Api-Key': clientId,
    'X-Adobe-Accept-Experimental': '1',
  }
}
