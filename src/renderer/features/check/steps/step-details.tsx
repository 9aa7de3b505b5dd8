import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { StepResult } from '../../../../shared/check'
import { isLocked } from '../../../../words/check/check-outcome'
import { describeFact } from '../../../../words/check/describe-fact'
import type { FindingSubject } from '../../../../words/check/finding-subject'
import { EvidenceDetails } from '../../../components/failure/evidence-details'
import { useCheckLanguage } from '../check-language'
import { FindingCard } from '../finding-card'
import { OwnFix } from '../own-fix'

const facts = style({
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 12,
  rowGap: 4,
  margin: 0,
  padding: 0,
  listStyleType: 'none',
  font: 'ui-sm',
  color: 'neutral-subdued',
  overflowWrap: 'anywhere',
  userSelect: 'text',
})
const findings = style({ display: 'flex', flexDirection: 'column', rowGap: 8, marginTop: 8 })

const ownFix = style({ marginTop: 8 })

export type StepDetailsProps = {
  result: StepResult
  subject: FindingSubject
  at: string
  /** False where an earlier step shows the same request. */
  showsEvidence: boolean
}

/** What was seen in a step, and what is to be done about it. */
export function StepDetails({ result, subject, at, showsEvidence }: StepDetailsProps) {
  const language = useCheckLanguage()
  const { step, state, evidence } = result
  const lines = result.facts.map((fact) => describeFact(language, fact))
  return (
    <>
      {lines.length === 0 ? null : (
        <ul className={facts}>
          {lines.map((line) => (
            <li key={line}>
              <bdi>{line}</bdi>
            </li>
          ))}
        </ul>
      )}
      {isLocked([result]) ? (
        <div className={ownFix}>
          <OwnFix finding="changes-locked" />
        </div>
      ) : null}
      {result.findings.length === 0 ? null : (
        <div className={findings}>
          {result.findings.map((finding) => (
            <FindingCard
              key={JSON.stringify(finding)}
              tone={state === 'red' ? 'negative' : 'notice'}
              error={finding}
              {...{ step, subject, at }}
            >
              <OwnFix finding={finding} />
            </FindingCard>
          ))}
        </div>
      )}
      {evidence && showsEvidence && result.findings.length === 0 ? (
        <EvidenceDetails heading={language.say('evidence.heading')} evidence={evidence} cause={null} />
      ) : null}
    </>
  )
}
