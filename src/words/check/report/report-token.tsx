import type { CheckReport, TokenCard } from '../../../shared/check'
import type { CheckLanguage } from '../check-language'
import { compareScopes } from '../token-facts'
import { Facts, Heading } from './report-parts'

/** What the token says of itself, without the token and without its claims as they are. */
export function ReportToken({ language, report }: { language: CheckLanguage; report: CheckReport }) {
  const { token } = report
  if (token === null) return null
  return (
    <>
      <Heading>{language.say('token.heading')}</Heading>
      <Facts lines={factsOf(language, token)} />
    </>
  )
}

function factsOf({ say }: CheckLanguage, token: TokenCard): (readonly [string, string])[] {
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
