import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { CheckStep } from '../../../../shared/failure-signal'
import type { AppError } from '../../../../shared/result'
import type { FindingSubject } from '../../../../words/check/finding-subject'
import { requestLabel, writeRequest } from '../../../../words/check/owner-request'
import { describeError, findEvidence } from '../../../../words/failure/describe-failure'
import { CopyButton } from '../../../components/copy-button'
import { EvidenceDetails } from '../../../components/failure/evidence-details'
import { FixSteps } from '../../../components/notice-card'
import { useCheckLanguage } from '../check-language'
import { FixSnippets } from './fix-snippets-list'

const card = style<{ isRed: boolean }>({
  paddingX: 16,
  paddingY: 12,
  borderRadius: 'lg',
  borderWidth: 1,
  borderStyle: 'solid',
  borderColor: { default: 'notice-700', isRed: 'negative-800' },
  backgroundColor: 'base',
  font: 'body-sm',
  color: 'body',
  minWidth: 0,
  overflowWrap: 'anywhere',
})
const title = style({ font: 'title-sm', margin: 0 })
const cause = style({ marginTop: 4, marginBottom: 0 })
const whose = style({ font: 'ui-sm', marginTop: 8, marginBottom: 0, color: 'neutral-subdued' })
const actions = style({ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 8 })

export type StepFindingProps = {
  step: CheckStep
  finding: AppError
  isRed: boolean
  subject: FindingSubject
  /** When it was seen. ISO 8601, UTC. */
  at: string
}

/** One thing that is wrong: its cause, what to do, who can do it, and all that they need for it. */
export function StepFinding({ step, finding, isRed, subject, at }: StepFindingProps) {
  const language = useCheckLanguage()
  const { sayFailure } = language
  const described = describeError(sayFailure, finding)
  const evidence = findEvidence(finding)
  const request = writeRequest(language, { subject, step, finding, at: evidence?.at ?? at })
  return (
    <div className={card({ isRed })}>
      <h3 className={title}>{described.title}</h3>
      <p className={cause}>{described.cause}</p>
      {described.owner === null ? null : (
        <p className={whose}>
          {sayFailure('owner.label', { owner: sayFailure(`owner.${described.owner}`) })}
        </p>
      )}
      <div className={actions}>
        <CopyButton text={request} label={requestLabel(language, finding)} />
      </div>
      <FixSteps fix={described.fix} List={finding.kind === 'input' ? 'ul' : 'ol'} />
      {finding.kind === 'failure' ? <FixSnippets cause={finding.cause} {...subject} /> : null}
      {evidence && finding.kind === 'failure' ? (
        <EvidenceDetails evidence={evidence} cause={finding.cause} />
      ) : null}
    </div>
  )
}
