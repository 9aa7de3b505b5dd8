import type { CheckReport } from '../../../../shared/check'
import type { CheckLanguage } from '../check-language'
import { ReportTable } from './report-parts'

export function ReportRights({ language, report }: { language: CheckLanguage; report: CheckReport }) {
  const { say } = language
  const { rights } = report
  return (
    <>
      <h3>{say('rights.heading')}</h3>
      {rights === null ? (
        <p>{say('report.rights.none')}</p>
      ) : (
        <>
          <p className="note">{say('rights.probed', { asset: rights.assetId, time: rights.probedAt })}</p>
          <ReportTable heads={[say('rights.right'), say('rights.state'), say('rights.reason')]}>
            {rights.rows.map(({ right, state, reason }) => (
              <tr key={right}>
                <th scope="row">{say(`right.${right}`)}</th>
                <td className="state">{say(`right-state.${state}`)}</td>
                <td>{say(`right-reason.${reason}`)}</td>
              </tr>
            ))}
          </ReportTable>
        </>
      )}
    </>
  )
}
