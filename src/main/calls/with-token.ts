import type { AccessTokens, TokenNeed } from './access-tokens'
import type { HttpAnswer } from './http'
import type { TokenGrant } from './ims'

type TokenWork = {
  tokens: Pick<AccessTokens, 'obtain' | 'replace'>
  need: TokenNeed
  signal: AbortSignal
  /** Called before a token is asked for. */
  onToken?: () => void
}

/**
 * Makes a call of AEM with the token at hand. IMS may have withdrawn that one early: where AEM answers 401, the call is made once
 * more with a new token, and then AEM's word counts.
 */
export async function withToken(
  { tokens, need, signal, onToken }: TokenWork,
  send: (grant: TokenGrant) => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  onToken?.()
  const grant = await tokens.obtain(need, signal)
  const answer = await send(grant)
  if (answer.status !== 401) return answer
  onToken?.()
  return send(await tokens.replace(grant, need, signal))
}
