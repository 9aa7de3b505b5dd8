import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond'
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle'
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ReactNode } from 'react'
import type { CheckStep } from '../../../shared/failure-signal'
import type { AppError } from '../../../shared/result'
import type { FindingSubject } from '../../../words/check/finding-subject'
import { isOwnTask, requestLabel, writeRequest } from '../../../words/check/owner-request'
import { describeError, findEvidence } from '../../../words/failure/describe-failure'
import { CopyButton } from '../../components/copy-button'
import { EvidenceDetails } from '../../components/failure/evidence-details'
import { FixSteps } from '../../components/notice-card'
import { ToneCard } from '../../components/tone-card'
import { useColon } from '../../language/messages'
import { useCheckLanguage } from './check-language'
import { FixSnippets } from './steps/fix-snippets-list'

const heading = style<{ isAlone: boolean }>({ font: { default: 'title-sm', isAlone: 'title' }, margin: 0 })
const cause = style({ marginTop: 4, marginBottom: 0 })
const whose = style({ font: 'ui-sm', marginTop: 8, marginBottom: 0, color: 'neutral-subdued' })
const actions = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, marginTop: 12 })

const icons = {
  negative: <AlertTriangle styles={iconStyle({ color: 'negative', marginTop: 2 })} />,
  notice: <AlertDiamond styles={iconStyle({ color: 'notice', marginTop: 2 })} />,
}

export type FindingCardProps = {
  error: AppError
  tone: 'negative' | 'notice'
  /** The connection, and the asset that it was about. */
  subject: FindingSubject
  /** null where an asset was read without a check: then the card stands alone, and is an alert. */
  step: CheckStep | null
  /** When it was seen. ISO 8601, UTC. */
  at: string
  /** What the user can do about it here. */
  children?: ReactNode
}

/** What is wrong and what to do; the request to whoever can do it, the user's own way out, and the texts for developers. */
export function FindingCard({ error, tone, subject, step, at, children }: FindingCardProps) {
  const language = useCheckLanguage()
  const colon = useColon()
  const { sayFailure } = language
  const { title, cause: why, fix, owner } = describeError(sayFailure, error)
  const evidence = findEvidence(error)
  const isAlone = step === null
  const Title = isAlone ? 'h2' : 'h3'
  // A check hands also what is the user's own task to a colleague; a read that failed has the way out beside it.
  const isHandedOver = !isAlone || !isOwnTask(error)
  return (
    <ToneCard tone={tone} icon={icons[tone]}>
      <div role={isAlone ? 'alert' : undefined}>
        <Title className={heading({ isAlone })}>{title}</Title>
        <p className={cause}>{why}</p>
        {owner === null ? null : (
          <p className={whose}>{sayFailure('owner.label', { owner: sayFailure(`owner.${owner}`) })}</p>
        )}
        <FixSteps fix={fix} List={error.kind === 'input' ? 'ul' : 'ol'} />
      </div>
      <div className={actions}>
        {isHandedOver ? (
          <CopyButton
            text={writeRequest(language, { subject, step, finding: error, at: evidence?.at ?? at })}
            label={requestLabel(language, error)}
          />
        ) : null}
        {children}
      </div>
      {error.kind === 'keychain' && error.detail !== '' ? (
        <p className={whose}>
          {sayFailure('details.detail')}
          {colon}
          <bdi>{error.detail}</bdi>
        </p>
      ) : null}
      {error.kind === 'failure' ? (
        <FixSnippets cause={error.cause} under={isAlone ? 2 : 3} {...subject} />
      ) : null}
      {evidence && error.kind === 'failure' ? (
        <EvidenceDetails evidence={evidence} cause={error.cause} />
      ) : null}
    </ToneCard>
  )
}
