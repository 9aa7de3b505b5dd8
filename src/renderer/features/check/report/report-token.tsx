import type { CheckReport, TokenCard } from '../../../../shared/check'
import type { CheckWords } from '../check-words'
import { compareScopes } from '../token/token-facts'
import { Facts } from './report-parts'

/** What the token says of itself, without the token and without its claims as they are. */
export function ReportToken({ words, report }: { words: CheckWords; report: CheckReport }) {
  const { token } = report
  if (token === null) return null
  return (
    <>
      <h3>{words.say('token.heading')}</h3>
      <Facts lines={factsOf(words, token)} />
    </>
  )
}

function factsOf({ say }: CheckWords, token: TokenCard): (readonly [string, string])[] {
  const unknown = say('token.unknown')
  const scopes = compareScopes(token).map(({ scope, state }) => `${scope} (${say(`token.scope.${state}`)})`)
  return [
    [say('token.clientId'), token.clientId ?? unknown],
    [say('token.account'), token.technicalAccountId ?? unknown],
    [say('token.email'), token.technicalAccountEmail ?? unknown],
    [say('token.issuer'), token.issuer ?? unknown],
    [say('token.scopes'), scopes.join(', ')],
    [say('token.issued'), token.issuedAt],
    [say('token.expires'), token.expiresAt],
  ]
}
