import type { TokenCard } from '../../shared/check'

export type ScopeState = 'granted' | 'missing' | 'extra'

/** Every requested or granted scope: the missing ones first. */
export function compareScopes({
  scopesAsked,
  scopesGranted,
}: Pick<TokenCard, 'scopesAsked' | 'scopesGranted'>): { scope: string; state: ScopeState }[] {
  function of(state: ScopeState, scopes: readonly string[]) {
    return scopes.map((scope) => ({ scope, state }))
  }
  return [
    ...of(
      'missing',
      scopesAsked.filter((scope) => !scopesGranted.includes(scope)),
    ),
    ...of(
      'granted',
      scopesAsked.filter((scope) => scopesGranted.includes(scope)),
    ),
    ...of(
      'extra',
      scopesGranted.filter((scope) => !scopesAsked.includes(scope)),
    ),
  ]
}
