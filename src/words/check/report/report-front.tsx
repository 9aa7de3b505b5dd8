import type { CheckReport } from '../../../shared/check'
import { colon } from '../../language/punctuation'
import type { CheckLanguage } from '../check-language'
import { numberOfStep } from '../check-outcome'
import { describeSteps } from '../describe-steps'
import { compareScopes } from '../token-facts'
import { Facts, Heading, ReportTable } from './report-parts'
import { ReportRights } from './report-rights'
import { evidenceOf } from './report-tables'

type Props = { language: CheckLanguage; report: CheckReport }

/** The page that decides: verdict, identity, rights, steps, request IDs, and what all of it holds for. */
export function ReportFront({ language, report }: Props) {
  const { say } = language
  const { tone, title, lines } = describeSteps(language, report.steps)
  return (
    <div className="front">
      {report.hosts === 'adobe' ? null : <p className="origin">{say(`report.hosts.${report.hosts}`)}</p>}
      <div className={`summary ${tone}`}>
        <span className={`state ${tone}`}>{title}</span>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <Facts lines={identityOf(language, report)} />
      <Scopes {...{ language, report }} />
      <ReportRights {...{ language, report }} />
      <StepLines {...{ language, report }} />
      <RequestIds {...{ language, report }} />
      <p className="note">{say('report.scope', { way: wayOf(report) })}</p>
    </div>
  )
}

/** ISO 8601 in UTC, as people read it. */
function inUtc(iso: string): string {
  return iso.replace(/T(\d\d:\d\d:\d\d)(\.\d+)?Z$/, ' $1 UTC')
}

function identityOf(
  { say, environmentName }: CheckLanguage,
  report: CheckReport,
): (readonly [string, string])[] {
  const { token } = report
  const account = token?.technicalAccountEmail ?? token?.technicalAccountId
  return [
    [say('report.connection'), report.connectionName],
    [say('report.environment'), environmentName(report.environment)],
    [say('report.bucket'), report.bucket],
    [say('report.clientId'), report.clientId],
    [say('report.secret'), say(`form.secret.${report.secretSlot}`)],
    [say('report.account'), account ?? say('token.unknown')],
    [say('report.imsHost'), report.imsHost],
    [say('report.aemHost'), report.aemHost],
    [say('report.started'), inUtc(report.startedAt)],
    [say('report.finished'), inUtc(report.finishedAt)],
  ]
}

/** Those that the credential lacks stand out. */
function Scopes({ language: { say, locale }, report: { token, scopes } }: Props) {
  const compared = token === null ? null : compareScopes(token)
  return (
    <p>
      {say('report.scopes')}
      {colon(locale)}
      {compared === null
        ? scopes.join(', ')
        : compared.map(({ scope, state }, index) => (
            <span key={scope}>
              {index === 0 ? '' : ', '}
              <bdi className={state === 'missing' ? 'state red' : ''}>{scope}</bdi>
              {state === 'granted' ? '' : ` (${say(`token.scope.${state}`)})`}
            </span>
          ))}
    </p>
  )
}

function StepLines({ language, report }: Props) {
  const { say, formats } = language
  return (
    <>
      <Heading>{say('report.steps')}</Heading>
      <ReportTable heads={[say('report.step'), say('report.state'), say('report.took')]}>
        {report.steps.map(({ step, state, durationMs }) => (
          <tr key={step}>
            <th scope="row">
              {say('step.numbered', { number: numberOfStep(step), name: say(`step.${step}`) })}
            </th>
            <td className={`state ${state}`}>{say(`state.${state}`)}</td>
            <td className="number">{durationMs > 0 ? formats.milliseconds(durationMs) : ''}</td>
          </tr>
        ))}
      </ReportTable>
    </>
  )
}

function RequestIds({ language: { say, locale }, report }: Props) {
  const named = evidenceOf(report).filter(({ requestId }) => requestId !== null)
  if (named.length === 0) return null
  return (
    <p className="ids">
      {say('report.requestIds')}
      {colon(locale)}
      {named.map(({ method, url, status, requestId }) => (
        <span key={`${method} ${url} ${requestId}`}>
          {method} {status} <code>{requestId}</code>{' '}
        </span>
      ))}
    </p>
  )
}

/** How the requests left this computer, as far as the check has seen it. */
function wayOf({ steps }: CheckReport): 'proxy' | 'direct' | 'unknown' {
  const codes = steps.flatMap(({ facts }) => facts.map(({ code }) => code))
  if (codes.includes('proxy')) return 'proxy'
  return codes.includes('no-proxy') ? 'direct' : 'unknown'
}
