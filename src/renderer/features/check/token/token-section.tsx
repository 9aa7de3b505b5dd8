import { Badge } from '@react-spectrum/s2/Badge'
import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2/Disclosure'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { TokenCard } from '../../../../shared/check'
import messages from '../../../../words/check/messages/en.json'
import { compareScopes } from '../../../../words/check/token-facts'
import { Definition, DefinitionList } from '../../../components/definition-list'
import { Section } from '../../../components/section'
import { useNow } from '../../../components/timers'
import { useFormats } from '../../../language/formats'
import { useColon, useMessages } from '../../../language/messages'
import { CopyToken } from './copy-token'

const scopes = style({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 4,
  margin: 0,
  padding: 0,
  listStyleType: 'none',
})
const hint = style({ font: 'ui-sm', color: 'neutral-subdued', marginTop: 4, marginBottom: 0 })
const claim = style({ font: 'code-sm' })

const halfMinuteMs = 30_000

const badges = {
  granted: { variant: 'neutral', fillStyle: 'outline' },
  extra: { variant: 'neutral', fillStyle: 'subtle' },
  missing: { variant: 'notice', fillStyle: 'bold' },
} as const

export type TokenSectionProps = {
  token: TokenCard
  /** null where it is not the current secret's, and so cannot be copied. */
  connectionId: string | null
}

/** What the access token says of itself; never the token. */
export function TokenSection({ token, connectionId }: TokenSectionProps) {
  const say = useMessages(messages)
  const colon = useColon()
  const formats = useFormats()
  const unknown = say('token.unknown')
  return (
    <Section
      title={say('token.heading')}
      intro={say(token.claims.length === 0 ? 'token.none' : 'token.local')}
    >
      <DefinitionList>
        <Definition name={say('token.clientId')}>{token.clientId ?? unknown}</Definition>
        <Definition name={say('token.account')}>
          {token.technicalAccountId ?? unknown}
          <p className={hint}>{say('token.where')}</p>
        </Definition>
        {token.technicalAccountEmail === null ? null : (
          <Definition name={say('token.email')}>{token.technicalAccountEmail}</Definition>
        )}
        <Definition name={say('token.issuer')}>{token.issuer ?? unknown}</Definition>
        <Definition name={say('token.scopes')}>
          <ul className={scopes}>
            {compareScopes(token).map(({ scope, state }) => (
              <li key={scope}>
                <Badge size="S" {...badges[state]}>
                  {`${scope}${colon}${say(`token.scope.${state}`)}`}
                </Badge>
              </li>
            ))}
          </ul>
        </Definition>
        <Definition name={say('token.issued')}>{formats.dateAndTime(token.issuedAt)}</Definition>
        <Definition name={say('token.expires')}>
          {formats.dateAndTime(token.expiresAt)} (<LifeLeft until={token.expiresAt} />)
        </Definition>
      </DefinitionList>
      {token.claims.length === 0 ? null : (
        <Disclosure isQuiet size="S">
          <DisclosureTitle level={3}>{say('token.claims')}</DisclosureTitle>
          <DisclosurePanel>
            <DefinitionList>
              {token.claims.map(({ name, value }) => (
                <Definition key={name} name={name}>
                  <bdi className={claim}>{value}</bdi>
                </Definition>
              ))}
            </DefinitionList>
          </DisclosurePanel>
        </Disclosure>
      )}
      {connectionId === null ? null : <CopyToken connectionId={connectionId} />}
    </Section>
  )
}

function LifeLeft({ until }: { until: string }) {
  const say = useMessages(messages)
  const formats = useFormats()
  const left = Date.parse(until) - useNow(halfMinuteMs)
  return <>{left <= 0 ? say('token.ended') : say('token.left', { time: formats.hoursAndMinutes(left) })}</>
}
