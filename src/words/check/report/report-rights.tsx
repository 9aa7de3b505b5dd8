import type { CheckReport } from '../../../shared/check'
import type { CheckLanguage } from '../check-language'
import { rightsOf } from '../proven-rights'
import { Heading, ReportTable } from './report-parts'

/** What the technical account may do, and with which asset that was tried. */
export function ReportRights({ language, report }: { language: CheckLanguage; report: CheckReport }) {
  const { say } = language
  const { rights, assetId, assetPath, assetTitle } = report
  const tried = assetId ?? say('report.asset.none')
  return (
    <>
      <Heading>{say('rights.heading')}</Heading>
      <p>
        {assetTitle === null ? null : (
          <>
            <strong>
              <bdi>{assetTitle}</bdi>
            </strong>{' '}
          </>
        )}
        {assetPath === null ? null : (
          <>
            <bdi className="long">{assetPath}</bdi>{' '}
          </>
        )}
        <bdi className="note long">
          {rights === null ? tried : say('rights.probed', { asset: tried, time: rights.probedAt })}
        </bdi>
      </p>
      <ReportTable heads={[say('rights.right'), say('rights.state'), say('rights.reason')]}>
        {rightsOf(report).map(({ right, state, reason }) => (
          <tr key={right}>
            <th scope="row">{say(`right.${right}`)}</th>
            <td className={`state ${state}`}>{say(`right-state.${state}`)}</td>
            <td>{say(`right-reason.${reason}`)}</td>
          </tr>
        ))}
      </ReportTable>
    </>
  )
}
