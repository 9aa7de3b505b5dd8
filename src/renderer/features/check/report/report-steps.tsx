import type { CheckReport } from '../../../../shared/check'
import type { CheckLanguage } from '../check-language'
import { numberOfStep } from '../check-outcome'
import { describeFact } from '../describe-fact'
import { ReportTable, TextList } from './report-parts'

export function ReportSteps({ language, report }: { language: CheckLanguage; report: CheckReport }) {
  const { say, formats } = language
  return (
    <>
      <h3>{say('report.steps')}</h3>
      <ReportTable heads={[say('report.step'), say('report.state'), say('report.took'), say('report.seen')]}>
        {report.steps.map(({ step, state, durationMs, facts }) => (
          <tr key={step}>
            <th scope="row">
              {say('step.numbered', { number: numberOfStep(step), name: say(`step.${step}`) })}
            </th>
            <td className={`state ${state}`}>{say(`state.${state}`)}</td>
            <td className="number">{durationMs > 0 ? formats.milliseconds(durationMs) : ''}</td>
            <td>
              <TextList isNumbered={false} lines={facts.map((fact) => describeFact(language, fact))} />
            </td>
          </tr>
        ))}
      </ReportTable>
    </>
  )
}
