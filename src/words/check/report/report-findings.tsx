import type { CheckReport } from '../../../shared/check'
import { snippetsFor } from '../../../shared/fix-snippets'
import type { AppError } from '../../../shared/result'
import { describeError } from '../../failure/describe-failure'
import { colon } from '../../language/punctuation'
import type { CheckLanguage } from '../check-language'
import { numberOfStep } from '../check-outcome'
import { Heading, TextList } from './report-parts'

/** Each thing that is wrong, with its cause, what to do, and who can do it. */
export function ReportFindings({ language, report }: { language: CheckLanguage; report: CheckReport }) {
  const { say } = language
  const found = report.steps.flatMap(({ step, state, findings }) =>
    findings.map((error) => ({ step, state, error })),
  )
  return (
    <>
      <Heading>{say('report.findings')}</Heading>
      {found.length === 0 ? <p>{say('report.no-findings')}</p> : null}
      {found.map(({ step, state, error }) => (
        <div key={`${step} ${JSON.stringify(error)}`} className={`finding ${state}`}>
          <Heading isInner>
            {say('finding.step', { number: numberOfStep(step), name: say(`step.${step}`) })}
          </Heading>
          <Finding {...{ language, report, error }} />
        </div>
      ))}
    </>
  )
}

function Finding({
  language,
  report,
  error,
}: {
  language: CheckLanguage
  report: CheckReport
  error: AppError
}) {
  const { say, sayFailure } = language
  const between = colon(language.locale)
  const { cause, fix, owner } = describeError(sayFailure, error)
  const { clientId, environment, assetPath } = report
  const snippets =
    error.kind === 'failure'
      ? snippetsFor(error.cause, { clientId, environments: [environment], assetPath })
      : []
  return (
    <>
      <p>
        {say('report.cause')}
        {between}
        {cause}
      </p>
      <p>
        {say('report.fix')}
        {between.trimEnd()}
      </p>
      <TextList isNumbered lines={fix} />
      {owner === null ? null : <p>{sayFailure('owner.label', { owner: sayFailure(`owner.${owner}`) })}</p>}
      {snippets.map(({ id, text }) => (
        <div key={id}>
          <p>{say('request.snippet', { title: say(`snippet.${id}`), where: say(`snippet.${id}.where`) })}</p>
          <pre>{text.trimEnd()}</pre>
        </div>
      ))}
    </>
  )
}
