import type { CheckReport } from '../../../shared/check'
import type { Evidence } from '../../../shared/result'
import { findEvidence } from '../../failure/describe-failure'
import type { CheckLanguage } from '../check-language'
import { numberOfStep } from '../check-outcome'
import { describeFact } from '../describe-fact'
import { Heading, ReportTable, TextList } from './report-parts'

/** What was sent and seen in each step, network lines included. */
export function ReportEvidence({ language, report }: { language: CheckLanguage; report: CheckReport }) {
  const { say } = language
  const seen = report.steps.filter(({ facts }) => facts.length > 0)
  return (
    <>
      <Heading>{say('report.seen')}</Heading>
      <ReportTable heads={[say('report.step'), say('report.seen')]}>
        {seen.map(({ step, facts }) => (
          <tr key={step}>
            <th scope="row">
              {say('step.numbered', { number: numberOfStep(step), name: say(`step.${step}`) })}
            </th>
            <td>
              <TextList isNumbered={false} lines={facts.map((fact) => describeFact(language, fact))} />
            </td>
          </tr>
        ))}
      </ReportTable>
    </>
  )
}

/** Everything that was sent and answered, once each: steps can share one request. */
export function evidenceOf({ steps, rights }: CheckReport): readonly Evidence[] {
  const seen = [
    ...steps.flatMap(({ evidence, findings }) => [evidence, ...findings.map(findEvidence)]),
    ...(rights?.rows.flatMap(({ evidence, error }) => [evidence, error && findEvidence(error)]) ?? []),
  ].filter((evidence) => evidence !== null)
  function idOf({ method, url, at, requestId }: Evidence) {
    return [method, url, at, requestId].join(' ')
  }
  // The same request can stand there with and without what was answered: the fuller one is kept.
  const fullest = new Map<string, Evidence>()
  for (const evidence of seen) {
    const known = fullest.get(idOf(evidence))
    if (!known || known.excerpt.length < evidence.excerpt.length) fullest.set(idOf(evidence), evidence)
  }
  return [...fullest.values()]
}

/** What Adobe support asks for: requests, their IDs and their times. */
export function ReportRequests({ language, report }: { language: CheckLanguage; report: CheckReport }) {
  const { say, formats } = language
  const none = say('report.none')
  const requests = evidenceOf(report)
  if (requests.length === 0) return null
  return (
    <>
      <Heading>{say('report.requests')}</Heading>
      <ReportTable
        heads={[
          say('report.at'),
          say('report.request'),
          say('report.status'),
          say('report.requestId'),
          say('report.duration'),
        ]}
      >
        {requests.map((evidence) => (
          <tr key={`${evidence.method} ${evidence.url} ${evidence.at} ${evidence.requestId}`}>
            <td className="number">{evidence.at}</td>
            <td className="long">
              {evidence.method} {evidence.url}
              {evidence.excerpt === '' ? null : <pre>{evidence.excerpt}</pre>}
            </td>
            <td>{evidence.status ?? none}</td>
            <td className="long">{evidence.requestId ?? none}</td>
            <td className="number">{formats.milliseconds(evidence.durationMs)}</td>
          </tr>
        ))}
      </ReportTable>
    </>
  )
}
